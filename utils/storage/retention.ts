// How long single records are kept. By default for ever; a person may say after how many months spans and
// actions go. The sums of the days stay: they are marked as no longer checkable, or the next repair would take
// days without facts for empty ones.
import type { DateKey } from '../domain/records';
import { type RetentionMonths, retentionStart } from '../domain/retention';
import type { Ledger } from './database';
import { FACTS_FROM, factsFrom } from './day-store';

/** Rows dropped in one go; the rest follows at the next upkeep. */
const ROWS_AT_ONCE = 5_000;

/** Tells whether there is more to drop. */
export async function dropOldFacts(
  db: Ledger,
  months: RetentionMonths | null,
  today: DateKey,
): Promise<boolean> {
  if (months !== null) {
    const start = retentionStart(today, months);
    await db.transaction('rw', db.meta, async () => {
      if ((await factsFrom(db)) < start) await db.meta.put({ key: FACTS_FROM, value: start });
    });
  }
  const start = await factsFrom(db);
  if (start === '') return false;
  let more = false;
  for (const store of [db.spans, db.actions] as (typeof db.spans)[])
    if (await db.transaction('rw', [store, db.corrections], () => dropBefore(db, store, start))) more = true;
  return more;
}

async function dropBefore(db: Ledger, store: Ledger['spans'], start: DateKey): Promise<boolean> {
  const people = await store.orderBy('[personId+localDate]').uniqueKeys();
  const dates = (people as unknown as [string, DateKey][]).filter(([, date]) => date < start);
  let left = ROWS_AT_ONCE;
  for (const key of dates) {
    if (left <= 0) return true;
    const ids = await store.where('[personId+localDate]').equals(key).limit(left).primaryKeys();
    await store.bulkDelete(ids);
    await db.corrections.where('targetId').anyOf(ids).delete();
    left -= ids.length;
  }
  return left <= 0;
}
