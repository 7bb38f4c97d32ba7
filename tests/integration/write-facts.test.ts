// Signals that come together share a transaction. That must change nothing but the time it takes.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../scripts/seed/random';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { entryKey } from '../../utils/storage/entry-hash';
import { addEvidence, putAttempt, settle } from '../../utils/storage/record-store';
import { writeFacts, written } from '../../utils/storage/write-facts';
import { attemptClaim, attemptId } from '../fixtures/attempt-claim';
import { beforeWrites } from '../fixtures/before-writes';
import { action } from '../fixtures/facts';
import { everything, makeSignals } from '../fixtures/signals';

const AT = Date.UTC(2026, 10, 23, 1);

/** How often each store's rows were written. */
function countWrites(db: Ledger): Map<string, number> {
  const writes = new Map<string, number>();
  beforeWrites(db, (store) => writes.set(store, (writes.get(store) ?? 0) + 1));
  return writes;
}

it.each([1, 2, 3, 4])('a day told in bursts is the day told one by one (seed %i)', async (seed) => {
  const alone = openDatabase(`alone-${seed}`);
  const { id: keyId } = await entryKey(alone);
  const together = openDatabase(`together-${seed}`);
  await together.meta.bulkPut(await alone.meta.toArray());
  for (const signal of makeSignals(makeRandom(seed), keyId)) await signal(alone);
  const random = makeRandom(seed + 100);
  const signals = makeSignals(makeRandom(seed), keyId);
  while (signals.length > 0) {
    const burst = signals.splice(0, random.whole(1, 80));
    await Promise.all(burst.map((signal) => signal(together)));
  }
  expect(JSON.parse(await everything(together))).toEqual(JSON.parse(await everything(alone)));
  alone.close();
  together.close();
});

const put = (db: Ledger, id: string) =>
  writeFacts(db, async ({ touch }) => {
    const fact = action({ id, at: AT });
    await db.actions.put(fact);
    touch(fact.personId, fact.localDate);
    return id;
  });

it('sums a day once for all that came while another was written', async () => {
  const db = openDatabase('summed-once');
  const writes = countWrites(db);
  const ids = Array.from({ length: 40 }, (_, at) => `act-${at}`);
  expect(await Promise.all(ids.map((id) => put(db, id)))).toEqual(ids);
  expect(await db.actions.count()).toBe(40);
  expect(writes.get('actions')).toBe(40);
  expect(writes.get('days'), 'the first one alone, then the others').toBeLessThanOrEqual(4);
  db.close();
});

it('writes what came together with something that fails', async () => {
  const db = openDatabase('one-fails');
  const told = await Promise.allSettled([
    put(db, 'first'),
    put(db, 'before'),
    writeFacts(db, async () => {
      await db.actions.put(action({ id: 'half', at: AT }));
      throw new Error('no more');
    }),
    put(db, 'after'),
  ]);
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect((await db.actions.toCollection().primaryKeys()).sort()).toEqual(['after', 'before', 'first']);
  await put(db, 'later');
  expect(await db.actions.count()).toBe(4);
  db.close();
});

describe('many submissions that are judged together', () => {
  const MANY = 60;
  const author = { personId: 'p', configHash: 'c' };
  const own = ['telephone', 'unit'].map((hash) => ({ hash, mode: 'typed' as const, activeMs: 500 }));
  /** Through `forms` forms with the person's own telephone and unit, for which forms must be counted, or without. */
  const tell = async (db: Ledger, keyId: string, n: number, forms: number) => {
    const formKey = `form-${forms === 0 ? 0 : n % forms}`;
    const claim = attemptClaim(AT, n, { portalId: 'ab'[n % 2] ?? 'a', formKey });
    const entered = [
      ...(forms === 0 ? [] : own),
      { hash: `v${n >> 1}`, mode: 'typed' as const, activeMs: 500 },
    ];
    const where = { tabId: 1, frameId: 0, deadline: claim.at + 12_000 };
    await putAttempt(db, { claim, enteredBy: 'p', entered, keyId, where }, author);
  };
  const accept = (db: Ledger, n: number) =>
    addEvidence(db, attemptId(n), ['message:success'], AT + n * 60_000 + 500);
  /** Transactions that have written. */
  function countWriting(db: Ledger): { count: number } {
    const seen = { count: 0 };
    const known = new WeakSet<IDBTransaction>();
    db.use({
      stack: 'dbcore',
      name: 'count transactions',
      create: (down) => ({
        ...down,
        table: (name) => ({
          ...down.table(name),
          mutate(request) {
            const own = request.trans as unknown as IDBTransaction;
            if (!known.has(own)) seen.count += 1;
            known.add(own);
            return down.table(name).mutate(request);
          },
        }),
      }),
    });
    return seen;
  }

  it.each([0, 1, 20])('share one transaction, whatever there is to count (%i forms)', async (forms) => {
    const db = openDatabase(`many-${forms}`);
    const writing = countWriting(db);
    const { id: keyId } = await entryKey(db);
    for (let n = 0; n < MANY; n++) await tell(db, keyId, n, forms);
    writing.count = 0;
    const told = Array.from({ length: MANY }, (_, n) => accept(db, n));
    expect(new Set(await Promise.all(told))).toEqual(new Set(['heard']));
    expect(writing.count, 'the first one alone, then 50, then the others').toBe(3);
    const alone = openDatabase(`many-alone-${forms}`);
    await alone.meta.bulkPut(await db.meta.toArray());
    for (let n = 0; n < MANY; n++) await tell(alone, keyId, n, forms);
    for (let n = 0; n < MANY; n++) await accept(alone, n);
    expect(JSON.parse(await everything(db))).toEqual(JSON.parse(await everything(alone)));
    db.close();
    alone.close();
  });

  it.each([0, 4])(
    'are all judged anew after a late one before them, in one transaction (%i)',
    async (forms) => {
      const [late, inTime] = [openDatabase(`late-${forms}`), openDatabase(`in-time-${forms}`)];
      const writing = countWriting(late);
      const { id: keyId } = await entryKey(late);
      await inTime.meta.bulkPut(await late.meta.toArray());
      for (const db of [late, inTime]) for (let n = 0; n < MANY / 2; n++) await tell(db, keyId, n, forms);
      for (let n = 1; n < MANY / 2; n++) await accept(late, n);
      writing.count = 0;
      expect(await accept(late, 0)).toBe('heard');
      expect(writing.count).toBe(1);
      for (let n = 0; n < MANY / 2; n++) await accept(inTime, n);
      expect(JSON.parse(await everything(late))).toEqual(JSON.parse(await everything(inTime)));
      late.close();
      inTime.close();
    },
  );
});

