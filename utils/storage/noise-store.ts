// Learns which requests a portal makes by itself (heartbeats, polling, autosave), by counting how often each
// happened with and without a person's gesture before it. Keys are fingerprints, not addresses.
import type { Ledger } from './database';

interface Tally {
  unprompted: number;
  prompted: number;
}

const NOISE_AT = 2;
const MOST = 1_000;
const keyName = (key: string): string => `noise:${key}`;

export async function tallyRequest(db: Ledger, key: string, how: keyof Tally): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const tally = ((await db.meta.get(keyName(key)))?.value as Tally | undefined) ?? {
      unprompted: 0,
      prompted: 0,
    };
    if (tally[how] >= MOST) return;
    await db.meta.put({ key: keyName(key), value: { ...tally, [how]: tally[how] + 1 } });
  });
}

/** More often the page's own than a person's. */
export async function isNoise(db: Ledger, key: string): Promise<boolean> {
  const tally = (await db.meta.get(keyName(key)))?.value as Tally | undefined;
  return tally !== undefined && tally.unprompted >= NOISE_AT && tally.unprompted > tally.prompted;
}
