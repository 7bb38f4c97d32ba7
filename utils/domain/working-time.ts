// Working time, and what lies after hours. A person's schedule says when they work on each weekday; it has
// versions, so that summer hours don't change what was after hours in spring. A public holiday has no hours.
// A make-up workday has the hours of its own weekday or, where that has none, of the first weekday that has.
// A duty day that the person marked is theirs to be on duty: nothing on it is after hours.
import { activeWithin } from './attention';
import { type CalendarDay, type CalendarOverrides, calendarDay, isoWeekday } from './calendar';
import { dayStart } from './local-day';
import type { DateKey, Person, Schedule, Span, WorkingHours } from './records';

type MinuteInterval = readonly [number, number];

export interface WorkingDay {
  /** Minutes of the local day, sorted and disjoint. */
  hours: readonly MinuteInterval[];
  isDutyDay: boolean;
  calendar: CalendarDay;
}

const MORNING = [8 * 60 + 30, 12 * 60] as const;
const AFTERNOON = [14 * 60, 18 * 60] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Monday to Friday, 08:30 to 12:00 and 14:00 to 18:00. */
export const DEFAULT_HOURS: WorkingHours = Object.fromEntries(
  [1, 2, 3, 4, 5].map((weekday) => [weekday, [MORNING, AFTERNOON]]),
);
export const SINCE_EVER: DateKey = '0000-01-01';
export const DEFAULT_SCHEDULE: Schedule = [{ from: SINCE_EVER, hours: DEFAULT_HOURS }];

/** The hours in force on a date. */
export function hoursOn(schedule: Schedule, date: DateKey): WorkingHours {
  return schedule.reduce<WorkingHours>(
    (latest, version) => (version.from <= date ? version.hours : latest),
    schedule[0]?.hours ?? DEFAULT_HOURS,
  );
}

/** The schedule with other hours from a date on; what was planned for later dates gives way to them. */
export function withHoursFrom(schedule: Schedule, from: DateKey, hours: WorkingHours): Schedule {
  const before = schedule.filter((version) => version.from < from);
  return before.length === 0 ? [{ from: SINCE_EVER, hours }] : [...before, { from, hours }];
}

/** Whether every interval lies within its day, ends after it begins, and begins after the one before ended. */
export function hoursAreSound(hours: WorkingHours): boolean {
  return WEEKDAYS.every((weekday) => {
    const ends = (hours[weekday] ?? []).flat();
    return ends.every((minute, i) => minute >= 0 && minute <= 24 * 60 && minute > (ends[i - 1] ?? -1));
  });
}

export function workingDay(
  person: Pick<Person, 'schedule' | 'dutyDays'> | null,
  date: DateKey,
  overrides?: CalendarOverrides,
): WorkingDay {
  const calendar = calendarDay(date, overrides);
  const week = hoursOn(person?.schedule ?? DEFAULT_SCHEDULE, date);
  const isDutyDay = person?.dutyDays.includes(date) ?? false;
  const own = week[isoWeekday(date)] ?? [];
  const anyWorkday = WEEKDAYS.map((weekday) => week[weekday] ?? []).find((hours) => hours.length > 0) ?? [];
  const isWorkday = isDutyDay || calendar.kind === 'makeUpWorkday';
  if (isWorkday) return { hours: own.length > 0 ? own : anyWorkday, isDutyDay, calendar };
  return { hours: calendar.kind === 'holiday' ? [] : own, isDutyDay, calendar };
}

/** Scheduled time of a day up to so many milliseconds after its midnight. */
export const scheduledMsUntil = (day: WorkingDay, sinceMidnightMs: number): number =>
  day.hours.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to * 60_000, sinceMidnightMs) - from * 60_000),
    0,
  );

/** Milliseconds of a span that are active at `idleTimeoutMs` and outside the hours of its local date. */
export function afterHoursMs(span: Span, day: WorkingDay, idleTimeoutMs: number): number {
  if (day.isDutyDay) return 0;
  const midnight = dayStart(span.localDate, span.utcOffsetMin);
  const active = (from: number, to: number) => activeWithin(span, from, to, idleTimeoutMs);
  const within = day.hours.reduce(
    (sum, [from, to]) => sum + active(midnight + from * 60_000, midnight + to * 60_000),
    0,
  );
  return active(span.startedAt, span.endedAt) - within;
}
