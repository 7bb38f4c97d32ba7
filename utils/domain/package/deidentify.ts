// What is done to a record before it may leave: instants cut down to 15 minutes, dates moved by whole weeks
// where the person wants it, portals as codes, people and rows under ids that say nothing.
import { fingerprint } from '../fingerprint';
import { shiftDate } from '../local-day';
import type { DateKey } from '../records';

export const COARSE_MS = 15 * 60_000;
const WEEK_MS = 7 * 86_400_000;
const DAYS_A_WEEK = 7;
const PORTAL_CODE_SIZE = 1_000_000_000;
/** A shift is 1 to 52 weeks into the past: dates in the future would give it away. */
const MAX_SHIFT_WEEKS = 52;

export const coarse = (instant: number): number => Math.floor(instant / COARSE_MS) * COARSE_MS;
export const shiftedDate = (date: DateKey, weeks: number): DateKey =>
  weeks === 0 ? date : shiftDate(date, weeks * DAYS_A_WEEK);
export const shiftedInstant = (instant: number, weeks: number): number => coarse(instant) + weeks * WEEK_MS;
export const wholeSeconds = (ms: number): number => Math.round(ms / 1000);

/** `c` and nine digits: the same for everyone under the same list, and no word of its own. */
export function portalCode(configId: string, portalId: string): string {
  const number = Number.parseInt(fingerprint(`${configId}\n${portalId}`), 36) % PORTAL_CODE_SIZE;
  return `c${String(number).padStart(9, '0')}`;
}

/** From a hex digest that only the study code gives: the pseudonym and, if wanted, the shift of dates. */
export function pseudonym(digestHex: string): string {
  return `p${digestHex.slice(0, 16)}`;
}
export function weekShift(digestHex: string): number {
  return -(1 + (Number.parseInt(digestHex.slice(16, 24), 16) % MAX_SHIFT_WEEKS));
}

export const rowId = (random: string): string => `r${random.slice(0, 16)}`;
export const exportId = (random: string): string => `x${random.slice(0, 16)}`;
