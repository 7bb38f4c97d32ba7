// Entries of accepted submissions: written, looked up, dropped. Nothing else is ever in `entries`, so a hit
// needs no second look at what became of its submission.
import { isSubjectEntry } from '../domain/entry-mark';
import type { EntryIndex } from '../domain/judge-submission';
import type { Entry } from '../domain/records';
import { ENTRY_LIFE_MS, isLater, type Sighting, type Submission } from '../domain/repetition';
import type { Ledger } from './database';
import { destroyEntryKey } from './entry-hash';

/** A value in more submissions than this is about no one matter, and its rows are not worth reading. */
export const MOST_SIGHTINGS = 200;
/** So long a verdict may still be turned by what happened before it and is heard of later. */
export const OPEN_VERDICT_MS = 30 * 60_000;

/** The stores a transaction needs that judges submissions. */
export const ENTRY_STORES = (db: Ledger) => [db.entries, db.waiting, db.forms, db.meta];

/** Inside the caller's transaction. */
export async function putEntries(db: Ledger, submission: Submission, identity: string[]): Promise<void> {
  const { actionId, personId, portalId, formKey, at, entered } = submission;
  const row: Entry = {
    actionId,
    personId,
    portalId,
    formKey,
    at,
    hashes: entered.map(({ hash }) => hash),
    identity,
  };
  // A sheet with nothing but names has nothing to compare.
  if (row.hashes.every(isSubjectEntry)) return;
  await db.entries.put(row);
  const form = await db.forms.get([personId, portalId, formKey]);
  if (form && form.firstAt <= at && at <= form.lastAt) return;
  await db.forms.put({
    personId,
    portalId,
    formKey,
    firstAt: Math.min(at, form?.firstAt ?? at),
    lastAt: Math.max(at, form?.lastAt ?? at),
  });
}

/** Looks entries up in the caller's transaction. */
export function entryIndex(db: Ledger): EntryIndex {
  return {
    async findSightings(submission, from) {
      const { actionId, personId, entered } = submission;
      const found = await Promise.all(
        entered.map(({ hash }) =>
          db.entries
            .where('hashes')
            .equals(hash)
            .limit(MOST_SIGHTINGS + 2)
            .primaryKeys(),
        ),
      );
      const ids = new Set<string>();
      const common = new Set<string>();
      found.forEach((keys, i) => {
        const others = keys.filter((key) => key !== actionId);
        const hash = entered[i]?.hash;
        if (hash && others.length > MOST_SIGHTINGS) common.add(hash);
        else for (const key of others) ids.add(key);
      });
      const rows = ids.size === 0 ? [] : await db.entries.bulkGet([...ids]);
      const sightings = rows.filter(
        (row): row is Entry =>
          row !== undefined && row.personId === personId && row.at >= from && isLater(submission, row),
      );
      return { sightings: sightings satisfies Sighting[], common };
    },
    async countForms(personId, from, to) {
      return db.forms
        .where('[personId+portalId+formKey]')
        .between([personId], [personId, []])
        .filter((form) => form.lastAt >= from && form.firstAt < to)
        .count();
    },
    countSubmissions: (personId, { portalId, formKey }, from, to) =>
      db.entries
        .where('[personId+portalId+formKey+at]')
        .between([personId, portalId, formKey, from], [personId, portalId, formKey, to])
        .count(),
  };
}

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
 * was hashed with the old key and is turned away when it arrives (isCurrentKey).
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
