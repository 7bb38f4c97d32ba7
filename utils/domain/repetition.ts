// Repeated filling, decided from keyed hashes.
//
// Same form: an accepted submission whose form was accepted before in the same cycle (the same local day
// unless the config says otherwise), with at least 80 % of its eligible values equal to that earlier one.
import type { Entry, Repeat } from './records';

export const SAME_FORM_SHARE = 0.8;

export interface EarlierSubmission {
  actionId: string;
  hashes: readonly string[];
}

/** `current.hashes` and the earlier ones' are the eligible values of one accepted submission each. */
export function findSameFormRepeat(
  current: Pick<Entry, 'hashes'>,
  earlier: readonly EarlierSubmission[],
): Repeat | null {
  const values = new Set(current.hashes);
  if (values.size === 0) return null;
  let best: Repeat | null = null;
  for (const before of earlier) {
    const shared = new Set(before.hashes.filter((hash) => values.has(hash))).size;
    if (shared / values.size < SAME_FORM_SHARE) continue;
    if (best && best.sharedEntries >= shared) continue;
    best = {
      ofActionId: before.actionId,
      scope: 'sameForm',
      sharedEntries: shared,
      eligibleEntries: values.size,
      retypeMs: 0,
    };
  }
  return best;
}
