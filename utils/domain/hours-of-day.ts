// The hours of a local day, 0 to 23 by the clock on the wall of whoever worked. A span never crosses midnight or
// a change of zone, so its own offset tells its hours.
import { activeWithin } from './attention';
import { dayStart } from './local-day';
import type { Span } from './records';

export const HOURS_PER_DAY = 24;
const HOUR_MS = 3_600_000;

export const noHours = (): number[] => new Array<number>(HOURS_PER_DAY).fill(0);

/** Adds a span's active milliseconds at `idleTimeoutMs`, hour by hour: they sum up to its whole active time. */
export function addToHours(hours: number[], span: Span, idleTimeoutMs: number): void {
  const midnight = dayStart(span.localDate, span.utcOffsetMin);
  const last = HOURS_PER_DAY - 1;
  for (let from = span.startedAt; from < span.endedAt; ) {
    const hour = Math.floor((from - midnight) / HOUR_MS);
    const to = Math.min(span.endedAt, midnight + (hour + 1) * HOUR_MS);
    const index = Math.min(last, Math.max(0, hour));
    hours[index] = (hours[index] ?? 0) + activeWithin(span, from, to, idleTimeoutMs);
    from = to;
  }
}
