// Signals that come together share a transaction. That must change nothing but the time it takes.
import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { expect, it } from 'vitest';
import { makeRandom } from '../../scripts/seed/random';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { entryKey } from '../../utils/storage/entry-hash';
import { writeFacts } from '../../utils/storage/write-facts';
import { action } from '../fixtures/facts';
import { everything, makeSignals } from '../fixtures/signals';

const AT = Date.UTC(2026, 10, 23, 1);

/** How often each store's rows were written. */
function countWrites(db: Ledger): Map<string, number> {
  const writes = new Map<string, number>();
  db.use({
    stack: 'dbcore',
    name: 'count',
    create: (down: DBCore) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          mutate(request) {
            writes.set(name, (writes.get(name) ?? 0) + 1);
            return table.mutate(request);
          },
        };
      },
    }),
  });
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
  writeFacts(db, async (touch) => {
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
