// Keyed hashes of entered values: HMAC-SHA-256 under a key that cannot be exported, cut to 64 bits. Without
// the key an entry says nothing; destroying the key destroys what entries can be compared with.
import { isEligible, normaliseValue } from '../domain/fingerprint';
import type { Ledger } from './database';

const KEY_NAME = 'hmacKey';
const HASH_BYTES = 8;

export async function entryKey(db: Ledger): Promise<CryptoKey> {
  const stored = await db.meta.get(KEY_NAME);
  if (stored) return stored.value as CryptoKey;
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  // Two messages may arrive before the first key is written: the one that was written first counts.
  return db.transaction('rw', db.meta, async () => {
    const other = await db.meta.get(KEY_NAME);
    if (other) return other.value as CryptoKey;
    await db.meta.put({ key: KEY_NAME, value: key });
    return key as CryptoKey;
  });
}

/** Hashes of the eligible ones among the values, each once; the values are dropped here. */
export async function hashEntries(key: CryptoKey, values: readonly string[]): Promise<string[]> {
  const eligible = [...new Set(values.map(normaliseValue).filter(isEligible))];
  return Promise.all(eligible.map((value) => hashValue(key, value)));
}

async function hashValue(key: CryptoKey, value: string): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(value)));
  return btoa(String.fromCharCode(...mac.subarray(0, HASH_BYTES))).replace(/=+$/, '');
}
