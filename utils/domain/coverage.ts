// Coverage: when the meter could see. It is what makes a zero differ from "not observed". Observed is what lies
// in a row of state `recording` that speaks of the whole config; a portal without permission has rows of its
// own, which take nothing from the others.
import { type Interval, union } from './intervals';
import { dateKeyAt, nextMidnight, offsetAt } from './local-day';
import type { Coverage, DateKey } from './records';

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
