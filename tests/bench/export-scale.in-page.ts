// Sent to a page of the extension: fills the ledger with a year of one person, reads it and does nothing with
// what was read, and writes a package with and without what makes it small.
import { datesBetween } from '../../utils/domain/local-day';
import { ACTIONS, SPANS, VISITS } from '../../utils/domain/package/detail-tables';
import type { Action, DateKey, Span } from '../../utils/domain/records';
import { type ExportContext, lookUpPortals, NO_STRIKES, seededIds } from '../../utils/export/context';
import { csvLines } from '../../utils/export/csv';
import { openDetails } from '../../utils/export/detail-rows';
import { openZip } from '../../utils/export/zip';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { readSettings } from '../../utils/storage/settings';
import { makeDay, PORTALS, seeded } from '../fixtures/ledger-year';

const ROWS_AT_ONCE = 5_000;
const DAYS_AT_ONCE = 8;
/** Of makeDay: spans and about a third as many actions. */
const ROWS_PER_SPAN = 1.35;

export async function fill(from: DateKey, to: DateKey, wanted: number): Promise<number> {
  const db = openDatabase();
  const { personId } = await readSettings(db);
  if (!personId) throw new Error('nobody has consented yet');
  const dates = datesBetween(from, to);
  const spansADay = Math.round(wanted / ROWS_PER_SPAN / dates.length);
  const random = seeded(1);
  await Promise.all([db.spans.clear(), db.actions.clear(), db.days.clear(), db.configHistory.clear()]);
  await db.configHistory.add({
    configId: 'xx-county',
    version: 3,
    hash: 'c'.repeat(64),
    source: 'imported',
    title: { en: 'x' },
    calendar: { workdays: [], holidays: [] },
    from: Date.parse(from),
    portals: Object.fromEntries(
      Object.entries(PORTALS).map(([id, category]) => [id, { title: { en: id }, category, burden: true }]),
    ),
  });
  let spans: Span[] = [];
  let actions: Action[] = [];
  let rows = 0;
  for (const [i, localDate] of dates.entries()) {
    const day = makeDay(personId, localDate, random, spansADay);
    spans = spans.concat(day.spans);
    actions = actions.concat(day.actions);
    rows += day.spans.length + day.actions.length;
    // The page asks by day rows which dates there are; what their sums say is of no matter here.
    if (i === 0 || i === dates.length - 1) await noteDay(db, personId, localDate);
    if ((i + 1) % DAYS_AT_ONCE > 0 && i < dates.length - 1) continue;
    await db.transaction('rw', [db.spans, db.actions], async () => {
      await db.spans.bulkPut(spans);
      await db.actions.bulkPut(actions);
    });
    [spans, actions] = [[], []];
  }
  return rows;
}

async function noteDay(db: Ledger, personId: string, localDate: DateKey): Promise<void> {
  const { summariseDay } = await import('../../utils/domain/day-summary');
  const { workingDay } = await import('../../utils/domain/working-time');
  const made = makeDay(personId, localDate, seeded(2), 10);
  await db.days.bulkPut(
    summariseDay(personId, localDate, made, {
      isBurden: () => true,
      beforeDue: () => null,
      workingDay: workingDay(null, localDate),
    }),
  );
}

/** Milliseconds for every span and every action, by bare `getAll` in chunks, and nothing done with them. */
export async function readBare(): Promise<{ ms: number; rows: number }> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('fingertip-ledger');
    opening.onsuccess = () => resolve(opening.result);
  });
  const startedAt = performance.now();
  let rows = 0;
  for (const name of ['spans', 'actions']) {
    const store = () => db.transaction(name).objectStore(name);
    let after = '';
    for (;;) {
      const chunk = await new Promise<{ id: string }[]>((resolve, reject) => {
        const asking = store().getAll(IDBKeyRange.lowerBound(after, true), ROWS_AT_ONCE);
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
      rows += chunk.length;
      if (chunk.length < ROWS_AT_ONCE) break;
      after = chunk.at(-1)?.id ?? '';
    }
  }
  const ms = performance.now() - startedAt;
  db.close();
  return { ms, rows };
}

/** What compression costs: the CSV lines of some days' L1 rows into a zip, deflated and merely stored. */
export async function timeCompression(days: number, spansADay: number) {
  const context: ExportContext = {
    level: 'L1',
    exportId: 'x'.padEnd(17, '0'),
    personId: 'p'.padEnd(17, '0'),
    shiftWeeks: 0,
    idleTimeoutMs: 60_000,
    strikes: NO_STRIKES,
    portal: lookUpPortals([]),
    idsOf: seededIds('secret'),
  };
  const random = seeded(3);
  const lines: [name: string, bytes: Uint8Array<ArrayBuffer>][] = [];
  let rows = 0;
  for (const date of datesBetween('2025-01-01', '2025-12-31').slice(0, days)) {
    const made = makeDay('a'.repeat(32), date, random, spansADay);
    rows += made.spans.length + made.actions.length;
    const details = openDetails(context)(made);
    for (const table of [SPANS, VISITS, ACTIONS])
      lines.push([table.name, csvLines(table, details[table.name])]);
  }
  const time = async (stored: boolean) => {
    const startedAt = performance.now();
    const zip = openZip();
    const files = new Map(
      [SPANS, VISITS, ACTIONS].map(({ name }) => [name, zip.open(name, stored)] as const),
    );
    for (const [name, bytes] of lines) await files.get(name as 'spans')?.add(bytes);
    for (const file of files.values()) await file.end();
    await zip.finish();
    return performance.now() - startedAt;
  };
  await time(false);
  const deflatedMs = Math.min(await time(false), await time(false));
  const storedMs = Math.min(await time(true), await time(true));
  return { rows, bytes: lines.reduce((sum, [, bytes]) => sum + bytes.length, 0), deflatedMs, storedMs };
}
