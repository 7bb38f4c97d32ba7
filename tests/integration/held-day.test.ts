// The day that signals are written to is kept in memory between them. Whatever else writes meanwhile, its rows are the
// sums of what the stores hold.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { makeRandom, type Random } from '../../scripts/seed/random';
import { putCorrection, undoCorrection } from '../../utils/storage/correction-store';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairAfter, repairDays } from '../../utils/storage/day-store';
import { deleteRecords } from '../../utils/storage/deletion-store';
import { entryKey } from '../../utils/storage/entry-hash';
import { forgetEntries } from '../../utils/storage/entry-store';
import { addPerson, setWorkingHours } from '../../utils/storage/people-store';
import { putAttempt } from '../../utils/storage/record-store';
import { restoreRows } from '../../utils/storage/restore-store';
import { dropOldFacts } from '../../utils/storage/retention';
import { recoverSpans } from '../../utils/storage/span-store';
import { attemptClaim } from '../fixtures/attempt-claim';
import { action, span } from '../fixtures/facts';
import { makeSignals, type Signal } from '../fixtures/signals';

const DATE = '2026-11-23';
const T0 = Date.UTC(2026, 10, 23, 1);
const AUTHOR = { personId: 'p', configHash: 'c' };

/** What else writes facts, or what their sums depend on. */
const others: ((random: Random, db: Ledger) => Promise<unknown>)[] = [
  async (random, db) => {
    const kind = random.pick(['strike', 'notARepeat'] as const);
    const target = random.pick([...(await db.actions.toArray()), { id: 'gone' }]);
    return putCorrection(db, { targetId: target.id, kind, value: null }, random.id(), T0);
  },
  async (random, db) => {
    const target = random.pick([...(await db.spans.toArray()), { id: 'gone' }]);
    return putCorrection(db, { targetId: target.id, kind: 'strike', value: null }, random.id(), T0);
  },
  async (random, db) => {
    const [first] = await db.corrections.toArray();
    return undoCorrection(db, first?.id ?? random.id(), T0);
  },
  (_, db) => deleteRecords(db, { personId: 'p', scope: 'day', date: DATE }),
  (random, db) => deleteRecords(db, { personId: 'p', scope: 'portal', portalId: random.pick(['a', 'b']) }),
  (random, db) => {
    const at = T0 + random.whole(0, 800_000);
    const spans = [span({ visitId: random.id(), startedAt: at, ms: 5_000, portalId: 'b' })];
    return restoreRows(db, 'p', { spans, actions: [action({ id: random.id(), at, formKey: 'f' })] }, T0);
  },
  (random, db) =>
    repairAfter(db, { personId: 'p', from: DATE }, () =>
      setWorkingHours(db, 'p', DATE, { 1: [[random.whole(0, 600), 1_000]] }),
    ),
  (_, db) => recoverSpans(db, T0 + 3_600_000, true),
  (_, db) => forgetEntries(db),
  // The same act, announced again after midnight.
  async (random, db) => {
    const { id: keyId } = await entryKey(db);
    const known = (await db.actions.toArray()).filter(({ kind }) => kind === 'submission');
    const claim = attemptClaim(T0, 0, { at: T0 + 86_400_000 });
    const { id: actionId } = random.pick([...known, { id: random.id() }]);
    const where = { tabId: 1, frameId: 0, deadline: T0 + 90_000_000 };
    return putAttempt(
      db,
      { claim: { ...claim, actionId }, enteredBy: 'p', entered: [], keyId, where },
      AUTHOR,
    );
  },
];

const ledger = async (name: string): Promise<Ledger> => {
  const db = openDatabase(name);
  await addPerson(db, 'p', 'p', 0);
  return db;
};

it.each([1, 2, 3, 4, 5, 6])(
  'whatever else is written, days are the sums of their facts (seed %i)',
  async (seed) => {
    const random = makeRandom(seed);
    const db = await ledger(`held-${seed}`);
    const { id: keyId } = await entryKey(db);
    const signals = [...makeSignals(random, keyId), ...makeSignals(random, keyId)];
    while (signals.length > 0) {
      const work: Signal[] = signals.splice(0, random.whole(1, 6));
      for (let count = random.whole(0, 2); count > 0; count--) {
        const other = random.pick(others);
        work.splice(random.whole(0, work.length), 0, (it) => other(random, it));
      }
      await (random.chance(0.5) ? Promise.all(work.map((one) => one(db))) : inTurn(work, db));
      expect((await repairDays(db)).mended).toEqual([]);
    }
    db.close();
  },
);

async function inTurn(work: readonly Signal[], db: Ledger): Promise<void> {
  for (const one of work) await one(db);
}

it('of a retention that drops the day, the sums stay as they were', async () => {
  const random = makeRandom(7);
  const db = await ledger('held-dropped');
  const { id: keyId } = await entryKey(db);
  const signals = makeSignals(random, keyId);
  await inTurn(signals.splice(0, 30), db);
  const before = await db.days.toArray();
  while (await dropOldFacts(db, 3, '2027-03-24'));
  await inTurn(signals, db);
  expect(await db.days.toArray()).toEqual(before);
  db.close();
});

it('reads the facts of a day once for all signals of it', async () => {
  const db = openDatabase('held-once');
  const reads = { count: 0 };
  db.use({
    stack: 'dbcore',
    name: 'count reads of days',
    create: (down) => ({
      ...down,
      table: (name) => ({
        ...down.table(name),
        query(request) {
          if (name === 'actions' && request.query.index.name === '[personId+localDate]') reads.count += 1;
          return down.table(name).query(request);
        },
      }),
    }),
  });
  const { id: keyId } = await entryKey(db);
  await inTurn(makeSignals(makeRandom(8), keyId), db);
  expect(await db.actions.count()).toBe(12);
  expect(reads.count).toBe(1);
  db.close();
});
