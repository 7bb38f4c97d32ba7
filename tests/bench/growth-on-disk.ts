// What each store takes in the files of Chromium's database, counted block by block as they lie on the disk. The
// browser's own estimate only knows the whole, and what it packs while one store grows may be another's.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE_NAME } from '../../utils/storage/database';
import { tableParts } from '../e2e/harness/leveldb';

/** Chromium numbers stores in the order in which database.ts names them. */
const NUMBERS: Record<number, StoreName> = { 2: 'spans', 4: 'actions', 5: 'entries', 6: 'days' };
/** A key begins with its database, store and kind: 1 is a row, 2 that it exists, 30 and more an index. */
const ROWS = 1;

export type StoreName = 'spans' | 'actions' | 'entries' | 'days';
export interface OnDisk {
  stores: Record<StoreName, { rows: number; indexes: number }>;
  /** The other stores, and what the database notes of itself. */
  others: number;
  /** Not packed yet. */
  journal: number;
}

export async function readOnDisk(profile: string): Promise<OnDisk> {
  const parent = join(profile, 'Default/IndexedDB');
  const folder = (await readdir(parent)).find((name) => name.endsWith('.leveldb'));
  if (!folder) throw new Error(`no ${DATABASE_NAME} in ${parent}`);
  const none = () => ({ rows: 0, indexes: 0 });
  const found: OnDisk = {
    stores: { spans: none(), actions: none(), entries: none(), days: none() },
    others: 0,
    journal: 0,
  };
  for (const name of await readdir(join(parent, folder))) {
    const file = await readFile(join(parent, folder, name));
    if (name.endsWith('.log')) found.journal += file.length;
    if (!name.endsWith('.ldb')) continue;
    for (const { bytes, packed } of tableParts(file)) {
      const [store, kind] = storeOf(bytes);
      const name = NUMBERS[store];
      if (!name) found.others += packed;
      else found.stores[name][kind === ROWS ? 'rows' : 'indexes'] += packed;
    }
  }
  return found;
}

/** Of a block's first key, which is whole: three sizes of one byte each come before it. */
function storeOf(block: Uint8Array): [store: number, kind: number] {
  let at = 0;
  for (let size = 0; size < 3; size++) while ((block[at++] ?? 0) >= 0x80);
  const widths = block[at++] ?? 0;
  at += (widths >> 5) + 1;
  const take = (width: number) => {
    let value = 0;
    for (let i = 0; i < width; i++) value += (block[at++] ?? 0) * 256 ** i;
    return value;
  };
  return [take(((widths >> 2) & 7) + 1), take((widths & 3) + 1)];
}
