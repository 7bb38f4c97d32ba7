import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../utils/domain/records';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import type { RecordCursor, RecordFilter } from '../../utils/storage/overview';
import { ROWS_PER_PAGE, readRecordPage } from '../../utils/storage/record-pages';
import { writeSettings } from '../../utils/storage/settings';
import { action, span } from '../fixtures/facts';

const T0 = Date.UTC(2026, 10, 23, 1);
const ALL: RecordFilter = { kind: 'actions', portalId: null, from: null, to: null, text: '' };

let db: Ledger;
let made = 0;
beforeEach(async () => {
  db = openDatabase(`record-${made++}`);
  await writeSettings(db, { personId: 'p' });
});

async function leaf(filter: RecordFilter): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let cursor: RecordCursor | null = null;
  let pages = 0;
  do {
    const page = await readRecordPage(db, filter, cursor, 'zh-CN');
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
    pages += 1;
  } while (cursor !== null && pages < 1_000);
  return { ids, pages };
}

describe('the record', () => {
  it('shows every row once, newest first, also where many happened in one instant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }), async (seconds) => {
        await db.actions.clear();
        const rows = seconds.map((second) => action({ at: T0 + second * 1_000 }));
        await db.actions.bulkAdd(rows);
        const { ids } = await leaf(ALL);
        expect([...ids].sort()).toEqual(rows.map(({ id }) => id).sort());
        const at = new Map(rows.map((row) => [row.id, row.at]));
        expect(
          ids.every((id, i) => i === 0 || (at.get(ids[i - 1] as string) ?? 0) >= (at.get(id) ?? 0)),
        ).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('reads a page of the chosen person alone', async () => {
    await db.actions.bulkAdd(Array.from({ length: 120 }, (_, i) => action({ at: T0 + i })));
    await db.actions.add(action({ at: T0 + 999, personId: 'q' }));
    const page = await readRecordPage(db, ALL, null, 'zh-CN');
    expect(page.rows).toHaveLength(ROWS_PER_PAGE);
    expect((await leaf(ALL)).ids).toHaveLength(120);
  });

  it.each([
    ['checkIns', { kind: 'checkIn' }],
    ['submissions', { kind: 'submission' }],
    ['refused', { outcome: 'rejected' }],
    ['files', { uploads: { images: 1, videos: 0, documents: 0 } }],
    [
      'repeats',
      { repeat: { ofActionId: 'x', scope: 'sameForm', sharedEntries: 1, eligibleEntries: 1, retypeMs: 0 } },
    ],
  ] as const)('finds %s among two thousand others', async (kind, facts) => {
    const plain: Partial<Action> = { kind: kind === 'submissions' ? 'checkIn' : 'submission' };
    await db.actions.bulkAdd(Array.from({ length: 2_000 }, (_, i) => action({ at: T0 + i, ...plain })));
    const wanted = action({ at: T0 - 1, ...(facts as Partial<Action>) });
    await db.actions.add(wanted);
    const { ids, pages } = await leaf({ ...ALL, kind });
    expect(ids).toEqual([wanted.id]);
    expect(pages).toBeGreaterThan(1);
  });

  it('is narrowed by portal, dates and words', async () => {
    const rows = [
      action({ at: T0, portalId: 'a', route: '/report/monthly', localDate: '2026-11-23' }),
      action({ at: T0 + 86_400_000, portalId: 'b', route: '/sign', localDate: '2026-11-24' }),
    ] as const;
    await db.actions.bulkAdd([...rows]);
    expect((await leaf({ ...ALL, portalId: 'b' })).ids).toEqual([rows[1].id]);
    expect((await leaf({ ...ALL, from: '2026-11-24' })).ids).toEqual([rows[1].id]);
    expect((await leaf({ ...ALL, to: '2026-11-23' })).ids).toEqual([rows[0].id]);
    expect((await leaf({ ...ALL, text: 'MONTH' })).ids).toEqual([rows[0].id]);
  });

  it('brings spans with their active time, and what the person said about a row', async () => {
    const one = span({ startedAt: T0, ms: 300_000, gaps: [[0, 300_000]] });
    await db.spans.add(one);
    const said = { id: 'c', personId: 'p', targetId: one.id, kind: 'strike', value: null, at: 1 } as const;
    await db.corrections.bulkAdd([
      { ...said, undoneAt: null },
      { ...said, id: 'd', undoneAt: 2 },
    ]);
    const { rows } = await readRecordPage(db, { ...ALL, kind: 'spans' }, null, 'zh-CN');
    expect(rows).toMatchObject([{ id: one.id, activeMs: 60_000, corrections: [{ id: 'c' }] }]);
  });
});
