// What the background publishes for frames of portal pages, in storage.local: a frame reads this on its own
// start, so that a page outside the configured portals sends nothing at all. It holds configuration and
// whether the meter runs; never a record.

export interface MeterState {
  recording: boolean;
  idleTimeoutMs: number;
  configHash: string;
}

export const METER_KEY = 'meter';
/** The words every portal page reads with. */
export const WORDS_KEY = 'words';
/** The number is of the plan's shape: right after an update a page finds no plan rather than an older one. */
const PLAN_PREFIX = 'plan2:';

export const planKey = (hostKey: string): string => PLAN_PREFIX + hostKey;
/** Of this or an earlier shape. */
export const isPlanKey = (key: string): boolean => /^plan\d*:/.test(key);
