import { dayStart, offsetAt } from '../domain/local-day';
import { systemClock } from '../platform/clock';
import type { DayClock } from './observed-days';

const NOON_MS = 12 * 3_600_000;

/** The clock of this machine; a date without a record of its own has the zone that the machine had at noon. */
export const dayClock = (): DayClock => ({
  now: systemClock().wall,
  utcOffsetAt: (date) => offsetAt(dayStart(date, 0) + NOON_MS),
});
