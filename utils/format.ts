// Durations, dates and counts as people read them. Durations are cut to whole minutes, never rounded up: a
// total that is a lower bound must not gain by being shown. The unrounded value stands beside it (title,
// screen readers, data-value).
import { t } from './platform/messages';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** 1 小时 52 分 / 1 h 52 min; under a minute but not nothing says so. */
export function formatDuration(ms: number): string {
  if (ms > 0 && ms < MINUTE) return t('duration_under_minute');
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (hours === 0) return t('duration_minutes', minutes);
  return minutes === 0
    ? t('duration_hours', formatCount(hours))
    : t('duration_both', formatCount(hours), minutes);
}

/** To the millisecond: 1 小时 52 分 13.4 秒. */
export function formatExactDuration(ms: number): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const parts = [t('duration_seconds', String((ms % MINUTE) / SECOND))];
  if (ms >= MINUTE) parts.unshift(t('duration_minutes', minutes));
  if (hours > 0) parts.unshift(t('duration_hours', formatCount(hours)));
  return parts.join(' ');
}

/** A threshold such as T: 60 秒, 5 分. */
export function formatTimeout(ms: number): string {
  return ms >= 2 * MINUTE && ms % MINUTE === 0
    ? t('duration_minutes', ms / MINUTE)
    : t('duration_seconds', ms / SECOND);
}

export const formatCount = (count: number): string => numbers(t('language')).format(count);

/** A local date needs no zone: it is read and written as if in UTC. */
const fromDateKey = (key: string) => new Date(`${key}T00:00:00Z`);

/** Making a formatter costs a hundred times what using it does, and a quarter's report writes a thousand dates. */
function oncePerLanguage<F>(make: (language: string) => F): (language: string) => F {
  const made = new Map<string, F>();
  return (language) => {
    const formatter = made.get(language) ?? make(language);
    made.set(language, formatter);
    return formatter;
  };
}

const numbers = oncePerLanguage((language) => new Intl.NumberFormat(language));

function dateFormat(options: Intl.DateTimeFormatOptions): (key: string) => string {
  const formats = oncePerLanguage(
    (language) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }),
  );
  return (key) => formats(t('language')).format(fromDateKey(key));
}

/** 11月23日周一 / Mon, Nov 23 */
export const formatDate = dateFormat({ month: 'short', day: 'numeric', weekday: 'short' });

/** The weekday in one letter: 一 / M */
export const formatWeekday = dateFormat({ weekday: 'narrow' });

/** 23 */
export const formatDayOfMonth = (key: string) => String(fromDateKey(key).getUTCDate());

/** 09:05, in the zone of the record. */
export const formatTime = (instant: number, utcOffsetMin: number) =>
  new Date(instant + utcOffsetMin * MINUTE).toISOString().slice(11, 16);
/** 11月 / Nov */
export const formatMonth = dateFormat({ month: 'short' });

/** 2026年11月23日 / November 23, 2026: for paper, where the year must be told. */
export const formatFullDate = dateFormat({ year: 'numeric', month: 'long', day: 'numeric' });

/** A share in whole percent, cut like durations; one that is not nothing but under 1 % says so. */
export function formatShare(part: number, whole: number): string {
  const share = whole > 0 ? part / whole : 0;
  if (share > 0 && share < 0.01) return t('under_one_percent');
  // A whole percent is taken from the quotient with room for binary fractions: 0.29 is 29 %, not 28.
  const percent = Math.floor(share * 100 + 1e-9);
  return (percent / 100).toLocaleString(t('language'), { style: 'percent' });
}

/** The hour of a day and the next: 09:00–10:00. */
export const formatHour = (hour: number) =>
  `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`;

/** One date, or the first and the last. */
export function formatRange(from: string, to: string): string {
  return from === to ? formatDate(to) : t('range_from_to', formatDate(from), formatDate(to));
}

/** Splits "1 小时 52 分" so that the digits can be set larger than the units. */
export function splitNumbers(text: string): { text: string; number: boolean }[] {
  return text
    .split(/([\d.,]*\d)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, number: /\d/.test(part) }));
}

/** A moment as people write it; without one, that there was none yet. */
export function formatInstant(instant: number | null): string {
  if (instant === null) return t('subscription_never');
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(t('language'), style).format(instant);
}
