import { type MessageKey, t } from '../utils/platform/messages';

/** Monday first. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const weekdayName = (day: Weekday) => t(`weekday_${day}` satisfies MessageKey);
export const shortWeekdayName = (day: Weekday) => t(`weekday_short_${day}` satisfies MessageKey);
