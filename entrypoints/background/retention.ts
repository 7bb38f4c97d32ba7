// What does not stay: the keyed hashes of entries live 35 days, the span over which repeats are looked for.
import type { Ledger } from '../../utils/storage/database';

const DAY_MS = 86_400_000;
const ENTRY_LIFE_MS = 35 * DAY_MS;

export async function dropOldEntries(db: Ledger, now: number): Promise<void> {
  await db.entries
    .where('at')
    .below(now - ENTRY_LIFE_MS)
    .delete();
}
