// Sources of lists at rest: the last good one stays, a refusal is noted and forgotten, and no change of a list
// touches a record.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { subscribe } from '../../utils/config/subscriptions';
import {
  noteConfigInForce,
  putConfig,
  putSubscribedConfig,
  subscribedConfig,
} from '../../utils/storage/config-store';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import * as store from '../../utils/storage/source-store';
import { configOf, portalOf } from '../unit/config/sample';

let db: Ledger;
beforeEach(() => {
  db = openDatabase(`sources-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const config = (version: number) => ({ ...configOf(portalOf('a')), version });
const SUBSCRIPTION = subscribe(
  { address: 'https://h/l.json', setBy: 'person', publicKey: null, sha256: null, intervalMin: null },
  1,
);

it('each source keeps its last good list, and versions only go up', async () => {
  expect(await putConfig(db, 'managed', config(5), 'h5', 1)).toMatchObject({ ok: true });
  expect(await putConfig(db, 'managed', config(4), 'h4', 2)).toMatchObject({ ok: false });
  expect(await putConfig(db, 'managed', config(5), 'other', 3)).toMatchObject({ ok: false });
  expect(await putConfig(db, 'imported', config(1), 'h1', 4)).toMatchObject({ ok: true });
  const rows = await db.configs.toArray();
  expect(rows.map(({ id, hash, fetchedAt }) => [id, hash, fetchedAt])).toEqual([
    ['imported', 'h1', 4],
    ['managed', 'h5', 1],
  ]);
});

it('a subscribed list that came to be signed is one list, and goes with its subscription', async () => {
  await store.writeSubscription(db, SUBSCRIPTION);
  await putSubscribedConfig(db, 'unsigned', config(1), 'h1', 1);
  await putSubscribedConfig(db, 'signed', config(2), 'h2', 2);
  expect((await db.configs.toArray()).map(({ id }) => id)).toEqual(['signed']);
  expect((await subscribedConfig(db))?.hash).toBe('h2');
  await store.replaceSubscription(db, null);
  expect([await subscribedConfig(db), await store.readSubscription(db)]).toEqual([null, null]);
});

it('refusals are kept by source until they are put right', async () => {
  const refusal = { at: 1, problems: [{ code: 'notJson' as const, path: '' }] };
  await store.noteRefusal(db, 'managed', refusal);
  await store.noteRefusal(db, 'imported', { ...refusal, at: 2 });
  await store.noteRefusal(db, 'managed', null);
  expect(await store.readRefusals(db)).toEqual({ imported: { ...refusal, at: 2 } });
  await store.noteLocks(db, ['portals']);
  expect(await store.readLocks(db)).toEqual(['portals']);
});

it('no list touches a record', async () => {
  const records = ['spans', 'actions', 'entries', 'days', 'people', 'coverage', 'corrections'] as const;
  await db
    .table('spans')
    .put({ id: 's:0', visitId: 's', personId: 'p', localDate: '2026-11-24', endedAt: 1 });
  await db.table('actions').put({ id: 'a', personId: 'p', localDate: '2026-11-24', formKey: 'f', at: 1 });
  const read = async () => JSON.stringify(await Promise.all(records.map((name) => db.table(name).toArray())));
  const before = await read();
  for (const version of [1, 2, 3]) {
    const stored = await putConfig(db, 'managed', config(version), `h${version}`, version);
    if (stored.ok) await noteConfigInForce(db, stored.value, version);
  }
  await store.replaceSubscription(db, SUBSCRIPTION);
  await db.configs.delete('managed');
  expect(await read()).toBe(before);
  expect((await db.configHistory.toArray()).map(({ version }) => version)).toEqual([1, 2, 3]);
});
