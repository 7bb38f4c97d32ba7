import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairDays } from '../../utils/storage/day-store';
import { deleteRecords } from '../../utils/storage/deletion-store';
import { addPerson } from '../../utils/storage/people-store';
import { dropOldFacts } from '../../utils/storage/retention';
import { writeSettings } from '../../utils/storage/settings';
import { action, span } from '../fixtures/facts';

const DAY = 86_400_000;
/** 10:00 in Beijing on Monday the 23rd. */
const T0 = Date.UTC(2026, 10, 23, 2);

let db: Ledger;
let made = 0;
beforeEach(async () => {
  db = openDatabase(`deletion-${made++}`);
  for (const id of ['p', 'q']) await addPerson(db, id, id, 0);
  await writeSettings(db, { consentAt: 1, personId: 'p' });
  await db.meta.put({ key: 'installation', value: 'x' });
  for (const personId of ['p', 'q'])
    for (const [i, localDate] of ['2026-11-23', '2026-11-24'].entries())
      for (const portalId of ['a', 'b']) {
        const startedAt = T0 + i * DAY + (portalId === 'a' ? 0 : 60_000);
        await db.spans.add({ ...span({ personId, portalId, startedAt }), localDate });
        const act = action({ at: startedAt, personId, portalId, localDate });
        await db.actions.add(act);
        const entry = { formKey: 'f', at: startedAt, hashes: ['h'], identity: [] };
        await db.entries.add({ ...entry, actionId: act.id, personId, portalId });
        const said = {
          personId,
          targetId: act.id,
          kind: 'notARepeat',
          value: null,
          at: 1,
          undoneAt: null,
        } as const;
        await db.corrections.add({ ...said, id: `c${act.id}` });
      }
  for (const personId of ['p', 'q'])
    await db.coverage.add({
      personId,
      from: T0 - DAY,
      to: T0 + 2 * DAY,
      state: 'recording',
      configHash: 'c',
      version: '1',
    });
  await repairDays(db);
});

const counts = async (personId: string) => {
  const of = (store: typeof db.coverage) => store.filter((row) => row.personId === personId).count();
  const stores = [db.spans, db.actions, db.entries, db.corrections, db.days, db.coverage];
  return Promise.all(stores.map((store) => of(store as typeof db.coverage)));
};
const FULL = [4, 4, 4, 4, 4, 1];

describe('deleting', () => {
  it('a day takes its facts, fingerprints, words and sums, and counts as not observed', async () => {
    const gone = await deleteRecords(db, { personId: 'p', scope: 'day', date: '2026-11-23' });
    expect(gone).toEqual({ spans: 2, actions: 2 });
    expect(await counts('p')).toEqual([2, 2, 2, 2, 2, 2]);
    expect(await counts('q')).toEqual(FULL);
    const midnight = new Date(2026, 10, 23).getTime();
    const seen = await db.coverage
      .filter((row) => row.personId === 'p' && row.from < midnight + DAY && row.to > midnight)
      .toArray();
    expect(seen).toEqual([]);
    expect((await repairDays(db)).mended).toEqual([]);
  });

  it('a portal leaves the others, and their sums follow', async () => {
    await deleteRecords(db, { personId: 'p', scope: 'portal', portalId: 'a' });
    expect(await counts('p')).toEqual([2, 2, 2, 2, 2, 1]);
    expect(
      (await db.days.toArray()).filter((row) => row.personId === 'p').map((row) => row.switches),
    ).toEqual([0, 0]);
    expect((await repairDays(db)).mended).toEqual([]);
    expect(await counts('q')).toEqual(FULL);
  });

  it('everything takes one person with all of theirs, and leaves the others', async () => {
    await deleteRecords(db, { personId: 'p', scope: 'everything' });
    expect(await counts('p')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await counts('q')).toEqual(FULL);
    expect((await db.people.toArray()).map(({ id }) => id)).toEqual(['q']);
    expect(await db.settings.get('consentAt')).toBeDefined();
  });

  it('everything of the last one leaves a ledger as before consent', async () => {
    for (const personId of ['p', 'q']) await deleteRecords(db, { personId, scope: 'everything' });
    for (const store of db.tables) expect(await store.count(), store.name).toBe(0);
  });
});

describe('the retention', () => {
  it('drops single records of before its date and keeps what their days summed up to', async () => {
    const before = await db.days.toArray();
    await dropOldFacts(db, 3, '2027-02-24');
    expect(await counts('p')).toEqual([2, 2, 4, 2, 4, 1]);
    expect((await repairDays(db)).mended).toEqual([]);
    expect(await db.days.toArray()).toEqual(before);
  });

  it('drops nothing by default', async () => {
    await dropOldFacts(db, null, '2099-01-01');
    expect(await counts('p')).toEqual(FULL);
  });
});
