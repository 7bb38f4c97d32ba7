// The figures that need the person's hours and the coverage of days without facts: burden per 8 working hours,
// scheduled time, observed minutes.
import { calendarDay } from '../domain/calendar';
import { observedHours, observedMsByDate } from '../domain/coverage';
import { dayStart, offsetAt } from '../domain/local-day';
import type { Coverage, DateKey, Person } from '../domain/records';
import { scheduledMsUntil, workingDay } from '../domain/working-time';
import type { ConfigHistory, Ledger } from './database';
import { calendarOn } from './day-store';

const EIGHT_HOURS_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const EASTERNMOST_MIN = 14 * 60;
const WESTERNMOST_MIN = -12 * 60;

export interface WorkingFigures {
  /** Dates on which the meter could see, with how long. */
  observedMs: Map<DateKey, number>;
  /** The same by weekday and hour. */
  observedHours: number[][];
  /** Scheduled time of the observed days, of today only what has passed. */
  scheduledMs: number;
  /** Years of the range whose public holidays nobody has published yet: only the week was asked. */
  weekOnlyYears: string[];
}

/**
 * The coverage of the dates, whatever the zone. Rows about the whole config follow one another, so of those that
 * end after the dates only the first can have begun within them; rows about single portals say nothing here.
 */
export async function readCoverage(
  db: Ledger,
  personId: string,
  { from, to }: { from: DateKey; to: DateKey },
): Promise<Coverage[]> {
  const start = dayStart(from, EASTERNMOST_MIN);
  const end = dayStart(to, WESTERNMOST_MIN) + DAY_MS;
  const ends = db.coverage.where('[personId+to]');
  const [rows, after] = await Promise.all([
    ends.between([personId, start], [personId, end], true, true).toArray(),
    ends
      .between([personId, end], [personId, Number.POSITIVE_INFINITY], false, false)
      .filter(({ portalId }) => portalId === undefined)
      .first(),
  ]);
  return after ? [...rows, after] : rows;
}

export function workingFigures(
  rows: readonly Coverage[],
  person: Person | null,
  history: readonly ConfigHistory[],
  dates: readonly DateKey[],
  now: number,
): WorkingFigures {
  const wanted = new Set(dates);
  const observedMs = new Map([...observedMsByDate(rows)].filter(([date]) => wanted.has(date)));
  let scheduledMs = 0;
  for (const date of observedMs.keys()) {
    const midnight = dayStart(date, offsetAt(now));
    const day = workingDay(person, date, calendarOn(history, midnight + DAY_MS));
    scheduledMs += scheduledMsUntil(day, now - midnight);
  }
  const years = new Set(
    dates.filter((date) => calendarDay(date).basis === 'weekOnly').map((date) => date.slice(0, 4)),
  );
  return { observedMs, observedHours: observedHours(rows, wanted), scheduledMs, weekOnlyYears: [...years] };
}

/** Active time within the schedule, per 8 scheduled hours, in milliseconds; null where nothing was scheduled. */
export const per8h = (withinMs: number, scheduledMs: number): number | null =>
  scheduledMs > 0 ? (withinMs / scheduledMs) * EIGHT_HOURS_MS : null;
