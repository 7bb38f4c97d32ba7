// Coverage: when the meter could see. Advanced while the browser runs, so that a closed browser leaves a
// hole, and a zero can be told from "not observed".
import type { Coverage, CoverageState } from '../domain/records';
import type { Ledger } from './database';

/** The alarm comes every 5 minutes; a row that was not touched for longer than this is over. */
export const COVERAGE_STEP_MIN = 5;
const STALE_MS = (COVERAGE_STEP_MIN + 1.5) * 60_000;

export interface CoverageNow {
  personId: string;
  state: CoverageState;
  portalId?: string;
  configHash: string;
  version: string;
}

/**
 * Extends what goes on and begins what is new. `restarted` is true when the browser has just started: what
 * was open before ended with it, however short ago.
 */
export async function advanceCoverage(
  db: Ledger,
  current: readonly CoverageNow[],
  now: number,
  restarted = false,
): Promise<void> {
  await db.transaction('rw', db.coverage, async () => {
    const latest = restarted
      ? []
      : await db.coverage
          .where('to')
          .above(now - STALE_MS)
          .toArray();
    for (const wanted of current) {
      const last = latest.filter((row) => row.portalId === wanted.portalId).at(-1);
      if (last && isSame(last, wanted)) await db.coverage.put({ ...last, to: Math.max(last.to, now) });
      else await db.coverage.add({ ...wanted, from: now, to: now });
    }
  });
}

function isSame(row: Coverage, wanted: CoverageNow): boolean {
  return (
    row.personId === wanted.personId &&
    row.state === wanted.state &&
    row.portalId === wanted.portalId &&
    row.configHash === wanted.configHash &&
    row.version === wanted.version
  );
}
