// Day rows: always what the facts of the day sum up to. Whoever changes what they sum rebuilds the day in the
// same transaction; `repairDays` does it for all and says what it found wrong.
import { matchesRouteTemplate as isOfForm } from '../config/route-template';
import { applyCorrections } from '../domain/corrections';
import { type DayFacts, type DayRow, type DayRules, summariseDay } from '../domain/day-summary';
import { isDueOn } from '../domain/due';
import type { Action, Correction, DateKey, Person, Span } from '../domain/records';
import { workingDay } from '../domain/working-time';
import type { ConfigHistory, Ledger } from './database';
import { together } from './together';

/** Days rebuilt in one transaction: few enough that live signals need not wait long. */
const DAYS_AT_ONCE = 20;

/** The stores a transaction needs that rebuilds days. */
export const DAY_STORES = (db: Ledger) => [
  db.spans,
  db.actions,
  db.corrections,
  db.days,
  db.people,
  db.configHistory,
  db.meta,
];

/** Single records from before this date were dropped as the person wished: their days stay as they were. */
export const FACTS_FROM = 'factsFrom';

/** The first date whose sums can be made anew; empty when all can. */
export const factsFrom = (db: Ledger) =>
  db.meta.get(FACTS_FROM).then((first) => (first?.value as DateKey | undefined) ?? '');

/** What a day's sums depend on beside its facts, and the sums that are there. */
export interface DayContext {
  factsFrom: DateKey;
  rows: DayRow[];
  corrections: Correction[];
  person: Person | undefined;
  history: ConfigHistory[];
}

export type Day = { personId: string; localDate: DateKey };

/** Inside the caller's transaction over `DAY_STORES`. */
export const readDayContext = (db: Ledger, { personId, localDate }: Day): PromiseLike<DayContext> =>
  together([
    factsFrom(db),
    db.days.where('[personId+localDate]').equals([personId, localDate]).toArray(),
    db.corrections.where('personId').equals(personId).toArray(),
    db.people.get(personId),
    db.configHistory.toArray(),
  ]).then(([first, rows, corrections, person, history]) => {
    return { factsFrom: first, rows, corrections, person, history };
  });

/** In the order of their ids. Inside the caller's transaction over `DAY_STORES`. */
export const readDayFacts = (
  db: Ledger,
  { personId, localDate }: Day,
): PromiseLike<{ spans: Span[]; actions: Action[] }> =>
  together([
    db.spans.where('[personId+localDate]').equals([personId, localDate]).toArray(),
    db.actions.where('[personId+localDate]').equals([personId, localDate]).toArray(),
  ]).then(([spans, actions]) => ({ spans, actions }));

/** The rows of a day that its facts make other ones, and those that nothing stands behind any more. */
export function sumDay(
  { personId, localDate }: Day,
  facts: DayFacts,
  { factsFrom: first, rows: before, corrections, person, history }: DayContext,
): { changed: DayRow[]; gone: DayRow[] } {
  if (localDate < first) return { changed: [], gone: [] };
  const { spans, actions } = facts;
  const lastAt = Math.max(0, lastOf(spans, 'endedAt'), lastOf(actions, 'at'));
  const rules = rulesOf(person, history, localDate, lastAt);
  const rows = summariseDay(personId, localDate, applyCorrections(facts, corrections), rules);
  const kept = new Set(rows.map((row) => row.portalId));
  return {
    changed: rows.filter((row) => !before.some((known) => isSameRow(known, row))),
    gone: before.filter((row) => !kept.has(row.portalId)),
  };
}

/** Inside the caller's transaction over `DAY_STORES`. Tells whether the rows there were other ones. */
export async function rebuildDay(db: Ledger, personId: string, localDate: DateKey): Promise<boolean> {
  const day = { personId, localDate };
  const [facts, context] = await together([readDayFacts(db, day), readDayContext(db, day)]);
  const { changed, gone } = sumDay(day, facts, context);
  if (gone.length > 0) await db.days.bulkDelete(gone.map((row) => [personId, localDate, row.portalId]));
  if (changed.length > 0) await db.days.bulkPut(changed);
  return gone.length + changed.length > 0;
}

