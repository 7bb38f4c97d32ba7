// A disk that is full, a database that gives up in the middle: any write of any transaction may fail. Either all
// of a signal is kept or nothing of it; told again it is kept once, and the days are always their facts' sums.
// SEED=… makes other failures, ROUNDS=… more.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { makeRandom, type Random } from '../../scripts/seed/random';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { repairDays } from '../../utils/storage/day-store';
import { entryKey } from '../../utils/storage/entry-hash';
import { beforeWrites } from '../fixtures/before-writes';
import { everything, makeSignals } from '../fixtures/signals';

const SEED = Number(process.env.SEED ?? 1);
const ROUNDS = Number(process.env.ROUNDS ?? 6);

/** The share of single writes that fail, by quota as Chromium reports it. */
function breakDisk(db: Ledger, random: Random): { share: number; failed: number } {
  const disk = { share: 0, failed: 0 };
  beforeWrites(db, () => {
    if (!random.chance(disk.share)) return;
    disk.failed += 1;
    throw new DOMException('disk full', 'QuotaExceededError');
  });
  return disk;
}

it(`writes that fail leave no half facts (${ROUNDS} days, seed ${SEED})`, async () => {
  let failed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const random = makeRandom(SEED * 1_000 + round);
    const db = openDatabase(`failing-${SEED}-${round}`);
    const disk = breakDisk(db, random);
    const { id: keyId } = await entryKey(db);
    // The same day on a disk that is sound, with the same key.
    const whole = openDatabase(`whole-${SEED}-${round}`);
    await whole.meta.bulkPut(await db.meta.toArray());
    for (const signal of makeSignals(random, keyId)) {
      disk.share = random.pick([0, 0.1, 0.5]);
      for (;;) {
        const before = await everything(db);
        const went = await signal(db).then(
          () => true,
          () => false,
        );
        // Sometimes the answer is lost and not the write: what was kept is told again.
        if (went && random.chance(0.8)) break;
        if (!went) expect(await everything(db), 'nothing of what failed is kept').toBe(before);
        disk.share /= 2;
      }
      await signal(whole);
    }
    disk.share = 0;
    failed += disk.failed;
    expect((await repairDays(db)).mended).toEqual([]);
    expect(JSON.parse(await everything(db))).toEqual(JSON.parse(await everything(whole)));
    expect(await db.actions.count()).toBe(12);
    db.close();
    whole.close();
  }
  expect(failed, 'the law must not hold for want of cases').toBeGreaterThan(ROUNDS * 5);
}, 300_000);

it(`what comes together with something that fails is written all the same (${ROUNDS} days, seed ${SEED})`, async () => {
  let failed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const random = makeRandom(SEED * 2_000 + round);
    const db = openDatabase(`failing-together-${SEED}-${round}`);
    const disk = breakDisk(db, random);
    const { id: keyId } = await entryKey(db);
    const whole = openDatabase(`whole-together-${SEED}-${round}`);
    await whole.meta.bulkPut(await db.meta.toArray());
    const signals = makeSignals(random, keyId);
    while (signals.length > 0) {
      const burst = signals.splice(0, random.whole(1, 30));
      disk.share = random.pick([0, 0.05, 0.2]);
      const told = await Promise.allSettled(burst.map((signal) => signal(db)));
      // On a sound disk, alone and in their order: those that were told to be written, and no others.
      for (const [at, { status }] of told.entries()) if (status === 'fulfilled') await burst[at]?.(whole);
    }
    disk.share = 0;
    failed += disk.failed;
    expect((await repairDays(db)).mended).toEqual([]);
    expect(JSON.parse(await everything(db))).toEqual(JSON.parse(await everything(whole)));
    db.close();
    whole.close();
  }
  expect(failed, 'the law must not hold for want of cases').toBeGreaterThan(ROUNDS * 2);
}, 300_000);
