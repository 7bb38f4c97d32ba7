import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptClaim, SpanClaim } from '../../utils/domain/claims';
import { summariseDay } from '../../utils/domain/day-summary';
import type { Evidence } from '../../utils/domain/outcomes';
import { workingDay } from '../../utils/domain/working-time';
import { type Ledger, openDatabase, type PendingStep } from '../../utils/storage/database';
import { entryKey } from '../../utils/storage/entry-hash';
import { addEvidence, putAttempt, settle } from '../../utils/storage/record-store';
import { putSpan } from '../../utils/storage/span-store';
import { noteArrival, putStep } from '../../utils/storage/step-store';
import { attemptId as id, attemptClaim as nthClaim } from '../fixtures/attempt-claim';

const T0 = Date.UTC(2026, 10, 23, 1);
const author = { personId: 'p', configHash: 'c' };

let db: Ledger;
let made = 0;
beforeEach(() => {
  db = openDatabase(`test-${made++}`);
});

const spanClaim = (over: Partial<SpanClaim> = {}): SpanClaim => ({
  visitId: id(1),
  seq: 0,
  portalId: 'a',
  route: '/',
  depth: 0,
  startedAt: T0,
  endedAt: T0 + 15_000,
  gaps: [],
  utcOffsetMin: 480,
  endReason: null,
  ...over,
});

const attemptClaim = (over: Partial<AttemptClaim> = {}): AttemptClaim =>
  nthClaim(T0, 100, {
    at: T0 + 5_000,
    activeMs: 5_000,
    fields: { total: 2, edited: 2, typed: 2, pasted: 0, chosen: 0, filled: 0 },
    ...over,
  });

const where = { tabId: 1, frameId: 0, deadline: T0 + 20_000 };
const entered = (hashes: string[]) =>
  hashes.map((hash) => ({ hash, mode: 'typed' as const, activeMs: 1_000 }));
const attempt = async (over: Partial<AttemptClaim> = {}, hashes: string[] = []) => {
  const { id: keyId } = await entryKey(db);
  return putAttempt(
    db,
    { claim: attemptClaim(over), enteredBy: author.personId, entered: entered(hashes), keyId, where },
    author,
  );
};
const evidence = (marks: Evidence[], n = 100) => addEvidence(db, id(n), marks, T0 + 6_000);

const page = async (over: { hashes?: string[] } & Partial<PendingStep> = {}) => ({
  tabId: 1,
  frameId: 0,
  portalId: 'a',
  startedAt: T0 - 60_000,
  at: T0 - 30_000,
  activeMs: 20_000,
  fields: { total: 3, edited: 3, typed: 2, pasted: 1, chosen: 0, filled: 0 },
  uploads: { images: 1, videos: 0, documents: 0 },
  keyId: (await entryKey(db)).id,
  entered: entered(over.hashes ?? ['v1']),
  ...over,
});
const frame = { tabId: 1, frameId: 0, portalId: 'a' };
const nothingEntered = { total: 0, edited: 0, typed: 0, pasted: 0, chosen: 0, filled: 0 };

describe('a form over several documents', () => {
  it('is one submission that holds what all its pages held, also where the last has no fields', async () => {
    await putStep(db, await page());
    expect(await noteArrival(db, frame, T0 - 29_000)).toBe(true);
    const second = { startedAt: T0 - 28_000, at: T0 - 20_000, activeMs: 5_000, hashes: ['v2'] };
    await putStep(db, await page(second));
    expect(await noteArrival(db, frame, T0 - 19_000)).toBe(true);
    const last = { startedAt: T0, activeMs: 0, fields: nothingEntered };
    await attempt(last);
    await attempt(last);
    // Confirmed in a layer: the last page is announced once more.
    await attempt({ ...last, at: T0 + 7_000, evidence: ['gesture:again'] });
    await evidence(['message:success']);
    expect(await db.actions.get(id(100))).toMatchObject({
      startedAt: T0 - 60_000,
      activeMs: 25_000,
      fields: { total: 6, typed: 4, pasted: 2 },
      uploads: { images: 2 },
    });
    expect((await db.entries.get(id(100)))?.hashes).toEqual(['v1', 'v2']);
    expect(await db.steps.count()).toBe(0);
  });

  it.each<[string, () => Promise<void>, Partial<PendingStep>]>([
    ['a document came in between', async () => void (await noteArrival(db, frame, T0)), {}],
    ['it waited over half an hour', async () => {}, { at: T0 - 31 * 60_000 }],
    ['it was another frame', async () => {}, { frameId: 7 }],
    ['it was another portal', async () => {}, { portalId: 'b' }],
  ])('is left when %s', async (_, between, over) => {
    await putStep(db, await page(over));
    await between();
    expect(await noteArrival(db, frame, T0)).toBe(false);
  });
});

