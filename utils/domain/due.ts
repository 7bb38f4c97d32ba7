// Due times as a config declares them: `day:25` (of every month; in a shorter month its last day), `weekday:5`,
// `date:2026-12-31`. What is due on a date is due when that date ends, so the last 24 hours before it are that
// local date. A form without a declared due time says nothing about deadlines.
import { isoWeekday } from './calendar';
import { shiftDate } from './local-day';
import type { DateKey } from './records';

export type Due = string;

export function isDueOn(due: Due, date: DateKey): boolean {
  const [kind, value = ''] = due.split(':');
  if (kind === 'date') return value === date;
  if (kind === 'weekday') return isoWeekday(date) === Number(value);
  const lastOfMonth = shiftDate(date, 1).slice(8) === '01';
  const day = Number(date.slice(8));
  return day === Number(value) || (lastOfMonth && day < Number(value));
}
