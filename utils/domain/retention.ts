// After how many months single records may go; the sums of the days stay.
import { shiftDate } from './local-day';
import type { DateKey } from './records';

/** The months a person can choose from. */
export const RETENTION_MONTHS = [3, 6, 12, 24] as const;
export type RetentionMonths = (typeof RETENTION_MONTHS)[number];

/** The first date whose single records stay. */
export function retentionStart(today: DateKey, months: RetentionMonths): DateKey {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return shiftDate(first.toISOString().slice(0, 10), Math.min(day, lastDay) - 1);
}
