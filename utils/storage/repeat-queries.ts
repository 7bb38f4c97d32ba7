// What was given twice: of a range by its day rows, which keep the sums of pairs and forms when the entries are
// long gone; single actions only of one date, and only where they are shown.
import { textIn } from '../config/local-text';
import { repeatTimeOf } from '../domain/action-sums';
import { applyCorrections, holdingCorrections } from '../domain/corrections';
import type { DayRow } from '../domain/day-summary';
import { type Action, type DateKey, type Share, UNASSIGNED_PERSON_ID } from '../domain/records';
import type { Ledger, PortalHistory } from './database';
import type { NamedPortal, PairLine, Repeated, RepeatedFormLine, RepeatLine } from './overview';
import { portalNames } from './portal-names';
import { readSettings } from './settings';

type Name = (portalId: string) => NamedPortal;

const naming =
  (names: ReadonlyMap<string, PortalHistory>, language: string): Name =>
  (portalId) => {
    const known = names.get(portalId);
    return { portalId, title: known ? textIn(known.title, language) : portalId };
  };

export function sumRepeated(
  rows: readonly DayRow[],
  names: ReadonlyMap<string, PortalHistory>,
  language: string,
): Repeated {
  const name = naming(names, language);
  const shares = rows.map((row) => ({
    entries: row.sharedEntries,
    pasted: row.sharedPasted,
    filled: row.sharedFilled,
    retypeMs: row.retypeMs,
  }));
  return { pairs: pairsOf(rows, name), forms: formsOf(rows, name), shared: sumOf(shares) };
}

/** The repeats of one date, latest first. */
export async function readRepeatLines(db: Ledger, date: DateKey, language: string): Promise<RepeatLine[]> {
  const [{ personId }, history] = await Promise.all([readSettings(db), db.configHistory.toArray()]);
  return readLines(db, personId ?? UNASSIGNED_PERSON_ID, date, naming(portalNames(history), language));
}

/** How many submissions have fingerprints now, of everybody who shares the browser. */
export const countFingerprints = (db: Ledger): Promise<number> => db.entries.count();

async function readLines(db: Ledger, personId: string, date: DateKey, name: Name): Promise<RepeatLine[]> {
  const actions = await db.actions.where('[personId+localDate]').equals([personId, date]).toArray();
  const corrections = await db.corrections.where('personId').equals(personId).toArray();
  const holding = holdingCorrections(corrections);
  // What the person struck or called refused is no submission; what they called no repeat is shown, to be undone.
  const others = corrections.filter(({ kind }) => kind !== 'notARepeat');
  const counted = applyCorrections({ spans: [], actions }, others).actions;
  const repeated = counted.filter(({ repeat, outcome }) => repeat !== null && outcome === 'accepted');
  const earlier = await db.actions.bulkGet(repeated.map(({ repeat }) => repeat?.ofActionId ?? ''));
  return repeated
    .map((action, i) => lineOf(action, earlier[i], holding.get(action.id)?.notARepeat?.id ?? null, name))
    .filter((line) => line !== null)
    .sort((a, b) => b.at - a.at);
}

function lineOf(
  action: Action,
  earlier: Action | undefined,
  correctionId: string | null,
  name: Name,
): RepeatLine | null {
  const { repeat, entrySums } = action;
  if (!repeat) return null;
  const from = repeat.scope === 'crossPortal' ? (entrySums?.from ?? []) : [];
  return {
    ...name(action.portalId),
    actionId: action.id,
    at: action.at,
    utcOffsetMin: action.utcOffsetMin,
    scope: repeat.scope,
    sharedEntries: repeat.sharedEntries,
    eligibleEntries: repeat.eligibleEntries,
    repeatMs: repeatTimeOf(action),
    had: [...from].sort((a, b) => b.entries - a.entries).map(({ portalId }) => name(portalId).title),
    hadAt: earlier?.at ?? null,
    correctionId,
  };
}

function pairsOf(rows: readonly DayRow[], name: Name): PairLine[] {
  const pairs = new Map<string, { from: string; to: string; shares: Share[] }>();
  for (const { portalId: to, sharedFrom } of rows) {
    for (const share of sharedFrom) {
      const key = JSON.stringify([share.portalId, to]);
      const pair = pairs.get(key) ?? { from: share.portalId, to, shares: [] };
      pair.shares.push(share);
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()]
    .map(({ from, to, shares }) => ({ from: name(from), to: name(to), ...sumOf(shares) }))
    .sort((a, b) => b.entries - a.entries || b.retypeMs - a.retypeMs);
}

function formsOf(rows: readonly DayRow[], name: Name): RepeatedFormLine[] {
  const forms = new Map<string, RepeatedFormLine>();
  for (const { portalId, repeatedForms } of rows) {
    for (const form of repeatedForms) {
      const key = JSON.stringify([portalId, form.formKey]);
      const known = forms.get(key) ?? { ...name(portalId), ...form, repeats: 0, entries: 0, repeatMs: 0 };
      forms.set(key, {
        ...known,
        repeats: known.repeats + form.repeats,
        entries: known.entries + form.entries,
        repeatMs: known.repeatMs + form.repeatMs,
      });
    }
  }
  return [...forms.values()].sort((a, b) => b.repeatMs - a.repeatMs || b.entries - a.entries);
}

const sumOf = (shares: readonly Share[]): Share =>
  shares.reduce(
    (sum, share) => ({
      entries: sum.entries + share.entries,
      pasted: sum.pasted + share.pasted,
      filled: sum.filled + share.filled,
      retypeMs: sum.retypeMs + share.retypeMs,
    }),
    { entries: 0, pasted: 0, filled: 0, retypeMs: 0 },
  );
