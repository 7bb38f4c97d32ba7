// Keyed hashes of entered values: HMAC-SHA-256 under a key that cannot be exported, cut to 64 bits. Without
// the key an entry says nothing; destroying the key destroys what entries can be compared with. The person is
// hashed along, so that what two people entered can never be compared.
import { isEligible, isLong, isSubject } from '../domain/eligibility';
import { markedHash } from '../domain/entry-mark';
import { normaliseValue } from '../domain/entry-value';
import type { EnteredHash } from '../domain/repetition';
import { randomId } from '../platform/random';
import type { Ledger } from './database';

const KEY_NAME = 'hmacKey';
const KEY_ID_NAME = 'hmacKeyId';
const HASH_BYTES = 8;

export interface EntryKey {
  key: CryptoKey;
  /** Changes when the key is destroyed: what was hashed before is then worth nothing. */
  id: string;
}

/** What was entered, as it may be kept. */
export interface Hashed {
  /** Whose values they were: what two people entered can't be compared. */
  enteredBy: string;
  entered: readonly EnteredHash[];
  keyId: string;
}

/** A value as a frame sends it. */
export interface Entered {
  value: string;
  mode: 'typed' | 'pasted' | 'chosen' | 'filled';
  activeMs: number;
}

/** Keys in use: only this worker makes and destroys them. */
const keys = new WeakMap<Ledger, Promise<EntryKey>>();

/** The key in force; makes one where there is none. */
export function entryKey(db: Ledger): Promise<EntryKey> {
  const known = keys.get(db);
  if (known) return known;
  const key = readOrMakeKey(db);
  keys.set(db, key);
  key.catch(() => keys.delete(db));
  return key;
}

/** For whoever takes the key away by other means. Inside the transaction that does: what is read next waits for it. */
export const forgetReadKey = (db: Ledger) => keys.delete(db);

async function readOrMakeKey(db: Ledger): Promise<EntryKey> {
  const stored = await storedKey(db);
  if (stored) return stored;
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  // Two messages may arrive before the first key is written: the one that was written first counts.
  return db.transaction('rw', db.meta, async () => {
    const other = await storedKey(db);
    if (other) return other;
    const id = randomId();
    await db.meta.bulkPut([
      { key: KEY_NAME, value: key },
      { key: KEY_ID_NAME, value: id },
    ]);
    return { key, id };
  });
}

/** Of the key in force. Inside the caller's transaction over `meta`. */
export const currentKeyId = (db: Ledger) =>
  db.meta.get(KEY_ID_NAME).then((current) => (current ? (current.value as string) : null));

/** Inside the caller's transaction over `meta`. The next entry makes a new one. */
export async function destroyEntryKey(db: Ledger): Promise<void> {
  forgetReadKey(db);
  await db.meta.bulkDelete([KEY_NAME, KEY_ID_NAME]);
}

async function storedKey(db: Ledger): Promise<EntryKey | null> {
  const [key, id] = await db.meta.bulkGet([KEY_NAME, KEY_ID_NAME]);
  return key && id ? { key: key.value as CryptoKey, id: id.value as string } : null;
}

/** The eligible ones among the values and the short names, each hash once; the values are dropped. */
export async function hashEntries(
  { key }: EntryKey,
  personId: string,
  values: readonly Entered[],
): Promise<EnteredHash[]> {
  const eligible = new Map<string, Omit<EnteredHash, 'hash'>>();
  const subjects = new Set<string>();
  for (const { value, mode, activeMs } of values) {
    if (mode === 'chosen') continue;
    const normalised = normaliseValue(value);
    if (isSubject(normalised)) subjects.add(normalised);
    if (!isEligible(normalised)) continue;
    const known = eligible.get(normalised);
    // Typed twice is typed, however the other one came about.
    const how = known && known.mode !== mode ? 'typed' : mode;
    eligible.set(normalised, { mode: how, activeMs: activeMs + (known?.activeMs ?? 0) });
  }
  const sign = async (text: string) => {
    const bytes = new TextEncoder().encode(`${personId}\n${text}`);
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
    return btoa(String.fromCharCode(...mac.subarray(0, HASH_BYTES))).replace(/=+$/, '');
  };
  const entered = [...eligible].map(async ([value, how]) => ({
    hash: markedHash(isLong(value) ? 'l' : 'v', await sign(value)),
    ...how,
  }));
  const named = [...subjects].map(async (name) => ({
    hash: markedHash('s', await sign(name)),
    mode: 'typed' as const,
    activeMs: 0,
  }));
  return Promise.all([...entered, ...named]);
}

export async function hashFor(db: Ledger, enteredBy: string, values: readonly Entered[]): Promise<Hashed> {
  const key = await entryKey(db);
  return { enteredBy, entered: await hashEntries(key, enteredBy, values), keyId: key.id };
}

/** Two pages of one form together: each hash once. */
export function joinEntered(earlier: readonly EnteredHash[], later: readonly EnteredHash[]): EnteredHash[] {
  const joined = new Map(earlier.map((entry) => [entry.hash, entry]));
  for (const entry of later) {
    const known = joined.get(entry.hash);
    const mode = known && known.mode !== entry.mode ? 'typed' : entry.mode;
    joined.set(entry.hash, { ...entry, mode, activeMs: entry.activeMs + (known?.activeMs ?? 0) });
  }
  return [...joined.values()];
}
