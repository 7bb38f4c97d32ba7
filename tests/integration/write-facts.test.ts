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
