// What the background publishes for frames of portal pages, in storage.local: a frame reads this on its own
// start, so that a page outside the configured portals sends nothing at all. It holds configuration and
// whether the meter runs; never a record.

export interface MeterState {
  recording: boolean;
  idleTimeoutMs: number;
  configHash: string;
}

export const METER_KEY = 'meter';
const PLAN_PREFIX = 'plan:';

export const planKey = (hostKey: string): string => PLAN_PREFIX + hostKey;
export const isPlanKey = (key: string): boolean => key.startsWith(PLAN_PREFIX);
