// Local days by calendar arithmetic: a day has 23, 24 or 25 hours, so nothing here adds 24 hours.
import type { DateKey } from './records';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The local date, `YYYY-MM-DD`, of an instant in a zone `utcOffsetMin` minutes east of UTC. */
export function dateKeyAt(instant: number, utcOffsetMin: number): DateKey {
  return new Date(instant + utcOffsetMin * MINUTE).toISOString().slice(0, 10);
}

/** Minutes east of UTC, by the system's own zone rules. */
export const offsetAt = (instant: number): number => -new Date(instant).getTimezoneOffset();

/** The first instant of a local date in a zone `utcOffsetMin` minutes east of UTC. */
export const dayStart = (date: DateKey, utcOffsetMin: number): number =>
  Date.parse(`${date}T00:00:00Z`) - utcOffsetMin * MINUTE;

/** The first instant of the date after, as if the zone had not changed on the way. */
export const nextDayStart = (date: DateKey, utcOffsetMin: number): number =>
  dayStart(date, utcOffsetMin) + DAY;

/** The first instant of the next local day, by the system's own calendar and zone rules. */
export function nextMidnight(instant: number): number {
  const day = new Date(instant);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** The date `days` after (or before) another; pure calendar, no zone. */
export function shiftDate(date: DateKey, days: number): DateKey {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: DateKey, to: DateKey): DateKey[] {
  const dates: DateKey[] = [];
  for (let date = from; date <= to; date = shiftDate(date, 1)) dates.push(date);
  return dates;
}
