// A small part of the campaign of faults (`npm run test:faults` plays it whole).
import { expect, test } from '@playwright/test';
import { CAMPAIGN } from '../faults/campaign';

const SEED = Number(process.env.SEED ?? 1);

for (const { name, run, once } of CAMPAIGN) {
  test(`${name}: nothing lost, nothing leaked`, async () => {
    test.setTimeout(180_000);
    const row = await run({ seed: SEED, times: once });
    expect(row.broken, row.fault).toEqual([]);
    expect({ tried: row.tried >= once, lost: row.lost, leaked: row.leaked }, row.fault).toEqual({
      tried: true,
      lost: 0,
      leaked: 0,
    });
  });
}
