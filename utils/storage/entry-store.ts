// What becomes of the entries of accepted submissions as time goes by, and of the key they were hashed with. Nothing
// else is ever in `entries`, so a hit needs no second look at what became of its submission.
import { ENTRY_LIFE_MS } from '../domain/repetition';
import type { Ledger } from './database';
import { destroyEntryKey } from './entry-hash';

/** So long a verdict may still be turned by what happened before it and is heard of later. */
export const OPEN_VERDICT_MS = 30 * 60_000;

/** The stores a transaction needs that judges submissions. */
export const ENTRY_STORES = (db: Ledger) => [db.entries, db.waiting, db.forms, db.meta];

/** What does not stay: hashes after the span over which repeats are looked for, times and ways sooner. */
export async function dropOldEntries(db: Ledger, now: number): Promise<void> {
  await db.transaction('rw', [db.entries, db.forms, db.waiting, db.pending], async () => {
    await db.entries
      .where('at')
      .below(now - ENTRY_LIFE_MS)
      .delete();
    await db.forms
      .where('lastAt')
      .below(now - ENTRY_LIFE_MS)
      .delete();
    const awaited = new Set(await db.pending.toCollection().primaryKeys());
    await db.waiting
      .where('at')
      .below(now - OPEN_VERDICT_MS)
      .filter(({ actionId }) => !awaited.has(actionId))
      .delete();
  });
}

/**
 * Destroys the key and with it everything that was hashed. The figures stay: they are counts. What is on its way
 * was hashed with the old key and is turned away when it arrives (takeAttempt).
 */
export async function forgetEntries(db: Ledger): Promise<void> {
  await db.transaction('rw', [...ENTRY_STORES(db), db.steps, db.pending], async () => {
    await destroyEntryKey(db);
    await Promise.all([db.entries.clear(), db.waiting.clear(), db.forms.clear()]);
    await db.steps.toCollection().modify({ entered: [] });
    await db.pending.toCollection().modify((attempt) => {
      if (attempt.pages) attempt.pages.entered = [];
    });
  });
}
