// Databases of every version that was ever given out, of a version yet to come, and one of somebody else's
// making: the first are brought up to date with nothing lost, the second is read and left alone.
import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairDays } from '../../utils/storage/day-store';
import {
  claimDatabase,
  isDataNewer,
  isNewerData,
  leaveNewerAlone,
  SCHEMA_NUMBER,
} from '../../utils/storage/installation';
import { putSpan } from '../../utils/storage/span-store';

interface Snapshot {
  dexieVersion: number;
  stores: Record<string, string>;
  rows: Record<string, object[]>;
}
const FOLDER = fileURLToPath(new URL('../fixtures/databases', import.meta.url));
const fileOf = (schema: number) => join(FOLDER, `schema-${schema}.json`);
const read = (schema: number) => JSON.parse(readFileSync(fileOf(schema), 'utf8')) as Snapshot;
const EVERY = Array.from({ length: SCHEMA_NUMBER }, (_, i) => i + 1);
let made = 0;

/** Writes a database as that version left it. */
async function lay(snapshot: Snapshot, version = snapshot.dexieVersion): Promise<string> {
  const name = `earlier-${made++}`;
  const db = new Dexie(name);
  db.version(version).stores(snapshot.stores);
  for (const [store, rows] of Object.entries(snapshot.rows)) await db.table(store).bulkPut(rows);
  db.close();
  return name;
}
const dump = async (db: Ledger) =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));

describe.each(EVERY)('a database of schema %i', (schema) => {
  it('was kept (npm run keep-database)', () => {
    expect(existsSync(fileOf(schema))).toBe(true);
  });

  it('opens, and nothing in it is lost', async () => {
    const snapshot = read(schema);
    const db = openDatabase(await lay(snapshot));
    leaveNewerAlone(db);
    await claimDatabase(db, 'x');
    const kept = await dump(db);
    for (const store of ['people', 'spans', 'actions', 'corrections', 'coverage', 'settings'])
      expect(kept[store], store).toEqual(expect.arrayContaining(snapshot.rows[store] ?? []));
    expect(snapshot.rows.spans?.length).toBeGreaterThan(20);
    expect((await repairDays(db)).mended).toEqual([]);
    expect((await db.meta.get('schemaNumber'))?.value).toBe(SCHEMA_NUMBER);
  });
});

it('the snapshot of this schema is what this version writes: another layout is another number', () => {
  const { stores, dexieVersion } = read(SCHEMA_NUMBER);
  const db = openDatabase('layout');
  const now = Object.fromEntries(
    db.tables.map(({ name, schema }) => [
      name,
      [schema.primKey.src, ...schema.indexes.map((index) => index.src)].join(', '),
    ]),
  );
  expect(now).toEqual(stores);
  expect(db.verno).toBe(dexieVersion);
});

describe.each([
  ['with the same layout', 0],
  ['with another layout', 1],
])('a database of a newer version, %s', (_, more) => {
  const newer = async () => {
    const snapshot = read(SCHEMA_NUMBER);
    const meta = [{ key: 'schemaNumber', value: SCHEMA_NUMBER + 1 }];
    const stores = more ? { ...snapshot.stores, novelties: 'id' } : snapshot.stores;
    return lay({ ...snapshot, stores, rows: { ...snapshot.rows, meta } }, snapshot.dexieVersion + more);
  };

  it('is left as it is by the one writer', async () => {
    const name = await newer();
    const before = JSON.stringify(await dump(openDatabase(name)));
    const db = openDatabase(name);
    leaveNewerAlone(db);
    const at = Date.UTC(2026, 10, 23, 1);
    const span = { visitId: 'c'.repeat(32), seq: 0, portalId: 'a', route: '/', depth: 0, startedAt: at };
    const claim = { ...span, endedAt: at + 1_000, gaps: [], utcOffsetMin: 480, endReason: null };
    const tries = [
      () => putSpan(db, claim, { personId: 'a'.repeat(32), configHash: 'c' }),
      () => claimDatabase(db, 'x'),
      () => db.settings.put({ key: 'pausedAt', value: 1 }),
      () => db.days.clear(),
      () => repairDays(db),
    ];
    for (const write of tries) {
      const error: unknown = await write().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(isNewerData(error), String(error)).toBe(true);
    }
    expect(JSON.stringify(await dump(openDatabase(name)))).toBe(before);
  });

  it('can be read by the pages, which say so', async () => {
    const db = openDatabase(await newer());
    expect(await db.spans.count()).toBeGreaterThan(20);
    expect(await isDataNewer(db)).toBe(true);
  });
});

it('other failures are not taken for it', () => {
  expect(isNewerData(new Error('dataIsNewer'))).toBe(false);
  expect(isNewerData(null)).toBe(false);
});