async function expectDaysRebuilt(): Promise<void> {
  const [spans, actions, days] = await Promise.all([
    db.spans.toArray(),
    db.actions.toArray(),
    db.days.toArray(),
  ]);
  const dates = new Set([...spans, ...actions].map((row) => row.localDate));
  const rebuilt = [...dates].flatMap((date) => {
    const ofDay = <T extends { localDate: string }>(rows: T[]) =>
      rows.filter((row) => row.localDate === date);
    const rules = { isBurden: () => true, beforeDue: () => null, workingDay: workingDay(null, date) };
    return summariseDay('p', date, { spans: ofDay(spans), actions: ofDay(actions) }, rules);
  });
  const sorted = <T extends { localDate: string; portalId: string }>(rows: T[]) =>
    [...rows].sort((a, b) => `${a.localDate}${a.portalId}`.localeCompare(`${b.localDate}${b.portalId}`));
  expect(sorted(days)).toEqual(sorted(rebuilt));
}

describe('spans', () => {
  it('grow by checkpoints and end once', async () => {
    await putSpan(db, spanClaim(), author);
    await putSpan(db, spanClaim({ endedAt: T0 + 30_000 }), author);
    await putSpan(db, spanClaim({ endedAt: T0 + 31_000, endReason: 'blurred' }), author);
    await putSpan(db, spanClaim({ endedAt: T0 + 15_000 }), author);
    await putSpan(db, spanClaim({ endedAt: T0 + 60_000 }), author);
    expect(await db.spans.toArray()).toMatchObject([{ openMs: 31_000, endReason: 'blurred' }]);
    await expectDaysRebuilt();
  });

  it('give an instant to the deeper frame, whoever reports first', async () => {
    const parent = spanClaim({ endedAt: T0 + 30_000, endReason: 'hidden' });
    const child = spanClaim({
      visitId: id(2),
      portalId: 'b',
      depth: 1,
      startedAt: T0 + 10_000,
      endedAt: T0 + 30_000,
    });
    for (const order of [
      [parent, child],
      [child, parent],
    ]) {
      await Promise.all([db.spans.clear(), db.claims.clear()]);
      for (const signal of order) await putSpan(db, signal, author);
      const rows = await db.spans.orderBy('id').toArray();
      expect(rows.map((row) => [row.portalId, row.startedAt - T0, row.endedAt - T0])).toEqual([
        ['a', 0, 10_000],
        ['b', 10_000, 30_000],
      ]);
    }
    await expectDaysRebuilt();
  });

  it('whatever is repeated, reordered or lost on the way: rows never overlap and days are their sums', async () => {
    const claims = fc.array(
      fc.record({
        visit: fc.integer({ min: 1, max: 3 }),
        seq: fc.integer({ min: 0, max: 2 }),
        from: fc.integer({ min: 0, max: 50 }),
        length: fc.integer({ min: 1, max: 30 }),
        depth: fc.integer({ min: 0, max: 2 }),
        final: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(claims, async (list) => {
        db = openDatabase(`test-${made++}`);
        for (const claim of list) {
          const startedAt = T0 + claim.from * 1_000;
          await putSpan(
            db,
            spanClaim({
              visitId: id(claim.visit),
              seq: claim.seq,
              portalId: 'abc'[claim.visit - 1] ?? 'a',
              depth: claim.depth,
              startedAt,
              endedAt: startedAt + claim.length * 1_000,
              endReason: claim.final ? 'blurred' : null,
            }),
            author,
          );
        }
        const rows = (await db.spans.toArray()).sort((a, b) => a.startedAt - b.startedAt);
        rows.forEach((row, i) => {
          const next = rows[i + 1];
          if (next) expect(next.startedAt).toBeGreaterThanOrEqual(row.endedAt);
        });
        await expectDaysRebuilt();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('actions', () => {
  it('are there before anything is known of their outcome', async () => {
    await attempt();
    expect(await db.actions.toArray()).toMatchObject([{ outcome: 'unknown', settledAt: null }]);
  });

  it('come to the same outcome in any order of evidence, once', async () => {
    await attempt();
    await evidence(['message:success']);
    await attempt();
    await evidence(['request:ok']);
    await settle(db, id(100), T0 + 16_000);
    await evidence([]);
    expect(await db.actions.toArray()).toMatchObject([{ outcome: 'accepted', confidence: 'confirmed' }]);
    expect(await db.days.toArray()).toMatchObject([{ submissions: 1, submissionMs: 5_000 }]);
    await expectDaysRebuilt();
  });

  it('are taken back when the page only looked at its own fields', async () => {
    await attempt();
    await evidence(['field:invalid']);
    await settle(db, id(100), T0 + 16_000);
    expect([await db.actions.count(), await db.entries.count(), await db.days.count()]).toEqual([0, 0, 0]);
  });

  it('keep no entries of what was not accepted', async () => {
    await attempt({}, ['v1']);
    await evidence(['message:failure']);
    await settle(db, id(100), T0 + 16_000);
    expect(await db.actions.toArray()).toMatchObject([{ outcome: 'rejected' }]);
    expect(await db.entries.count()).toBe(0);
    expect(await db.waiting.count()).toBe(0);
  });
});
