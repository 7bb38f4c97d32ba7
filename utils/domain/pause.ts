// When recording stands still, and since when. A person pauses until they say otherwise or until a moment; and they
// may wish that nothing be recorded outside their working hours. Both are looked at anew with every signal: an
// alarm may come late, and what lies behind the boundary is not recorded all the same.
import { dayStart, nextMidnight } from './local-day';
import type { DateKey } from './records';
import type { WorkingDay } from './working-time';

const MINUTE = 60_000;
/** Longer than any holiday: further ahead nobody need look for the next working hour. */
const DAYS_AHEAD = 20;

export interface PauseWish {
  /** When the person paused; null while they did not. */
  pausedAt: number | null;
  /** When that ends by itself; null: when the person says so. */
  pausedUntil: number | null;
  /** Nothing outside the working hours. */
  onlyWorkingHours: boolean;
}

export interface Pause {
  by: 'person' | 'hours';
  /** Nothing that began at or after this counts. */
  since: number;
  /** When it ends by itself; null: when the person says so, or no working hour is known. */
  until: number | null;
}

/** What local days look like from where the question is asked. */
export interface LocalDays {
  dateAt(instant: number): DateKey;
  offsetAt(instant: number): number;
  workingDay(date: DateKey): WorkingDay;
}

export function pauseAt(wish: PauseWish, now: number, days: LocalDays): Pause | null {
  const { pausedAt, pausedUntil } = wish;
  if (pausedAt !== null && (pausedUntil === null || now < pausedUntil))
    return { by: 'person', since: pausedAt, until: pausedUntil };
  return wish.onlyWorkingHours ? outsideHours(now, days) : null;
}

/** The next instant at which recording stops or goes on by itself; null: none is known. */
export function nextPauseChange(wish: PauseWish, now: number, days: LocalDays): number | null {
  const pause = pauseAt(wish, now, days);
  if (pause) return pause.until;
  if (!wish.onlyWorkingHours) return null;
  return intervalsFrom(now, days).find(([, to]) => now < to)?.[1] ?? null;
}

function outsideHours(now: number, days: LocalDays): Pause | null {
  const intervals = intervalsFrom(now, days);
  if (intervals.some(([from, to]) => from <= now && now < to)) return null;
  const ended = intervals.filter(([, to]) => to <= now).map(([, to]) => to);
  const midnight = startOf(days.dateAt(now), now, days);
  return {
    by: 'hours',
    since: Math.max(midnight, ...ended),
    until: intervals.find(([from]) => from > now)?.[0] ?? null,
  };
}

const startOf = (date: DateKey, instant: number, days: LocalDays) => dayStart(date, days.offsetAt(instant));

/** The working hours of this day and the days after it, as instants. */
function intervalsFrom(now: number, days: LocalDays): [from: number, to: number][] {
  const found: [number, number][] = [];
  let at = now;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const date = days.dateAt(at);
    const midnight = startOf(date, at, days);
    for (const [from, to] of days.workingDay(date).hours)
      found.push([midnight + from * MINUTE, midnight + to * MINUTE]);
    if (found.some(([from]) => from > now)) break;
    at = nextMidnight(at);
  }
  return found;
}