const lastOf = <K extends string>(rows: readonly Record<K, number>[], key: K): number =>
  rows.reduce((last, row) => Math.max(last, row[key]), 0);

/** What a day's sums depend on beside its facts: the person's hours and the configs as they were by then. */
function rulesOf(
  person: Person | undefined,
  history: readonly ConfigHistory[],
  localDate: DateKey,
  lastAt: number,
): DayRules {
  const before = history.filter((entry) => entry.from <= lastAt);
  // Facts can't be older than the first config; a clock that was set back may make them look so.
  const known = (before.length > 0 ? before : history).toReversed();
  const portalOf = (portalId: string) => known.find((entry) => entry.portals[portalId])?.portals[portalId];
  return {
    isBurden: (portalId) => portalOf(portalId)?.burden ?? true,
    beforeDue(action) {
      const form = portalOf(action.portalId)?.dues?.find(({ route }) => isOfForm(action.route, route));
      return form ? isDueOn(form.due, action.localDate) : null;
    },
    workingDay: workingDay(person ?? null, localDate, known[0]?.calendar),
  };
}

const isSameRow = (a: DayRow, b: DayRow): boolean =>
  (Object.keys(b) as (keyof DayRow)[]).every((key) =>
    typeof b[key] === 'object' ? JSON.stringify(a[key]) === JSON.stringify(b[key]) : a[key] === b[key],
  );

/** The calendar in force before an instant, for days without facts. */
export const calendarOn = (history: readonly ConfigHistory[], before: number) =>
  (history.filter((entry) => entry.from < before).at(-1) ?? history[0])?.calendar;

export interface Repair {
  days: number;
  /** Days whose rows were not what their facts sum up to, and are now. */
  mended: { personId: string; localDate: DateKey }[];
}

/** Rebuilds every day of everybody (or one person's from a date on), a few at a time. */
export async function repairDays(
  db: Ledger,
  only: { personId?: string; from?: DateKey } = {},
): Promise<Repair> {
  const found = new Set<string>();
  const first = await factsFrom(db);
  const note = (key: unknown) => {
    const [personId, localDate] = key as [string, DateKey];
    if ((only.personId ?? personId) === personId && (only.from ?? '') <= localDate && first <= localDate)
      found.add(JSON.stringify([personId, localDate]));
  };
  for (const store of [db.spans, db.actions, db.days])
    for (const key of await store.orderBy('[personId+localDate]').uniqueKeys()) note(key);
  const days = [...found].sort().map((key) => JSON.parse(key) as [string, DateKey]);
  const mended: Repair['mended'] = [];
  for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
    await db.transaction('rw', DAY_STORES(db), async () => {
      for (const [personId, localDate] of days.slice(at, at + DAYS_AT_ONCE))
        if (await rebuildDay(db, personId, localDate)) mended.push({ personId, localDate });
    });
  }
  return { days: days.length, mended };
}

const UNFINISHED = 'repairUnfinished';

/** Does what changes the sums from a date on, and makes them so; a worker that dies meanwhile goes on later. */
export async function repairAfter<T>(
  db: Ledger,
  scope: { personId: string; from: DateKey },
  work: () => Promise<T>,
): Promise<T> {
  await db.meta.put({ key: UNFINISHED, value: scope });
  const result = await work();
  await finishRepair(db);
  return result;
}

export async function finishRepair(db: Ledger): Promise<void> {
  const unfinished = await db.meta.get(UNFINISHED);
  if (!unfinished) return;
  await repairDays(db, unfinished.value as { personId: string; from: DateKey });
  await db.meta.delete(UNFINISHED);
}
