// The figures that need the person's hours and the coverage of days without facts: burden per 8 working hours,
// scheduled time, observed minutes.
import { calendarDay } from '../domain/calendar';
import { observedHours, observedMsByDate } from '../domain/coverage';
import { dayStart, offsetAt } from '../domain/local-day';
import { type DateKey, type Person, UNASSIGNED_PERSON_ID } from '../domain/records';
import { scheduledMsUntil, workingDay } from '../domain/working-time';
import type { ConfigHistory, Ledger } from './database';
import { calendarOn } from './day-store';

const EIGHT_HOURS_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

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

export async function readWorkingFigures(
  db: Ledger,
  person: Person | null,
  history: readonly ConfigHistory[],
  dates: readonly DateKey[],
  now: number,
): Promise<WorkingFigures> {
  const personId = person?.id ?? UNASSIGNED_PERSON_ID;
  const start = dayStart(dates[0] ?? '1970-01-01', 14 * 60);
  const rows = await db.coverage
    .where('[personId+to]')
    .between([personId, start], [personId, Number.POSITIVE_INFINITY])
    .toArray();
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
