// Coverage: when the meter could see. It is what makes a zero differ from "not observed". Observed is what lies
// in a row of state `recording` that speaks of the whole config; a portal without permission has rows of its
// own, which take nothing from the others.
import { isoWeekday } from './calendar';
import { HOURS_PER_DAY, noHours } from './hours-of-day';
import { type Interval, union } from './intervals';
import { dateKeyAt, dayStart, nextMidnight, offsetAt } from './local-day';
import type { Coverage, DateKey } from './records';

const HOUR_MS = 3_600_000;

export const observedIntervals = (rows: readonly Coverage[]): Interval[] =>
  union(
    rows
      .filter(({ state, portalId }) => state === 'recording' && portalId === undefined)
      .map(({ from, to }) => [from, to] as const),
  );

/** Observed milliseconds of each local date, by the system's own zone rules; dates without any are missing. */
export function observedMsByDate(rows: readonly Coverage[]): Map<DateKey, number> {
  const byDate = new Map<DateKey, number>();
  for (const [from, to] of observedIntervals(rows)) {
    for (let start = from; start < to; ) {
      const end = Math.min(to, nextMidnight(start));
      const date = dateKeyAt(start, offsetAt(start));
      byDate.set(date, (byDate.get(date) ?? 0) + end - start);
      start = end;
    }
  }
  return byDate;
}

/** Whether the meter could see at all in an hour of a weekday, on any of the dates: seven rows, Monday first. */
export function observedHours(rows: readonly Coverage[], dates: ReadonlySet<DateKey>): number[][] {
  const week = Array.from({ length: 7 }, noHours);
  for (const [from, to] of observedIntervals(rows)) {
    for (let start = from; start < to; ) {
      const offset = offsetAt(start);
      const date = dateKeyAt(start, offset);
      const midnight = dayStart(date, offset);
      const hour = Math.floor((start - midnight) / HOUR_MS);
      const end = Math.min(to, midnight + (hour + 1) * HOUR_MS);
      const day = week[isoWeekday(date) - 1];
      if (dates.has(date) && day && hour < HOURS_PER_DAY) day[hour] = (day[hour] ?? 0) + end - start;
      start = end;
    }
  }
  return week;
}
