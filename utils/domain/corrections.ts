// The person's word beside the machine's. A correction never changes the record it is about: the sums of a day
// are made of the facts as corrected here, and undoing it gives the machine's verdict back.
//   strike       the record does not count at all (a span or an action)
//   outcome      what really became of an action
//   notARepeat   an action is no repeat; what it shares with other portals is coincidence or right
// Of several of one kind about one record the last that was not undone holds.
import type { DayFacts } from './day-summary';
import type { Action, Correction, Outcome } from './records';

export const CORRECTION_KINDS = ['strike', 'outcome', 'notARepeat'] as const;
export const OUTCOMES = ['accepted', 'rejected', 'failed', 'unknown', 'draft'] as const satisfies Outcome[];

export function applyCorrections(facts: DayFacts, corrections: readonly Correction[]): DayFacts {
  const holding = holdingCorrections(corrections);
  if (holding.size === 0) return facts;
  const isStruck = ({ id }: { id: string }) => holding.get(id)?.strike !== undefined;
  return {
    spans: facts.spans.filter((span) => !isStruck(span)),
    actions: facts.actions
      .filter((action) => !isStruck(action))
      .map((action) => correctAction(action, holding.get(action.id) ?? {})),
  };
}

type Holding = Partial<Record<Correction['kind'], Correction>>;

export function holdingCorrections(corrections: readonly Correction[]): Map<string, Holding> {
  const byTarget = new Map<string, Holding>();
  for (const correction of corrections) {
    if (correction.undoneAt !== null) continue;
    const known = byTarget.get(correction.targetId) ?? {};
    const other = known[correction.kind];
    const isLast =
      !other || other.at < correction.at || (other.at === correction.at && other.id < correction.id);
    if (isLast) known[correction.kind] = correction;
    byTarget.set(correction.targetId, known);
  }
  return byTarget;
}

function correctAction(action: Action, { outcome, notARepeat }: Holding): Action {
  let corrected = action;
  const said = OUTCOMES.find((one) => one === outcome?.value);
  if (said && said !== action.outcome) {
    // Nobody is surer of it than the person who did it.
    corrected = { ...corrected, outcome: said, confidence: 'confirmed' };
    corrected.settledAt ??= outcome?.at ?? null;
  }
  if (notARepeat) {
    const sums = corrected.entrySums;
    const none = { entries: 0, pasted: 0, filled: 0, retypeMs: 0 };
    corrected = { ...corrected, repeat: null, entrySums: sums && { ...sums, shared: none, from: [] } };
  }
  return corrected;
}