describe('what is told while something is being written', () => {
  let made = 0;
  const author = { personId: 'p', configHash: 'c' };
  const claim = attemptClaim(AT, 1, {});
  const actionId = attemptId(1);
  const deadline = claim.at + 12_000;

  async function begun() {
    const db = openDatabase(`told-${made++}`);
    const { id: keyId } = await entryKey(db);
    const tell = (over: object = {}, until = deadline) => {
      const where = { tabId: 1, frameId: 0, deadline: until };
      return putAttempt(
        db,
        { claim: { ...claim, ...over }, enteredBy: 'p', entered: [], keyId, where },
        author,
      );
    };
    await tell();
    return { db, tell };
  }
  const say = (db: Ledger, mark: string, frameId = 0, tabId = 1) =>
    addEvidence(db, actionId, [mark], claim.at + 500, { tabId, frameId });

  it('is seen by who asks after all that has come', async () => {
    const { db } = await begun();
    void put(db, 'first');
    void say(db, 'request:ok');
    void say(db, 'message:success');
    await written(db);
    expect(await db.actions.get(actionId)).toMatchObject({ outcome: 'accepted', confidence: 'confirmed' });
    db.close();
  });

  it('counts by its own frame, whatever another says after it', async () => {
    const { db } = await begun();
    await Promise.all([say(db, 'request:ok'), say(db, 'message:success'), say(db, 'message:failure', 3)]);
    expect(await db.actions.get(actionId)).toMatchObject({ outcome: 'accepted' });
    db.close();
  });

  it('tells who is heard: a frame of the same tab, of an act that is known and not settled', async () => {
    const { db } = await begun();
    expect(await say(db, 'message:failure', 0, 2)).toBe('late');
    expect(await say(db, 'message:success', 3)).toBe('heard');
    // Its form asked for the answer in that tab.
    await db.pending.update(actionId, { answerTabId: 2 });
    expect(await say(db, 'text:success', 0, 2)).toBe('heard');
    expect(await addEvidence(db, 'act-other', ['message:success'], claim.at)).toBe('unknown');
    expect((await db.actions.get(actionId))?.evidence).not.toContain('message:failure');
    await settle(db, actionId, claim.at + 600);
    expect(await say(db, 'request:ok')).toBe('late');
    db.close();
  });

  it('changes nothing of what is settled before it', async () => {
    const { db } = await begun();
    await Promise.all([
      say(db, 'message:failure'),
      settle(db, actionId, claim.at + 600),
      say(db, 'message:success'),
    ]);
    const settled = await db.actions.get(actionId);
    expect(settled?.outcome).toBe('rejected');
    expect(settled?.evidence).not.toContain('message:success');
    expect(await db.waiting.count()).toBe(0);
    db.close();
  });

  it('keeps an act open that was announced again before its time was up', async () => {
    const { db, tell } = await begun();
    const again = claim.at + 11_000;
    await Promise.all([
      say(db, 'request:ok'),
      tell({ at: again }, again + 12_000),
      settle(db, actionId, deadline, true),
    ]);
    expect(await db.pending.get(actionId)).toMatchObject({ deadline: again + 12_000 });
    await settle(db, actionId, again + 12_000, true);
    expect(await db.pending.count()).toBe(0);
    db.close();
  });
});
