// Compares what the servers logged (the truth) with what the extension recorded. An event found is a recorded
// action of the same portal, of the same kind, whose commit gesture belongs to the same act as the write and
// lies shortly before it; each is used once. Pure, so that the judge itself is tested.
import type { Action } from '../../../utils/domain/records';
import type { Write } from '../../portals/portal';
import type { EventKind, PerformedAct } from './acts';

/** A gesture comes at most this long before its write (upload, precheck, confirm layer), or clocks blur. */
const BEFORE_MS = 12_000;
const AFTER_MS = 1_000;

export const EVENT_KINDS: readonly EventKind[] = ['accepted', 'rejected', 'checkIn'];

export type RecordedAction = Pick<Action, 'id' | 'portalId' | 'kind' | 'outcome' | 'at'>;

/** What a recorded action counts as; null for what is kept but not counted. */
export function eventOf(row: Pick<Action, 'kind' | 'outcome'>): EventKind | null {
  if (row.kind === 'checkIn') return row.outcome === 'accepted' ? 'checkIn' : null;
  if (row.outcome === 'accepted') return 'accepted';
  return row.outcome === 'rejected' || row.outcome === 'failed' ? 'rejected' : null;
}

export interface Tally {
  truth: number;
  found: number;
  matched: number;
}

interface Misjudged {
  act: PerformedAct | null;
  portal: string;
  missed: EventKind[];
  /** Ids of recorded actions that no write answers to. */
  wrong: string[];
}

export interface Score {
  /** By portal, then by kind of event. */
  tallies: Map<string, Record<EventKind, Tally>>;
  /** Acts that must not count, and how many of them left something counted. */
  nonEvents: Map<string, { performed: number; wronglyCounted: number }>;
  misjudged: Misjudged[];
  /** Acts whose own log is not what they promise: the sample is broken, and the figures with it. */
  unexpected: { act: PerformedAct; got: EventKind[] }[];
}

interface Event {
  at: number;
  act: number;
  id: string;
}

export function score(
  performed: readonly PerformedAct[],
  writes: readonly Write[],
  rows: readonly RecordedAction[],
): Score {
  const result: Score = { tallies: new Map(), nonEvents: new Map(), misjudged: [], unexpected: [] };
  for (const portal of new Set(performed.map((act) => act.portal))) {
    const acts = performed.filter((act) => act.portal === portal).sort((a, b) => a.startedAt - b.startedAt);
    const actAt = (at: number) => acts.findLastIndex((act) => act.startedAt <= at);
    const truth = writes.filter((write) => write.portal === portal && write.verdict !== 'other');
    const found = rows.filter((row) => row.portalId === portal);
    const missed = new Map<number, EventKind[]>();
    const wrong = new Map<number, string[]>();
    const tally = {} as Record<EventKind, Tally>;
    for (const kind of EVENT_KINDS) {
      const truths = truth
        .filter((write) => write.verdict === kind)
        .map((write, index) => ({ at: write.at, act: actAt(write.at), id: String(index) }));
      const founds = found
        .filter((row) => eventOf(row) === kind)
        .map((row) => ({ at: row.at, act: actAt(row.at), id: row.id }));
      const pairs = pair(truths, founds);
      tally[kind] = { truth: truths.length, found: founds.length, matched: pairs.size };
      truths.forEach((one) => {
        if (!pairs.has(one)) missed.set(one.act, [...(missed.get(one.act) ?? []), kind]);
      });
      const used = new Set(pairs.values());
      founds.forEach((one) => {
        if (!used.has(one)) wrong.set(one.act, [...(wrong.get(one.act) ?? []), one.id]);
      });
    }
    result.tallies.set(portal, tally);
    for (const index of new Set([...missed.keys(), ...wrong.keys()])) {
      const act = acts[index] ?? null;
      result.misjudged.push({ act, portal, missed: missed.get(index) ?? [], wrong: wrong.get(index) ?? [] });
    }
    const none = acts.filter((act) => act.expects.length === 0);
    result.nonEvents.set(portal, {
      performed: none.length,
      wronglyCounted: none.filter((act) => wrong.has(acts.indexOf(act))).length,
    });
    acts.forEach((act, index) => {
      const got = truth.filter((write) => actAt(write.at) === index).map((w) => w.verdict as EventKind);
      if (got.join() !== act.expects.join()) result.unexpected.push({ act, got });
    });
  }
  return result;
}

/** The largest one-to-one pairing, nearest first (augmenting paths; there are few events in one act). */
function pair(truths: readonly Event[], founds: readonly Event[]): Map<Event, Event> {
  const fits = (truth: Event, found: Event) =>
    truth.act === found.act && found.at <= truth.at + AFTER_MS && found.at >= truth.at - BEFORE_MS;
  const byTruth = new Map<Event, Event>();
  const byFound = new Map<Event, Event>();
  const place = (truth: Event, tried: Set<Event>): boolean => {
    const near = founds
      .filter((found) => !tried.has(found) && fits(truth, found))
      .sort((a, b) => Math.abs(a.at - truth.at) - Math.abs(b.at - truth.at));
    for (const found of near) {
      tried.add(found);
      const holder = byFound.get(found);
      if (holder && !place(holder, tried)) continue;
      byFound.set(found, truth);
      byTruth.set(truth, found);
      return true;
    }
    return false;
  };
  for (const truth of truths) place(truth, new Set());
  return byTruth;
}

export interface Rates {
  precision: number;
  recall: number;
}

/** No event at all is no mistake: 1. */
export function ratesOf(tallies: readonly Tally[]): Rates {
  const sum = (pick: (tally: Tally) => number) => tallies.reduce((total, one) => total + pick(one), 0);
  const matched = sum((one) => one.matched);
  const share = (of: number) => (of === 0 ? 1 : matched / of);
  return { precision: share(sum((one) => one.found)), recall: share(sum((one) => one.truth)) };
}

export function totalOf(score: Score, kind: EventKind): Tally {
  const total: Tally = { truth: 0, found: 0, matched: 0 };
  for (const tally of score.tallies.values()) {
    total.truth += tally[kind].truth;
    total.found += tally[kind].found;
    total.matched += tally[kind].matched;
  }
  return total;
}
