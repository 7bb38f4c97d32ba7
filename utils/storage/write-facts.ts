// How signals are written: in the order in which they come, each one's rows and the day rows that sum them in one
// transaction. Signals that come while one is being written share the next transaction, and a day they touch
// together is summed once: summing a day reads all of it, and in a rush of submissions each would wait for that of
// all before it.
import type { DateKey } from '../domain/records';
import type { Ledger } from './database';
import { DAY_STORES, rebuildDay } from './day-store';
import { ENTRY_STORES } from './entry-store';

/** Few enough that a transaction stays short. */
const AT_ONCE = 50;

/** Says that a day's facts have changed. */
export type Touch = (personId: string, localDate: DateKey) => void;
/**
 * Writes facts; waits for nothing but the database. Reads may go out together, writes one after another: with two at
 * once a transaction was seen to be committed before its work was done (failing-transactions.test.ts).
 */
type Work = (touch: Touch) => Promise<unknown>;

interface Waiting {
  work: Work;
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
export function writeFacts<T>(db: Ledger, work: (touch: Touch) => Promise<T>): Promise<T> {
  return new Promise<unknown>((done, failed) => {
    const waiting = queues.get(db);
    if (waiting) {
      waiting.push({ work, done, failed });
      return;
    }
    const queue = [{ work, done, failed }];
    queues.set(db, queue);
    void empty(db, queue);
  }) as Promise<T>;
}

/** Resolves when all that has come so far is in the ledger: what is read then is no older than what was told. */
export const written = (db: Ledger): Promise<void> =>
  queues.has(db) ? writeFacts(db, async () => undefined) : Promise.resolve();

async function empty(db: Ledger, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    const together = queue.splice(0, AT_ONCE);
    if (!(await writeAll(db, together))) for (const one of together) await writeAlone(db, one);
  }
  queues.delete(db);
}

/** Tells whether they were written: what fails takes the others' rows back with its own. */
async function writeAll(db: Ledger, together: readonly Waiting[]): Promise<boolean> {
  if (together.length === 1) return false;
  const results = await transact(db, together).catch(() => null);
  results?.forEach((result, at) => {
    together[at]?.done(result);
  });
  return results !== null;
}

const writeAlone = (db: Ledger, one: Waiting): Promise<void> =>
  transact(db, [one]).then(([result]) => one.done(result), one.failed);

function transact(db: Ledger, together: readonly Waiting[]): Promise<unknown[]> {
  return db.transaction('rw', FACT_STORES(db), async () => {
    const touched = new Map<string, [personId: string, localDate: DateKey]>();
    const touch: Touch = (personId, localDate) =>
      touched.set(`${personId} ${localDate}`, [personId, localDate]);
    const results: unknown[] = [];
    for (const { work } of together) results.push(await work(touch));
    for (const [personId, localDate] of touched.values()) await rebuildDay(db, personId, localDate);
    return results;
  });
}
