// What is done every few minutes while the browser runs: coverage goes on, what a crash left open is closed,
// and what does not stay is dropped.
import { dateKeyAt } from '../../utils/domain/local-day';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { COVERAGE_STEP_MIN } from '../../utils/storage/coverage-store';
import type { Ledger } from '../../utils/storage/database';
import { dropOldEntries } from '../../utils/storage/entry-store';
import { dropOldFacts } from '../../utils/storage/retention';
import { recoverSpans } from '../../utils/storage/span-store';
import { showBadge } from './badge';
import { noteCoverage } from './coverage';
import type { InForce } from './in-force';

export const UPKEEP_ALARM = 'upkeep';

/** Setting an alarm again would put it off: a worker that wakes every few minutes would never hear it. */
export async function scheduleUpkeep(): Promise<void> {
  if (await browser.alarms.get(UPKEEP_ALARM)) return;
  await browser.alarms.create(UPKEEP_ALARM, { periodInMinutes: COVERAGE_STEP_MIN });
}

/**
 * Whether this is the worker's first start since the browser's, or the extension's. Session storage lives just
 * as long; `onStartup` doesn't come for every way in which an extension may be started.
 */
export async function isNewSession(): Promise<boolean> {
  const { session } = browser.storage;
  if ((await session.get('awake')).awake) return false;
  await session.set({ awake: true });
  return true;
}

/** `restarted`: the browser has just started, so nothing of before goes on. */
export async function keepUp(db: Ledger, state: InForce, restarted = false): Promise<void> {
  const { wall, utcOffsetMin } = systemClock();
  await noteCoverage(db, state, restarted);
  await showBadge(db, state);
  await recoverSpans(db, wall, restarted);
  await dropOldEntries(db, wall);
  await dropOldFacts(db, state.settings.retentionMonths, dateKeyAt(wall, utcOffsetMin));
}
