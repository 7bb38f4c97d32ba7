// How signals are written: in the order in which they come, each one's rows and the day rows that sum them in one
// transaction. Signals that come while one is being written share the next transaction: what they are about is read
// and written together, a verdict is made once, and a day they touch together is summed once.
import type { Ledger } from './database';
import { DAY_STORES, type Day, type DayContext, readDayContext, readDayFacts, sumDay } from './day-store';
import { ENTRY_STORES } from './entry-store';
import { applyChanges, type HeldDay, holdDay, isCurrent, stamped, takeHeldDay } from './held-day';
import { judgeTurned } from './repeat-store';
import { together } from './together';
import { flushUnit, loadUnit, makeUnit, type Reads, type Unit } from './unit-of-work';

/** Few enough that a transaction stays short. */
const AT_ONCE = 50;

/**
 * Writes facts; waits for nothing but the database, and for that as together.ts says. Acts and steps it takes from
 * the unit, which reads what it was told of beforehand.
 */
type Work<T> = (unit: Unit) => T | Promise<T>;

interface Waiting {
  work: Work<unknown>;
  reads: Reads;
  done(result: unknown): void;
  failed(error: unknown): void;
}

const queues = new WeakMap<Ledger, Waiting[]>();

const FACT_STORES = (db: Ledger) => [
  ...new Set([...DAY_STORES(db), ...ENTRY_STORES(db), db.claims, db.pending, db.steps]),
];

/**
 * Resolves when it is in the ledger; all of the work is, or nothing of it. Not inside another transaction, and
 * never inside a work, which would wait for itself.
 */
export function writeFacts<T>(db: Ledger, work: Work<T>, reads: Reads = {}): Promise<T> {
  return new Promise<unknown>((done, failed) => {
    const waiting = queues.get(db);
    if (waiting) {
      waiting.push({ work, reads, done, failed });
      return;
    }
    const queue = [{ work, reads, done, failed }];
    queues.set(db, queue);
    void empty(db, queue);
  }) as Promise<T>;
}

/** Resolves when all that has come so far is in the ledger: what is read then is no older than what was told. */
export const written = (db: Ledger): Promise<void> =>
  queues.has(db) ? writeFacts(db, () => undefined) : Promise.resolve();

async function empty(db: Ledger, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    const those = queue.splice(0, AT_ONCE);
    if (!(await writeAll(db, those))) for (const one of those) await writeAlone(db, one);
  }
  queues.delete(db);
}

/** Tells whether they were written: what fails takes the others' rows back with its own. */
async function writeAll(db: Ledger, those: readonly Waiting[]): Promise<boolean> {
  if (those.length === 1) return false;
  const results = await transact(db, those).catch(() => null);
  results?.forEach((result, at) => {
    those[at]?.done(result);
  });
  return results !== null;
}

const writeAlone = (db: Ledger, one: Waiting): Promise<void> =>
  transact(db, [one]).then(([result]) => one.done(result), one.failed);

async function transact(db: Ledger, those: readonly Waiting[]): Promise<unknown[]> {
  const held = takeHeldDay(db);
  const [results, day] = await db.transaction('rw', FACT_STORES(db), async () => {
    const unit = makeUnit(db);
    const reads = those.map((one) => one.reads);
    const [context] = await together([held && readDayContext(db, held), loadUnit(db, unit, reads)]);
    const results: unknown[] = [];
    for (const { work } of those) {
      const result = work(unit);
      results.push(isPromise(result) ? await result : result);
    }
    await judgeTurned(db, unit);
    const known = held && context && isCurrent(db, held) ? { ...held, context } : null;
    return [results, await writeUnit(db, unit, known)] as const;
  });
  holdDay(db, day);
  return results;
}

/** Writes what the unit has changed, and the sums of the days that it has touched. Tells what day is known then. */
async function writeUnit(
  db: Ledger,
  unit: Unit,
  known: (HeldDay & { context: DayContext }) | null,
): Promise<HeldDay | null> {
  const touched = [...unit.touched.values()].map(([personId, localDate]) => ({ personId, localDate }));
  let day: HeldDay | null = known;
  if (known) {
    applyChanges(known, unit);
    if (touched.some((one) => isSameDay(one, known))) putSums(unit, known, known.context);
  }
  await flushUnit(unit);
  for (const other of touched) {
    if (known && isSameDay(other, known)) continue;
    const [facts, context] = await together([readDayFacts(db, other), readDayContext(db, other)]);
    day = { ...other, ...facts, version: 0 };
    putSums(unit, day, context);
    await together(unit.days.flush());
  }
  return day && stamped(db, day);
}

function putSums(unit: Unit, day: HeldDay, context: DayContext): void {
  const { changed, gone } = sumDay(day, day, context);
  for (const row of changed) unit.days.put(row);
  for (const { personId, localDate, portalId } of gone) unit.days.delete([personId, localDate, portalId]);
}

const isSameDay = (a: Day, b: Day): boolean => a.personId === b.personId && a.localDate === b.localDate;

/** Not by its class: inside a transaction `Promise` is Dexie's. */
const isPromise = (result: unknown): result is PromiseLike<unknown> =>
  typeof (result as PromiseLike<unknown> | undefined)?.then === 'function';
