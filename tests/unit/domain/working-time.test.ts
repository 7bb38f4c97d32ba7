import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeMs } from '../../../utils/domain/attention';
import { calendarDay } from '../../../utils/domain/calendar';
import { observedMsByDate } from '../../../utils/domain/coverage';
import { dateKeyAt } from '../../../utils/domain/local-day';
import type { Coverage, WorkingHours } from '../../../utils/domain/records';
import {
  afterHoursMs,
  DEFAULT_SCHEDULE,
  hoursAreSound,
  hoursOn,
  scheduledMsUntil,
  withHoursFrom,
  workingDay,
} from '../../../utils/domain/working-time';
import { span } from '../../fixtures/facts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const overrides = { workdays: ['2026-10-11'], holidays: ['2026-11-24'] };

describe('the calendar', () => {
  it.each([
    ['2026-11-23', 'ordinary', 'published'],
    ['2026-10-01', 'holiday', 'published'],
    ['2026-10-03', 'holiday', 'published'],
    ['2026-10-10', 'makeUpWorkday', 'published'],
    ['2026-10-11', 'makeUpWorkday', 'config'],
    ['2026-11-24', 'holiday', 'config'],
    ['2026-11-28', 'ordinary', 'published'],
    ['2031-10-01', 'ordinary', 'weekOnly'],
  ])('%s is %s (%s)', (date, kind, basis) => {
    expect(calendarDay(date, overrides)).toEqual({ kind, basis });
  });
});

describe('a working day', () => {
  const person = { schedule: DEFAULT_SCHEDULE, dutyDays: ['2026-11-29'] };
  it.each([
    ['a Monday', '2026-11-23', 7.5],
    ['a Saturday', '2026-11-28', 0],
    ['a public holiday on a weekday', '2026-10-01', 0],
    ['a make-up workday on a Saturday', '2026-10-10', 7.5],
    ['a Sunday on duty', '2026-11-29', 7.5],
  ])('%s has its hours', (_, date, hours) => {
    expect(scheduledMsUntil(workingDay(person, date), DAY)).toBe(hours * HOUR);
  });

  it('has so far only the hours that have passed', () => {
    expect(scheduledMsUntil(workingDay(person, '2026-11-23'), 9 * HOUR)).toBe(HOUR / 2);
  });

  it('keeps the hours of before when others begin', () => {
    const summer: WorkingHours = { 1: [[480, 720]] };
    const schedule = withHoursFrom(DEFAULT_SCHEDULE, '2026-06-01', summer);
    expect(hoursOn(schedule, '2026-05-31')).toBe(DEFAULT_SCHEDULE[0]?.hours);
    expect(hoursOn(schedule, '2026-06-01')).toBe(summer);
    expect(withHoursFrom(schedule, '2026-06-01', {})).toHaveLength(2);
  });

  it.each<[WorkingHours, boolean]>([
    [{ 1: [[480, 720]] }, true],
    [{ 1: [[720, 480]] }, false],
    [
      {
        1: [
          [480, 720],
          [700, 900],
        ],
      },
      false,
    ],
    [{ 1: [[480, 1441]] }, false],
    [{}, true],
  ])('%j is sound: %s', (hours, sound) => expect(hoursAreSound(hours)).toBe(sound));
});

describe('after hours', () => {
  const day = workingDay(null, '2026-11-23');
  const at = (hour: number) => Date.UTC(2026, 10, 23, hour - 8);
  it.each([
    ['before work', 7, 1, 1],
    ['over the beginning', 8, 1, 0.5],
    ['over lunch', 11, 4, 2],
    ['at work', 14, 4, 0],
    ['in the evening', 20, 2, 2],
  ])('%s', (_, from, hours, expected) => {
    const row = span({ startedAt: at(from), ms: hours * HOUR });
    expect(afterHoursMs(row, day, 60_000)).toBe(expected * HOUR);
  });

  it('is nothing on a day of duty', () => {
    const duty = workingDay({ schedule: DEFAULT_SCHEDULE, dutyDays: ['2026-11-23'] }, '2026-11-23');
    expect(afterHoursMs(span({ startedAt: at(20), ms: HOUR }), duty, 60_000)).toBe(0);
  });

  it('is between nothing and all of the active time, and its pieces sum to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 * 60 }),
        fc.integer({ min: 2, max: 180 }),
        fc.integer({ min: 1, max: 179 }),
        fc.constantFrom(30_000, 60_000, 300_000),
        (startMin, lengthMin, cutMin, timeoutMs) => {
          const startedAt = at(0) + startMin * MINUTE;
          const whole = span({ startedAt, ms: lengthMin * MINUTE, gaps: [[0, lengthMin * MINUTE]] });
          const all = afterHoursMs(whole, day, timeoutMs);
          expect(all).toBeGreaterThanOrEqual(0);
          expect(all).toBeLessThanOrEqual(activeMs(whole, timeoutMs));
          const cut = Math.min(cutMin, lengthMin) * MINUTE;
          const first = span({ startedAt, ms: cut, gaps: [[0, cut]] });
          const rest = span({
            startedAt: startedAt + cut,
            ms: lengthMin * MINUTE - cut,
            gaps: [[-cut, lengthMin * MINUTE]],
          });
          expect(afterHoursMs(first, day, timeoutMs) + afterHoursMs(rest, day, timeoutMs)).toBe(all);
        },
      ),
    );
  });
});

describe('observed time', () => {
  const row = (from: number, to: number, more: Partial<Coverage> = {}): Coverage => ({
    personId: 'p',
    from,
    to,
    state: 'recording',
    configHash: 'c',
    version: '1',
    ...more,
  });
  const noon = new Date(2026, 10, 23, 12).getTime();

  it('is what was recorded, once, whatever else was noted', () => {
    const rows = [
      row(noon, noon + HOUR),
      row(noon + HOUR / 2, noon + 2 * HOUR),
      row(noon, noon + 3 * HOUR, { state: 'paused' }),
      row(noon, noon + 3 * HOUR, { state: 'noPermission', portalId: 'a' }),
    ];
    expect([...observedMsByDate(rows)]).toEqual([['2026-11-23', 2 * HOUR]]);
  });

  it('is cut at midnight, and its days sum to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        fc.integer({ min: 1, max: 4 * 24 * 60 }),
        (a, b) => {
          const byDate = observedMsByDate([row(noon + a * MINUTE, noon + (a + b) * MINUTE)]);
          expect([...byDate.values()].reduce((sum, ms) => sum + ms, 0)).toBe(b * MINUTE);
          for (const [date, ms] of byDate) {
            expect(ms).toBeLessThanOrEqual(25 * HOUR);
            expect(date).toBe(dateKeyAt(Date.parse(`${date}T12:00:00Z`), 0));
          }
        },
      ),
    );
  });
});
