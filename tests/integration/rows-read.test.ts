// No view reads more than it shows: rows are counted as they leave the database. A range is read by its day rows,
// however many stretches and acts made them.
import 'fake-indexeddb/auto';
import type { DBCore, DBCoreTable } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { datesBetween, shiftDate } from '../../utils/domain/local-day';
import type { DateKey } from '../../utils/domain/records';
import { rangeOf } from '../../utils/domain/report-range';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairDays } from '../../utils/storage/day-store';
import { addPerson } from '../../utils/storage/people-store';
import { readOverview, readOverviews } from '../../utils/storage/queries';
import { readRecordPage } from '../../utils/storage/record-pages';
import { readRepeatLines } from '../../utils/storage/repeat-queries';
import { readReportRest } from '../../utils/storage/report';
import { writeSettings } from '../../utils/storage/settings';
import { action, span } from '../fixtures/facts';

const TODAY: DateKey = '2026-11-24';
const NOW = Date.parse(`${TODAY}T12:00:00Z`);
const PORTALS = ['a', 'b', 'c'];
const DAYS = 60;
const PER_PORTAL_AND_DAY = 4;

/** Rows that were handed out, by store. */
function countRows(db: Ledger, read: Map<string, number>): void {
  const note = (table: string, rows: number) => read.set(table, (read.get(table) ?? 0) + rows);
  const counting = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    async get(request) {
      note(table.name, 1);
      return table.get(request);
    },
    async getMany(request) {
      note(table.name, request.keys.length);
      return table.getMany(request);
    },
    async query(request) {
      const found = await table.query(request);
      note(table.name, found.result.length);
      return found;
    },
    async openCursor(request) {
      const cursor = await table.openCursor(request);
      if (!cursor) return cursor;
      // Every step of a cursor hands out a row, wanted or not.
      const start = cursor.start.bind(cursor);
      cursor.start = (onNext) =>
        start(() => {
          note(table.name, 1);
          onNext();
        });
      return cursor;
    },
  });
  db.use({
    stack: 'dbcore',
    name: 'count',
    create: (core: DBCore): DBCore => ({ ...core, table: (name) => counting(core.table(name)) }),
  });
}

let made = 0;
let db: Ledger;
let read: Map<string, number>;

beforeEach(async () => {
  db = openDatabase(`rows-${made++}`);
  read = new Map();
  countRows(db, read);
  await addPerson(db, 'p', '', 0);
  await writeSettings(db, { consentAt: 1, personId: 'p' });
  await db.configHistory.add({
    configId: 'x',
    version: 1,
    hash: 'c',
    source: 'imported',
    title: {},
    calendar: { workdays: [], holidays: [] },
    from: 0,
    portals: Object.fromEntries(
      PORTALS.map((id) => [id, { title: { en: id }, category: 'reporting', burden: true }]),
    ),
  });
  for (const localDate of datesBetween(shiftDate(TODAY, 1 - DAYS), TODAY)) {
    const noon = Date.parse(`${localDate}T04:00:00Z`);
    for (const [at, portalId] of PORTALS.entries()) {
      const starts = Array.from({ length: PER_PORTAL_AND_DAY }, (_, i) => noon + (at * 10 + i) * 60_000);
      await db.spans.bulkAdd(
        starts.map((startedAt) => ({ ...span({ portalId, startedAt, ms: 30_000 }), localDate })),
      );
      await db.actions.bulkAdd(starts.map((startedAt) => action({ portalId, at: startedAt, localDate })));
    }
  }
  await repairDays(db);
  read.clear();
});

const rowsOf = (...stores: string[]) => stores.map((store) => read.get(store) ?? 0);

describe('a range', () => {
  it.each(['day', 'week', 'month', 'quarter'] as const)(
    'a %s is read by its day rows alone',
    async (unit) => {
      const range = rangeOf({ unit, anchor: TODAY }, TODAY);
      const overview = await readOverview(db, range.from, range.to, 'en', NOW);
      const seen = overview.days.filter(({ submissions }) => submissions > 0).length;
      expect(overview.totals.submissions).toBe(seen * PORTALS.length * PER_PORTAL_AND_DAY);
      expect(rowsOf('days', 'spans', 'actions', 'entries')).toEqual([seen * PORTALS.length, 0, 0, 0]);
    },
  );

  it('is compared with the one before it by day rows, and portals by one row each', async () => {
    const range = rangeOf({ unit: 'month', anchor: TODAY }, TODAY);
    const { before } = await readReportRest(db, range, TODAY, 'en', NOW);
    const seen = before.days.filter(({ submissions }) => submissions > 0).length;
    expect(seen).toBeGreaterThan(0);
    expect(rowsOf('spans', 'actions', 'entries')).toEqual([0, 0, 0]);
    expect(read.get('days')).toBeLessThanOrEqual(seen * PORTALS.length + PORTALS.length);
  });
});

describe('the popup', () => {
  it('reads the rows of seven days once, for today and the week', async () => {
    const ranges = [
      { from: TODAY, to: TODAY },
      { from: shiftDate(TODAY, -6), to: TODAY },
    ];
    const [today, week] = await readOverviews(db, ranges, 'en', NOW);
    expect([today?.totals.submissions, week?.totals.submissions]).toEqual([12, 84]);
    expect(rowsOf('days', 'spans', 'actions', 'entries')).toEqual([7 * PORTALS.length, 0, 0, 0]);
  });

  it('reads the acts of one day when its repeats are opened', async () => {
    await readRepeatLines(db, TODAY, 'en');
    expect(rowsOf('spans', 'actions')).toEqual([0, PORTALS.length * PER_PORTAL_AND_DAY]);
  });
});

describe('the record', () => {
  it('reads about a page of acts, not the year', async () => {
    const filter = { kind: 'actions' as const, portalId: null, from: null, to: null, text: '' };
    const page = await readRecordPage(db, filter, null, 'en');
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.next).not.toBeNull();
    expect(rowsOf('spans')).toEqual([0]);
    expect(read.get('actions')).toBeLessThanOrEqual(page.rows.length * 2 + 2);
  });
});
