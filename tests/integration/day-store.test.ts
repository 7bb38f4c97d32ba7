import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SpanClaim } from '../../utils/domain/claims';
import type { DateKey } from '../../utils/domain/records';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { finishRepair, repairAfter, repairDays } from '../../utils/storage/day-store';
import { addPerson, setDutyDay, setWorkingHours } from '../../utils/storage/people-store';
import { noteClosedTab, putSpan, recoverSpans } from '../../utils/storage/span-store';

const HOUR = 3_600_000;
/** 20:00 in Beijing on Monday the 23rd. */
const EVENING = Date.UTC(2026, 10, 23, 12);
const author = { personId: 'p', configHash: 'c' };
const id = (n: number) => n.toString(16).padStart(32, '0');

let db: Ledger;
let made = 0;
beforeEach(async () => {
  db = openDatabase(`days-${made++}`);
  await addPerson(db, 'p', '', 0);
});

const claim = (n: number, more: Partial<SpanClaim> = {}): SpanClaim => ({
  visitId: id(n),
  seq: 0,
  portalId: 'a',
  route: '/',
  depth: 0,
  startedAt: EVENING + n * HOUR,
  endedAt: EVENING + n * HOUR + 10_000,
  gaps: [],
  utcOffsetMin: 480,
  endReason: 'blurred',
  ...more,
});
const row = (date: DateKey) => db.days.get(['p', date, 'a']);

describe('the repair', () => {
  it('finds nothing to mend in what the recorder wrote', async () => {
    for (const n of [0, 1, 30]) await putSpan(db, claim(n), author);
    expect(await repairDays(db)).toEqual({ days: 2, mended: [] });
  });

  it('mends a sum that is wrong, one that is missing, and one that nothing stands behind', async () => {
    for (const n of [0, 30]) await putSpan(db, claim(n), author);
    const right = await db.days.toArray();
    await db.days.update(['p', '2026-11-23', 'a'], { openMs: 1 });
    await db.days.delete(['p', '2026-11-25', 'a']);
    await db.days.put({ ...(right[0] as (typeof right)[number]), localDate: '2026-01-01' });
    const { mended } = await repairDays(db);
    expect(mended.map(({ localDate }) => localDate)).toEqual(['2026-01-01', '2026-11-23', '2026-11-25']);
    expect(await db.days.toArray()).toEqual(right);
  });
});

describe('the hours', () => {
  it('change after-hours from their day on, and not before', async () => {
    await putSpan(db, claim(0), author);
    await putSpan(db, claim(24), author);
    const evening = { 1: [[1080, 1320]], 2: [[1080, 1320]] } as const;
    const scope = { personId: 'p', from: '2026-11-24' };
    await repairAfter(db, scope, () => setWorkingHours(db, 'p', scope.from, evening));
    expect((await row('2026-11-23'))?.afterHours60Ms).toBe(10_000);
    expect((await row('2026-11-24'))?.afterHours60Ms).toBe(0);
    expect((await repairDays(db)).mended).toEqual([]);
  });

  it('are applied after all when the worker died in between', async () => {
    await putSpan(db, claim(0), author);
    const scope = { personId: 'p', from: '2026-11-23' };
    await expect(
      repairAfter(db, scope, async () => {
        await setDutyDay(db, 'p', '2026-11-23', true);
        throw new Error('the worker dies');
      }),
    ).rejects.toThrow();
    expect((await row('2026-11-23'))?.afterHours60Ms).toBe(10_000);
    await finishRepair(db);
    expect((await row('2026-11-23'))?.afterHours60Ms).toBe(0);
    expect(await db.meta.count()).toBe(0);
  });

  it('follow the calendar of the config that was in force', async () => {
    await db.configHistory.add({
      configId: 'x',
      version: 1,
      hash: 'c',
      source: 'imported',
      title: {},
      calendar: { workdays: [], holidays: ['2026-11-23'] },
      from: 0,
      portals: { a: { title: {}, category: 'public-site', burden: false } },
    });
    // 10:00: working time on any other Monday.
    await putSpan(db, claim(-10), author);
    expect(await row('2026-11-23')).toMatchObject({ afterHours60Ms: 10_000, burden: false });
  });
});

describe('spans that nobody ended', () => {
  it('end as recovered at their last checkpoint, and the frame has the last word', async () => {
    await putSpan(db, claim(0, { endReason: null }), author);
    await recoverSpans(db, EVENING + 30_000);
    expect(await db.spans.toArray()).toMatchObject([{ endReason: null }]);
    await recoverSpans(db, EVENING + 11_000, true);
    expect(await db.spans.toArray()).toMatchObject([{ endReason: 'recovered', openMs: 10_000 }]);
    await putSpan(db, claim(0, { endReason: 'slept', endedAt: EVENING + 12_000 }), author);
    expect(await db.spans.toArray()).toMatchObject([{ endReason: 'slept', openMs: 12_000 }]);
  });

  it('tell a closed tab from a page that was left', async () => {
    await putSpan(db, claim(0, { endReason: 'navigated' }), author, 7);
    await noteClosedTab(db, 8, EVENING + 10_500);
    expect(await db.spans.toArray()).toMatchObject([{ endReason: 'navigated' }]);
    await noteClosedTab(db, 7, EVENING + 10_500);
    expect(await db.spans.toArray()).toMatchObject([{ endReason: 'closed' }]);
  });
});
