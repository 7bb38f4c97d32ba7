// Sent to a page of the extension: puts weeks of work into the ledger, and asks what the browser's disk now holds.
import { drawDays, type SeedPlan } from '../../scripts/seed/heavy-use';
import { makeRandom } from '../../scripts/seed/random';
import type { Action, Entry } from '../../utils/domain/records';
import { openDatabase } from '../../utils/storage/database';
import { readSettings } from '../../utils/storage/settings';

const ROWS_AT_ONCE = 2_000;

export interface Growth {
  rows: Record<'spans' | 'actions' | 'entries' | 'days', number>;
  /** All of it, by the browser's own estimate. */
  bytes: number;
}

export async function grow(plan: Omit<SeedPlan, 'personId'>, fields: number): Promise<Growth> {
  const db = openDatabase();
  const { personId } = await readSettings(db);
  if (!personId) throw new Error('nobody has consented yet');
  const days = [...drawDays({ ...plan, personId })];
  const actions = days.flatMap((day) => day.actions);
  const rows = {
    spans: days.flatMap((day) => day.spans),
    actions,
    days: days.flatMap((day) => day.days),
    entries: entriesOf(actions, fields),
  };
  const before = await settledBytes();
  for (const store of ['spans', 'actions', 'entries', 'days'] as const) {
    const all: unknown[] = rows[store];
    for (let at = 0; at < all.length; at += ROWS_AT_ONCE)
      await db.table(store).bulkPut(all.slice(at, at + ROWS_AT_ONCE));
  }
  return {
    rows: {
      spans: rows.spans.length,
      actions: rows.actions.length,
      entries: rows.entries.length,
      days: rows.days.length,
    },
    bytes: (await settledBytes()) - before,
  };
}

/** As the recorder writes them: a mark and 64 bits of hash for each value, every fourth one seen before. */
function entriesOf(actions: readonly Action[], fields: number): Entry[] {
  const random = makeRandom(7);
  const hash = () =>
    `v${btoa(String.fromCharCode(...Array.from({ length: 8 }, () => random.whole(0, 255)))).replace(/=+$/, '')}`;
  const seen: string[] = [];
  return actions
    .filter(({ kind, outcome }) => kind === 'submission' && outcome === 'accepted')
    .map((action) => {
      const hashes = Array.from({ length: fields }, (_, at) => {
        const known = at % 4 === 0 ? seen[random.whole(0, Math.max(0, seen.length - 1))] : undefined;
        return known ?? hash();
      });
      seen.push(hashes.at(-1) ?? '');
      const { id: actionId, personId: owner, portalId, formKey, at } = action;
      return { actionId, personId: owner, portalId, formKey, at, hashes, identity: hashes.slice(0, 2) };
    });
}

/** The browser writes to a journal and packs it later: asked until it has said the same for three seconds. */
export async function settledBytes(): Promise<number> {
  let last = await usedBytes();
  let same = 0;
  for (let asked = 0; asked < 60 && same < 6; asked++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const next = await usedBytes();
    same = next === last ? same + 1 : 0;
    last = next;
  }
  return last;
}

async function usedBytes(): Promise<number> {
  const { usageDetails, usage } = (await navigator.storage.estimate()) as StorageEstimate & {
    usageDetails?: { indexedDB?: number };
  };
  return usageDetails?.indexedDB ?? usage ?? 0;
}
