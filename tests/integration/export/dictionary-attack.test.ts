// A dictionary attack on an exported package. The attacker is given more than any thief would have: every value
// that was entered, every keyed hash in the ledger and the key itself. There is nothing in a package to try
// them on.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../../utils/domain/records';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { entryKey, hashEntries } from '../../../utils/storage/entry-hash';
import { fillLedger } from '../../fixtures/ledger-year';
import { makePackage, openPackage } from './package';

const RANGE = { personId: 'b'.repeat(32), from: '2026-03-02', to: '2026-03-31' };
const DICTIONARY = Array.from({ length: 2_000 }, (_, n) => [
  `欧阳建国${n}`,
  `1380571${String(1_000 + n)}`,
  `33052119620${String(100_000 + n)}`,
  `临江镇和平村${n}组十二号`,
]).flat();

let db: Ledger;
let needles: Set<string>;

beforeAll(async () => {
  db = openDatabase('dictionary-attack');
  await fillLedger(db, { ...RANGE, seed: 11, spansADay: 20, holes: [] });
  const key = await entryKey(db);
  const typed = DICTIONARY.map((value) => ({ value, mode: 'typed' as const, activeMs: 0 }));
  const hashed = await hashEntries(key, RANGE.personId, typed);
  const actions = (await db.actions.toArray()) as Action[];
  await db.entries.bulkPut(
    actions.slice(0, 100).map((action, n) => ({
      actionId: action.id,
      personId: action.personId,
      portalId: action.portalId,
      formKey: action.formKey,
      at: action.at,
      hashes: hashed.slice(n * 80, n * 80 + 80).map(({ hash }) => hash),
      identity: [],
    })),
  );
  const plain = DICTIONARY.flatMap((value) =>
    (['md5', 'sha1', 'sha256'] as const).map((name) => createHash(name).update(value).digest('hex')),
  );
  const keyed = hashed.map(({ hash }) => hash.slice(1));
  const asHex = keyed.map((hash) => Buffer.from(hash, 'base64').toString('hex'));
  needles = new Set([...DICTIONARY, ...plain, ...keyed, ...asHex]);
  expect(await db.entries.count()).toBe(100);
});

/** Every run of letters, digits and Han in the package's files, whole and in every piece that a hash could be. */
function wordsOf(files: Record<string, Uint8Array>): Set<string> {
  const words = new Set<string>();
  for (const bytes of Object.values(files)) {
    const text = new TextDecoder().decode(bytes);
    for (const word of text.match(/[\p{L}\p{N}+/_-]{6,}/gu) ?? []) {
      words.add(word);
      for (const length of [11, 16]) {
        for (let at = 0; at + length <= word.length; at++) words.add(word.slice(at, at + length));
      }
    }
  }
  return words;
}

describe('a dictionary', () => {
  it.each(['L1', 'L2'] as const)('finds nothing to be tried on in a package of level %s', async (level) => {
    const words = wordsOf(openPackage(await makePackage(db, { ...RANGE, level })));
    expect([...words].filter((word) => needles.has(word))).toEqual([]);
  });

  it('would find a hash that had got into a file', () => {
    const [hash] = [...needles].slice(-1);
    const planted = { 'data/days.csv': new TextEncoder().encode(`x,${hash},y`) };
    expect([...wordsOf(planted)].some((word) => needles.has(word))).toBe(true);
  });
});
