// Which days are worked on. First the config's own lists, then China's published calendar (public holidays
// and make-up workdays, from a kept library), then the week alone. The State Council publishes a year's
// calendar late in the year before: a year it hasn't spoken of is judged by the week and labelled so.
import chineseDays from 'chinese-days';
import type { DateKey } from './records';

/** What a domain config knows better: make-up workdays and days off. */
export interface CalendarOverrides {
  workdays: readonly DateKey[];
  holidays: readonly DateKey[];
}
export const NO_OVERRIDES: CalendarOverrides = { workdays: [], holidays: [] };

export type DayKind = 'ordinary' | 'holiday' | 'makeUpWorkday';
export type CalendarBasis = 'config' | 'published' | 'weekOnly';

export interface CalendarDay {
  /** `ordinary`: the week decides. */
  kind: DayKind;
  basis: CalendarBasis;
}

export function calendarDay(date: DateKey, overrides: CalendarOverrides = NO_OVERRIDES): CalendarDay {
  if (overrides.workdays.includes(date)) return { kind: 'makeUpWorkday', basis: 'config' };
  if (overrides.holidays.includes(date)) return { kind: 'holiday', basis: 'config' };
  const holidays = holidaysOf(date.slice(0, 4));
  if (holidays.size === 0) return { kind: 'ordinary', basis: 'weekOnly' };
  if (holidays.has(date)) return { kind: 'holiday', basis: 'published' };
  const isMadeUp = isoWeekday(date) > 5 && chineseDays.isWorkday(date);
  return { kind: isMadeUp ? 'makeUpWorkday' : 'ordinary', basis: 'published' };
}

const known = new Map<string, ReadonlySet<DateKey>>();

/** A year's published holidays, weekends within them included; none for a year nobody has spoken of yet. */
function holidaysOf(year: string): ReadonlySet<DateKey> {
  const holidays =
    known.get(year) ?? new Set(chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false));
  known.set(year, holidays);
  return holidays;
}

/** 1 = Monday … 7 = Sunday; pure calendar. */
export function isoWeekday(date: DateKey): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}
