// `npm run test:faults`: the campaign of faults in a real Chromium, and its table. SEED=… makes another day,
// FAULTS_WORKER=50 and so on other numbers, and `npm run test:faults -- worker browser` plays only those. Exit code 1
// when anything was lost, leaked or broken.

import { zoneAtNoon } from '../tests/e2e/harness/zone-at-noon';
import { CAMPAIGN, type Fault } from '../tests/faults/campaign';
import { didHarm, type FaultRow, faultTable } from '../tests/faults/fault-row';

process.env.TZ ??= zoneAtNoon();
const seed = Number(process.env.SEED ?? 1);
const wanted = process.argv.slice(2);
const timesOf = ({ name, often }: Fault) => Number(process.env[`FAULTS_${name.toUpperCase()}`] ?? often);

const rows: FaultRow[] = [];
for (const fault of CAMPAIGN.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const startedAt = Date.now();
  const row = await fault.run({ seed, times: timesOf(fault) }).catch((error: unknown): FaultRow => {
    const broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return { fault: fault.name, tried: 0, lost: 0, leaked: 0, broken, measured: 'not played to its end' };
  });
  rows.push(row);
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(`${didHarm(row) ? 'HARM' : 'well'}  ${fault.name}: ${row.tried} times in ${seconds} s`);
  for (const line of row.broken) console.log(`      ${line}`);
}
console.log(`\nSEED=${seed}\n\n${faultTable(rows)}`);
process.exit(rows.length === 0 || rows.some(didHarm) ? 1 : 0);
