// Every version of the database that was ever shipped opens in this one with all its rows. A version without a
// snapshot fails, and so does a shipped version whose stores were changed afterwards.
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../utils/storage/database';
import { claimDatabase } from '../../utils/storage/installation';
import { type Snapshot, snapshotFile, storesOf } from '../fixtures/database/snapshot';

const NAME = 'versions';
const newest = openDatabase(NAME).verno;
const versions = Array.from({ length: newest }, (_, i) => i + 1);

const read = (version: number) => JSON.parse(readFileSync(snapshotFile(version), 'utf8')) as Snapshot;

afterEach(() => Dexie.delete(NAME));

describe('a shipped version', () => {
  it.each(versions)('%i has a snapshot', (version) => {
    expect(existsSync(snapshotFile(version)), 'see CONTRIBUTING.md: a database version').toBe(true);
    expect(read(version).version).toBe(version);
  });

  it.each(versions)('%i opens in the newest with every row it had', async (version) => {
    const { stores, rows } = read(version);
    const old = new Dexie(NAME);
    old.version(version).stores(stores);
    await old.open();
    const before = new Map<string, unknown[]>();
    for (const [store, some] of Object.entries(rows)) {
      await old.table(store).bulkPut(some);
      before.set(store, await old.table(store).toCollection().primaryKeys());
    }
    old.close();

    const db = openDatabase(NAME);
    await db.open();
    for (const [store, keys] of before) {
      // An upgrade may add rows of its own, as a mark that days are to be rebuilt.
      expect(await db.table(store).toCollection().primaryKeys(), store).toEqual(expect.arrayContaining(keys));
    }
    // An older extension must see that the data has become newer than itself.
    await claimDatabase(db, 'installation');
    expect((await db.meta.get('schemaNumber'))?.value, 'raised by the upgrade').toBe(db.verno);
    expect(rows.spans?.length, 'a snapshot with nothing in it proves nothing').toBeGreaterThan(0);
    db.close();
  });
});

it('the newest has the stores of its snapshot', () => {
  expect(storesOf(openDatabase(NAME))).toEqual(read(newest).stores);
});

it('a new one is marked with the version of its stores', async () => {
  const db = openDatabase(NAME);
  await claimDatabase(db, 'installation');
  expect((await db.meta.get('schemaNumber'))?.value).toBe(db.verno);
  db.close();
});
