// The stretches a report can show: a day, a week from Monday, a month, a quarter, or any dates. What has not
// happened yet is left out; the stretch to compare with is the one before, cut to as many days, so that half a
// week is held against half a week.
import { isoWeekday } from './calendar';
import { shiftDate } from './local-day';
import type { DateKey } from './records';

export const RANGE_UNITS = ['day', 'week', 'month', 'quarter'] as const;
export type RangeUnit = (typeof RANGE_UNITS)[number];
/** `dates`: from and to as the person wrote them. */
export type RangeChoice =
  | { unit: RangeUnit; anchor: DateKey }
  | { unit: 'dates'; from: DateKey; to: DateKey };

export interface Stretch {
  from: DateKey;
  /** Included. */
  to: DateKey;
}

export interface ReportRange extends Stretch {
  before: Stretch;
}

/** More than this many days in one report is a mistyped year. */
export const MAX_RANGE_DAYS = 1_100;
const DAY_MS = 86_400_000;

export const daysIn = ({ from, to }: Stretch): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

const earlier = (a: DateKey, b: DateKey): DateKey => (a < b ? a : b);
const monthAt = (date: DateKey, shift: number): DateKey => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + shift, 1)).toISOString().slice(0, 10);
};

/** The whole calendar unit that holds a date. */
export function unitAround(unit: RangeUnit, date: DateKey): Stretch {
  if (unit === 'day') return { from: date, to: date };
  if (unit === 'week') {
    const from = shiftDate(date, 1 - isoWeekday(date));
    return { from, to: shiftDate(from, 6) };
  }
  const months = unit === 'month' ? 1 : 3;
  const into = unit === 'month' ? 0 : (Number(date.slice(5, 7)) - 1) % 3;
  const from = monthAt(date, -into);
  return { from, to: shiftDate(monthAt(from, months), -1) };
}

export function rangeOf(choice: RangeChoice, today: DateKey): ReportRange {
  if (choice.unit === 'dates') {
    const { from, to } = choice;
    const days = daysIn({ from, to });
    return { from, to, before: { from: shiftDate(from, -days), to: shiftDate(from, -1) } };
  }
  const whole = unitAround(choice.unit, choice.anchor);
  const range = { from: whole.from, to: earlier(whole.to, today) };
  const before = unitAround(choice.unit, shiftDate(whole.from, -1));
  const isWhole = range.to === whole.to;
  const as = shiftDate(before.from, daysIn(range) - 1);
  return { ...range, before: { from: before.from, to: isWhole ? before.to : earlier(as, before.to) } };
}

/** The unit `steps` further on; null when it would begin after today. */
export function stepRange(
  choice: RangeChoice & { unit: RangeUnit },
  steps: number,
  today: DateKey,
): RangeChoice | null {
  let { from: anchor } = unitAround(choice.unit, choice.anchor);
  for (let step = 0; step < Math.abs(steps); step++) {
    const around = unitAround(choice.unit, anchor);
    const next = steps > 0 ? shiftDate(around.to, 1) : shiftDate(around.from, -1);
    anchor = unitAround(choice.unit, next).from;
  }
  return anchor > today ? null : { unit: choice.unit, anchor };
}

/** Why two dates are no range; null when they are one. */
export function refusalOf(from: DateKey, to: DateKey, today: DateKey): 'order' | 'future' | 'long' | null {
  if (!from || !to || from > to) return 'order';
  if (to > today) return 'future';
  return daysIn({ from, to }) > MAX_RANGE_DAYS ? 'long' : null;
}
