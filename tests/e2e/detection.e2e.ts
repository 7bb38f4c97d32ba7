// Performs every act of every sample portal and compares the servers' logs with the record.
// One portal alone: `PORTAL=antd npx playwright test detection --project chromium`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Action } from '../../utils/domain/records';
import type { SamplePortal } from '../portals/portal';
import { type PortalServer, servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import { brokenOff, type PerformedAct, performActs } from './harness/acts';
import { ROOT } from './harness/build';
import { detectionTable, misjudgedLines } from './harness/detection-table';
import { loadPortals } from './harness/portals';
import { openSession, settledActions, startRecording } from './harness/recording';
import { EVENT_KINDS, ratesOf, score, totalOf } from './harness/score';
import type { BrowserKind } from './harness/session';

/** Firefox performs a sample of the portals, each act once: the sensors are the same code there. */
const IN_FIREFOX = ['element-plus', 'jquery', 'layui', 'vant', 'frames', 'richtext'];
/** Much alike from one time to the next, and many. */
const EACH_ONCE = ['antd', 'element-plus', 'elementui', 'htmx', 'layui', 'naive', 'surveyjs'];
/** Acts are mostly waiting: two browsers at a time beside what else `npm test` plays. */
const SHARDS = 2;
/** What is asked of every kind over all portals, and of each portal. */
const BAR = 0.98;
const PORTAL_BAR = 0.9;

test('finds what the servers logged and nothing else', async ({ browserName: _ }, info) => {
  test.setTimeout(40 * 60_000);
  const kind = info.project.name as BrowserKind;
  const only = process.env.PORTAL?.split(',');
  const portals = await loadPortals(only ?? (kind === 'firefox' ? IN_FIREFOX : undefined));
  const server = await servePortals(portals);
  const shards = kind === 'chromium' ? Math.min(SHARDS, portals.length) : 1;
  const runs = await Promise.all(
    split(portals, shards).map((shard) => performShard(kind, shard, server)),
  ).finally(() => server.close());
  const performed = runs.flatMap((run) => run.performed);
  const rows = runs.flatMap((run) => run.rows);

  const result = score(performed, server.writes, rows);
  const table = detectionTable(result);
  const misjudged = misjudgedLines(result, rows);
  const broken = brokenOff(performed);
  console.log(`\n${table}\n`);
  console.log(
    misjudged.length ? `Judged wrongly:\n${misjudged.join('\n')}\n` : 'No act was judged wrongly.\n',
  );
  for (const { act, got } of result.unexpected) {
    console.log(`${act.portal}: "${act.name}" expects [${act.expects}], the log says [${got}]`);
  }
  const folder = join(ROOT, 'test-results');
  await mkdir(folder, { recursive: true });
  const details = { performed, writes: server.writes, rows, misjudged };
  await writeFile(join(folder, `detection-${kind}.json`), JSON.stringify(details, null, 1));
  if (kind === 'chromium' && !only) {
    const head = '# What the detection finds in the sample portals (Chromium)\n\nWritten by `npm test`.\n\n';
    const wrong = misjudged.map((one) => `- ${one}\n`).join('') || 'None.\n';
    const text = `${head}${table}\n\n## Acts judged wrongly\n\n${wrong}`;
    await writeFile(join(ROOT, 'tests/e2e/detection-table.md'), text);
  }

  expect.soft(broken.twice, 'acts that broke off, played again as well').toEqual([]);
  expect.soft(broken.once.length, 'acts that broke off once: more are no slips').toBeLessThanOrEqual(2);
  expect.soft(rows.filter((row) => row.settledAt === null).length, 'actions never settled').toBe(0);
  // Firefox's sample has too few of each kind for a share of its own: one mistake in fourteen is 0.93.
  const groups = kind === 'firefox' || only ? [[...EVENT_KINDS]] : EVENT_KINDS.map((event) => [event]);
  for (const group of groups) {
    const event = group.join(' and ');
    const rates = ratesOf(group.map((one) => totalOf(result, one)));
    expect.soft(rates.precision, `precision of ${event}`).toBeGreaterThanOrEqual(BAR);
    expect.soft(rates.recall, `recall of ${event}`).toBeGreaterThanOrEqual(BAR);
  }
  for (const [portal, tally] of result.tallies) {
    const rates = ratesOf(EVENT_KINDS.map((event) => tally[event]));
    expect.soft(rates.precision, `precision in ${portal}`).toBeGreaterThanOrEqual(PORTAL_BAR);
    expect.soft(rates.recall, `recall in ${portal}`).toBeGreaterThanOrEqual(PORTAL_BAR);
  }
  if (only || kind === 'firefox') return;
  for (const event of EVENT_KINDS) {
    expect.soft(totalOf(result, event).truth, `number of ${event}`).toBeGreaterThanOrEqual(50);
  }
  const nonEvents = [...result.nonEvents.values()].reduce((sum, one) => sum + one.performed, 0);
  expect.soft(nonEvents, 'acts that must not count').toBeGreaterThanOrEqual(300);
});

async function performShard(kind: BrowserKind, portals: SamplePortal[], server: PortalServer) {
  const session = await openSession(kind, { hosts: hostsOf(portals) });
  try {
    await startRecording(session);
    const performed: PerformedAct[] = [];
    for (const portal of portals) {
      const startedAt = Date.now();
      const acts = await performActs(session, server, portal, {
        timesOf: (times) => (kind === 'firefox' ? Math.min(1, times) : timesIn(portal, times)),
        report: console.log,
      });
      performed.push(...acts);
      console.log(
        `${kind} ${portal.id}: ${acts.length} acts in ${Math.round((Date.now() - startedAt) / 1000)} s`,
      );
    }
    const rows: Action[] = await settledActions(session);
    return { performed, rows };
  } finally {
    await session.close();
  }
}

/** All of them when portals are run by name. */
const timesIn = ({ id }: SamplePortal, times: number): number =>
  EACH_ONCE.includes(id) && !process.env.PORTAL ? Math.min(1, times) : times;

/** Heaviest first onto the lighter shard. */
function split(portals: readonly SamplePortal[], shards: number): SamplePortal[][] {
  const weight = (portal: SamplePortal) =>
    portal.acts.reduce((sum, act) => sum + timesIn(portal, act.times ?? 4), 0);
  const piles = Array.from({ length: shards }, () => ({ portals: [] as SamplePortal[], weight: 0 }));
  for (const portal of [...portals].sort((a, b) => weight(b) - weight(a))) {
    const lightest = piles.reduce((least, pile) => (pile.weight < least.weight ? pile : least));
    lightest.portals.push(portal);
    lightest.weight += weight(portal);
  }
  return piles.map((pile) => pile.portals);
}
