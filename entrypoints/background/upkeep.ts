// What is done every few minutes while the browser runs: coverage goes on, what a crash left open is closed,
// and what does not stay is dropped.
import { systemClock } from '../../utils/platform/clock';
import type { Ledger } from '../../utils/storage/database';
import { recoverSpans } from '../../utils/storage/span-store';
import { noteCoverage } from './coverage';
import type { InForce } from './in-force';

const DAY_MS = 86_400_000;
/** The span over which repeats are looked for. */
const ENTRY_LIFE_MS = 35 * DAY_MS;

/** `restarted`: the browser has just started, so nothing of before goes on. */
export async function keepUp(db: Ledger, state: InForce, restarted = false): Promise<void> {
  const { wall } = systemClock();
  await noteCoverage(db, state, restarted);
  await recoverSpans(db, wall, restarted);
  await db.entries
    .where('at')
    .below(wall - ENTRY_LIFE_MS)
    .delete();
}
