import { describe, expect, it } from 'vitest';
import { type DayRules, summariseDay } from '../../../utils/domain/day-summary';
import type { Action, Span } from '../../../utils/domain/records';
import { workingDay } from '../../../utils/domain/working-time';
import { action, span } from '../../fixtures/facts';

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 10, 23, 1);
const rules: DayRules = {
  isBurden: (portalId) => portalId !== 'public',
  beforeDue: () => null,
  workingDay: workingDay(null, '2026-11-23'),
};
const rowsOf = (spans: Span[], actions: Action[] = []) =>
  new Map(summariseDay('p', '2026-11-23', { spans, actions }, rules).map((row) => [row.portalId, row]));

describe('the sums of a day', () => {
  it('add up spans at every kept timeout', () => {
    const row = rowsOf([span({ startedAt: T0, ms: 5 * MINUTE, gaps: [[0, 5 * MINUTE]] })]).get('a');
    expect(row).toMatchObject({
      openMs: 300_000,
      active30Ms: 30_000,
      active60Ms: 60_000,
      active120Ms: 120_000,
      active300Ms: 300_000,
    });
  });

  it('count a visit of one document and route once, when it was open for a second together', () => {
    const spans = [
      span({ visitId: 'v1', seq: 0, startedAt: T0, ms: 600 }),
      span({ visitId: 'v1', seq: 1, startedAt: T0 + 5_000, ms: 600 }),
      span({ visitId: 'v2', seq: 0, startedAt: T0 + 9_000, ms: 900 }),
    ];
    expect(rowsOf(spans).get('a')?.visits).toBe(1);
  });

  it('count a switch between portals that both had 3 s, less than 5 min apart, for the one arrived at', () => {
    const spans = [
      span({ portalId: 'a', startedAt: T0, ms: 4_000 }),
      span({ portalId: 'b', startedAt: T0 + 5_000, ms: 1_000 }),
      span({ portalId: 'c', startedAt: T0 + 7_000, ms: 4_000 }),
      span({ portalId: 'a', startedAt: T0 + 6 * MINUTE, ms: 4_000 }),
    ];
    const rows = rowsOf(spans);
    expect(['a', 'b', 'c'].map((id) => rows.get(id)?.switches)).toEqual([0, 0, 1]);
  });

  it('keep confirmed and probable, refused and accepted apart', () => {
    const row = rowsOf(
      [],
      [
        action({ at: T0, outcome: 'accepted', activeMs: 1_000 }),
        action({ at: T0 + 1, outcome: 'accepted', confidence: 'probable', activeMs: 2_000 }),
        action({ at: T0 + 2, outcome: 'rejected' }),
        action({ at: T0 + 3, outcome: 'failed' }),
        action({ at: T0 + 4, outcome: 'draft' }),
        action({ at: T0 + 5, outcome: 'unknown' }),
        action({ at: T0 + 6, kind: 'checkIn', outcome: 'accepted', activeMs: 5_000 }),
        action({ at: T0 + 7, kind: 'checkIn', outcome: 'rejected' }),
      ],
    ).get('a');
    expect(row).toMatchObject({
      submissions: 2,
      submissionsProbable: 1,
      submissionMs: 3_000,
      rejected: 2,
      checkIns: 1,
      checkInMs: 5_000,
      checkInsAttempted: 1,
    });
  });

  it('count active time until the next try of the same form as rework, within half an hour', () => {
    const spans = [span({ startedAt: T0, ms: 10 * MINUTE })];
    const rejected = action({ at: T0 + MINUTE, outcome: 'rejected', formKey: 'f' });
    const retry = action({ at: T0 + 3 * MINUTE, outcome: 'accepted', formKey: 'f' });
    const late = action({ at: T0 + 40 * MINUTE, outcome: 'accepted', formKey: 'f' });
    expect(rowsOf(spans, [rejected, retry]).get('a')?.reworkMs).toBe(2 * MINUTE);
    expect(rowsOf(spans, [rejected, late]).get('a')?.reworkMs).toBe(0);
  });

  it('say which portals are burden', () => {
    const rows = rowsOf([
      span({ portalId: 'a', startedAt: T0 }),
      span({ portalId: 'public', startedAt: T0 + 90_000 }),
    ]);
    expect([rows.get('a')?.burden, rows.get('public')?.burden]).toEqual([true, false]);
  });
});
