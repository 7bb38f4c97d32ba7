// Reads what the extension keeps, from inside its own origin. These functions are sent to the page as they
// are, so they may use nothing from outside themselves. They never create the database: opening a missing one
// would leave an empty version 1 behind, and the extension's own opening would then be an upgrade.

import type { ExtensionScope } from './session';

export const DATABASE = 'fingertip-ledger';

/** Runs in an extension page. */
export async function readStoreInPage(database: string, store: string): Promise<unknown[]> {
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === database)) return [];
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    if (!db.objectStoreNames.contains(store)) return [];
    return await new Promise<unknown[]>((resolve, reject) => {
      const asking = db.transaction(store).objectStore(store).getAll();
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
  } finally {
    db.close();
  }
}

/** Runs in an extension page: every database of the origin and every storage area. */
export async function readEverythingInPage(): Promise<string> {
  const kept: Record<string, unknown> = {};
  for (const { name } of await indexedDB.databases()) {
    if (!name) continue;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of db.objectStoreNames) {
      kept[`${name}/${store}`] = await new Promise((resolve, reject) => {
        const rows: unknown[] = [];
        const walking = db.transaction(store).objectStore(store).openCursor();
        walking.onerror = () => reject(walking.error);
        walking.onsuccess = () => {
          const cursor = walking.result;
          if (!cursor) return resolve(rows);
          rows.push([cursor.primaryKey, cursor.value]);
          cursor.continue();
        };
      });
    }
    db.close();
  }
  for (const area of ['local', 'session', 'sync'] as const) {
    kept[`storage.${area}`] = (await (globalThis as ExtensionScope).chrome.storage[area]?.get(null)) ?? null;
  }
  kept.localStorage = { ...localStorage };
  kept.sessionStorage = { ...sessionStorage };
  kept.caches = await caches.keys();
  return JSON.stringify(kept, (_key, value) => {
    if (value instanceof Uint8Array) return new TextDecoder().decode(value);
    return value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
  });
}
