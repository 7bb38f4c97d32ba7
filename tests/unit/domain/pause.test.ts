import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedBy } from '../../../utils/domain/claims';
import { dateKeyAt, offsetAt } from '../../../utils/domain/local-day';
import { type LocalDays, nextPauseChange, type PauseWish, pauseAt } from '../../../utils/domain/pause';
import { DEFAULT_SCHEDULE, workingDay } from '../../../utils/domain/working-time';

const MINUTE = 60_000;
/** Local wall time of this machine, whatever its zone. */
const at = (text: string) => new Date(`${text}:00`).getTime();
const days: LocalDays = {
  dateAt: (instant) => dateKeyAt(instant, offsetAt(instant)),
  offsetAt,
  workingDay: (date) => workingDay({ schedule: DEFAULT_SCHEDULE, dutyDays: [] }, date),
};
const wish = (more: Partial<PauseWish> = {}): PauseWish => ({
  pausedAt: null,
  pausedUntil: null,
  onlyWorkingHours: false,
  ...more,
});

describe('a pause by the person', () => {
  it('lasts until they say so, or until the moment they named', () => {
    const now = at('2026-11-24T10:00');
    expect(pauseAt(wish(), now, days)).toBeNull();
    expect(pauseAt(wish({ pausedAt: now - 5 }), now, days)).toEqual({
      by: 'person',
      since: now - 5,
      until: null,
    });
    const until = at('2026-11-25T00:00');
    const named = wish({ pausedAt: now - 5, pausedUntil: until });
    expect(pauseAt(named, until - 1, days)?.until).toBe(until);
    expect(pauseAt(named, until, days)).toBeNull();
    expect(nextPauseChange(named, now, days)).toBe(until);
  });
});

describe('working hours only', () => {
  const only = wish({ onlyWorkingHours: true });
  // 2026-11-24 is a Tuesday, 11-27 a Friday: 08:30 to 12:00 and 14:00 to 18:00.
  it.each([
    ['2026-11-24T08:29', '2026-11-24T00:00', '2026-11-24T08:30'],
    ['2026-11-24T12:00', '2026-11-24T12:00', '2026-11-24T14:00'],
    ['2026-11-24T13:59', '2026-11-24T12:00', '2026-11-24T14:00'],
    ['2026-11-24T18:00', '2026-11-24T18:00', '2026-11-25T08:30'],
    ['2026-11-27T23:00', '2026-11-27T18:00', '2026-11-30T08:30'],
    ['2026-11-28T10:00', '2026-11-28T00:00', '2026-11-30T08:30'],
  ])('at %s it has rested since %s and goes on at %s', (now, since, until) => {
    expect(pauseAt(only, at(now), days)).toEqual({ by: 'hours', since: at(since), until: at(until) });
    expect(nextPauseChange(only, at(now), days)).toBe(at(until));
  });

  it.each([
    ['2026-11-24T08:30', '2026-11-24T12:00'],
    ['2026-11-24T14:00', '2026-11-24T18:00'],
  ])('at %s it records, and rests from %s', (now, until) => {
    expect(pauseAt(only, at(now), days)).toBeNull();
    expect(nextPauseChange(only, at(now), days)).toBe(at(until));
  });

  it('a pause of the person goes before it', () => {
    const now = at('2026-11-24T20:00');
    expect(pauseAt({ ...only, pausedAt: now - 1 }, now, days)?.by).toBe('person');
  });

  it('changes at no other instant than the one it names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 * 24 * 60 }), fc.nat({ max: 10_000 }), (minutes, share) => {
        const now = at('2026-11-16T00:00') + minutes * MINUTE;
        const next = nextPauseChange(only, now, days);
        expect(next).not.toBeNull();
        if (next === null) return;
        const between = now + Math.floor(((next - now - 1) * share) / 10_000);
        expect(pauseAt(only, between, days) === null).toBe(pauseAt(only, now, days) === null);
        expect(pauseAt(only, next, days) === null).not.toBe(pauseAt(only, now, days) === null);
      }),
    );
  });
});

describe('a claim that goes on past the end of work', () => {
  const claim = {
    visitId: 'v',
    seq: 1,
    portalId: 'a',
    route: '/',
    depth: 0,
    startedAt: 1_000_000,
    endedAt: 1_100_000,
    gaps: [
      [10_000, 20_000],
      [50_000, 45_000],
    ] as (readonly [number, number])[],
    utcOffsetMin: 480,
    endReason: null,
  };

  it('ends there, and its gaps with it', () => {
    expect(endedBy(claim, 1_080_000)).toMatchObject({
      endedAt: 1_080_000,
      gaps: [
        [10_000, 20_000],
        [50_000, 30_000],
      ],
    });
    expect(endedBy(claim, 1_055_000).gaps).toEqual([[10_000, 20_000]]);
    expect(endedBy(claim, 1_100_000)).toBe(claim);
  });
});
