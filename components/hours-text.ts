// Working hours of a day as people write them: `08:30–12:00, 14:00–18:00`. Reading is forgiving about
// separators and full-width characters, and strict about everything else.

export type MinuteInterval = readonly [number, number];

const SPAN = /(\d{1,2}):(\d{2})\s*[-–—~至到]\s*(\d{1,2}):(\d{2})/g;
const BETWEEN = /^[\s,、;和]*$/;

/** Minutes of the day; null when the text is not hours, or its intervals are out of order. */
export function parseHours(text: string): MinuteInterval[] | null {
  const plain = text.normalize('NFKC');
  const intervals = [...plain.matchAll(SPAN)].map((match): MinuteInterval => {
    const [, fromHour, fromMinute, toHour, toMinute] = match.map(Number);
    return [minutes(fromHour, fromMinute), minutes(toHour, toMinute)];
  });
  if (!BETWEEN.test(plain.replace(SPAN, ''))) return null;
  const ends = intervals.flat();
  const inOrder = ends.every((end, i) => end <= 24 * 60 && end > (ends[i - 1] ?? -1));
  return inOrder ? intervals : null;
}

const minutes = (hour = Number.NaN, minute = Number.NaN): number =>
  minute < 60 ? hour * 60 + minute : Number.NaN;

export const writeHours = (intervals: readonly MinuteInterval[]): string =>
  intervals.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ');

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
