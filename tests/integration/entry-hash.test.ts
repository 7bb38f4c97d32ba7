import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { type Entered, entryKey, hashEntries, joinEntered } from '../../utils/storage/entry-hash';

let db: Ledger;
let made = 0;
beforeEach(() => {
  db = openDatabase(`hash-${made++}`);
});
const hashes = async (values: string[], personId = 'p', from = db) => {
  const entered: Entered[] = values.map((value) => ({ value, mode: 'typed', activeMs: 1 }));
  return (await hashEntries(await entryKey(from), personId, entered)).map(({ hash }) => hash);
};

describe('the key', () => {
  it('is one, cannot be exported, and signs only', async () => {
    const [first, second] = await Promise.all([entryKey(db), entryKey(db)]);
    expect(first.id).toBe(second.id);
    const { key } = await entryKey(db);
    expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
    for (const format of ['raw', 'jwk'] as const)
      await expect(crypto.subtle.exportKey(format, key)).rejects.toThrow();
  });
});

describe('a hash', () => {
  it('is the same for another formatting, and another for another person or key', async () => {
    const [one] = await hashes(['青山村 3 组 12 号']);
    expect(await hashes(['青山村３组１２号'])).toEqual([one]);
    expect(await hashes(['青山村3组12号'], 'q')).not.toEqual([one]);
    expect(await hashes(['青山村3组12号'], 'p', openDatabase(`hash-${made++}`))).not.toEqual([one]);
  });

  it('is 64 bits and one character that says whether the value was long', async () => {
    const [short, long] = await hashes(['13805710021', '510123197003124417']);
    expect(short).toMatch(/^v[A-Za-z0-9+/]{11}$/);
    expect(long).toMatch(/^l[A-Za-z0-9+/]{11}$/);
  });

  it('is made of what says enough, and of the names on a sheet', async () => {
    expect(await hashes(['是', '无', '12345', '2026-11-23', '正常', '00000000'])).toEqual([]);
    const [one, two] = await hashes(['李四', '王五六']);
    expect([one, two].map((hash) => hash?.[0])).toEqual(['s', 's']);
    expect(one).not.toBe(two);
  });

  it('leaves out choices; the same value twice is one entry with both times', async () => {
    const value = '青山镇青山村三组十二号';
    const entered = await hashEntries(await entryKey(db), 'p', [
      { value, mode: 'pasted', activeMs: 300 },
      { value: `${value} `, mode: 'typed', activeMs: 4_000 },
      { value: '一般农户家庭情况', mode: 'chosen', activeMs: 100 },
    ]);
    expect(entered).toMatchObject([{ mode: 'typed', activeMs: 4_300 }]);
    expect(joinEntered(entered, entered)).toMatchObject([{ mode: 'typed', activeMs: 8_600 }]);
  });
});
