// How often a form is due. Two submissions of a form are of the same cycle when its name is the same.
import { shiftDate } from './local-day';
import type { DateKey } from './records';

export const CYCLES = ['day', 'week', 'month', 'quarter', 'year', 'once'] as const;
export type Cycle = (typeof CYCLES)[number];
/** Where the domain config does not say. */
export const DEFAULT_CYCLE: Cycle = 'day';

/** The cycle that a local date falls in; weeks begin on Monday. Pure calendar. */
export function cycleOf(date: DateKey, cycle: Cycle): string {
  switch (cycle) {
    case 'day':
      return date;
    case 'week': {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return shiftDate(date, -((weekday + 6) % 7));
    }
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${date.slice(0, 4)}/${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case 'year':
      return date.slice(0, 4);
    case 'once':
      return 'once';
  }
}
