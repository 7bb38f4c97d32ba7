// The truth table of time: hard cases, each with the script's own clock as the truth. Real focus and visibility:
// Puppeteer on a screen of its own in Chromium, WebDriver BiDi in Firefox. Sleep is made by stopping the
// browser's processes, a changed clock by moving the content script's, the lock by the message that the idle
// API's state makes the background send: real ones cannot be made here.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Span } from '../../utils/domain/records';
import { servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import { openSession, startRecording } from './harness/recording';
import { openScreen } from './harness/screen';
import { type BrowserKind, waitFor } from './harness/session';
import { CHROMIUM_SCENARIOS } from './time/chromium-scenarios';
import { MACHINE_SCENARIOS } from './time/machine-scenarios';
import { NO_PORTAL, TIME_PORTALS } from './time/pages';
import { SCENARIOS, type Scenario } from './time/scenarios';
import { activeOf, pause, Stage } from './time/stage';

interface Played {
  scenario: Scenario;
  stage: Stage;
  preparedAt: number;
  startedAt: number;
  problem: string | null;
}

interface Line {
  name: string;
  portal: string;
  trueMs: number;
  recordedMs: number;
}

const ERROR_MS = 500;
const ERROR_SHARE = 0.01;
const KILL = 'the browser is killed';
const CHECKPOINT_MS = 15_000;
const MOST_PLAYS = 3;

test('every hard case is recorded as the script saw it', async ({ browserName: _ }, info) => {
  test.setTimeout(20 * 60_000);
  const kind = info.project.name as BrowserKind;
  const portals = [...TIME_PORTALS, NO_PORTAL];
  const server = await servePortals(portals);
  const screen = kind === 'chromium' ? await openScreen() : null;
  const only = process.env.SCENARIO;
  // A browser of its own for each group, so that what one leaves behind is not the next one's.
  const groups = [SCENARIOS, ...(kind === 'chromium' ? [CHROMIUM_SCENARIOS, MACHINE_SCENARIOS] : [])]
    .map((group) =>
      group.filter(
        ({ name, firefox }) => (kind === 'chromium' || firefox) && (!only || new RegExp(only).test(name)),
      ),
    )
    .filter((group) => group.length > 0);
  try {
    const lines: Line[] = [];
    const problems: string[] = [];
    for (const group of groups) {
      const done = await playGroup(kind, group, server.port, screen);
      lines.push(...done.lines);
      problems.push(...done.problems);
    }
    if (kind === 'chromium' && !only) lines.push(await lineOfKill(server.port));
    const table = tableOf(lines);
    console.log(`\n${table}\n`);
    if (!only) {
      const head = `# Time as the script saw it and as it was recorded (${kind})\n\nWritten by \`npm test\`.\n\n`;
      await writeFile(join(import.meta.dirname, `time-table-${kind}.md`), `${head}${table}\n`);
    }
    expect.soft(problems).toEqual([]);
    for (const { name, portal, trueMs, recordedMs } of lines) {
      expect
        .soft(Math.abs(recordedMs - trueMs), `${name}, ${portal}`)
        .toBeLessThanOrEqual(name === KILL ? CHECKPOINT_MS : Math.max(ERROR_MS, trueMs * ERROR_SHARE));
    }
  } finally {
    screen?.close();
    await server.close();
  }
});

async function playGroup(
  kind: BrowserKind,
  group: readonly Scenario[],
  port: number,
  screen: Awaited<ReturnType<typeof openScreen>> | null,
): Promise<{ lines: Line[]; problems: string[] }> {
  const hosts = hostsOf([...TIME_PORTALS, NO_PORTAL]);
  const session = await openSession(kind, screen ? { hosts, headless: false, env: screen.env } : { hosts });
  try {
    await startRecording(session);
    const elsewhere = await session.newPage();
    await elsewhere.goto(`http://${NO_PORTAL.host}:${port}/form/elsewhere`, { waitUntil: 'load' });
    const played: Played[] = [];
    let scenes = 0;
    for (const scenario of group) {
      const scene = () => playScene(new Stage(session, port, elsewhere, scenes++, screen), scenario);
      let last = await scene();
      // What the driver throws says nothing of the extension: such a scene is played again, with a word of its own.
      for (let plays = 1; last.problem && plays < MOST_PLAYS; plays++) {
        console.log(`played again: ${scenario.name}: ${last.problem}`);
        last = await scene();
      }
      played.push(last);
    }
    await pause(1_500);
    const spans = await session.readDatabase<Span>('spans');
    return {
      lines: played.flatMap((one) => linesOf(one, spans)),
      problems: played.filter((one) => one.problem).map((one) => `${one.scenario.name}: ${one.problem}`),
    };
  } finally {
    await session.close();
  }
}

async function playScene(stage: Stage, scenario: Scenario): Promise<Played> {
  const preparedAt = Date.now();
  let startedAt = preparedAt;
  let problem: string | null = null;
  try {
    const pages = await scenario.prepare(stage);
    await stage.leave();
    await pause(200);
    startedAt = Date.now();
    await scenario.play(stage, pages);
  } catch (error) {
    problem = String(error);
  }
  await stage.leave();
  await pause(200);
  await stage.close();
  return { scenario, stage, preparedAt, startedAt, problem };
}

/** The browser's process is killed while somebody types: what may be lost is one checkpoint. */
async function lineOfKill(port: number): Promise<Line> {
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-killed-'));
  const session = await openSession('chromium', { profile, firstRun: true });
  await startRecording(session);
  const page = await session.newPage();
  const stage = new Stage(session, port, page, 0, null);
  await page.goto(stage.address('village', 'killed'), { waitUntil: 'load' });
  stage.clock.turnTo('village', Date.now());
  await stage.type(page, page, 22_000);
  await session.kill();
  stage.clock.turnTo(null, Date.now());
  const again = await openSession('chromium', { profile, firstRun: false });
  const row = await waitFor('the span to be recovered', async () => {
    const spans = await again.readDatabase<Span>('spans');
    return spans.find((span) => span.route.includes('/killed') && span.endReason === 'recovered') ?? null;
  });
  await again.close();
  await rm(profile, { recursive: true, force: true });
  const trueMs = stage.clock.activeMs(60_000).get('village') ?? 0;
  return { name: KILL, portal: 'village', trueMs, recordedMs: activeOf(row, 60_000) };
}

function linesOf({ scenario, stage, preparedAt, startedAt }: Played, spans: readonly Span[]): Line[] {
  const measure = scenario.measure ?? 60;
  const truth = measure === 'open' ? stage.clock.openMs() : stage.clock.activeMs(measure * 1_000);
  // Loading the pages beforehand put them in front for a moment, which is no part of the script.
  const rows = spans.filter(
    (span) =>
      span.route.split(/[/#]/).includes(stage.word) &&
      !(span.startedAt >= preparedAt && span.startedAt < startedAt),
  );
  const portals = new Set([...truth.keys(), ...rows.map((row) => row.portalId)]);
  return [...portals].map((portal) => {
    const own = rows.filter((row) => row.portalId === portal);
    const recordedMs = own.reduce(
      (sum, row) => sum + (measure === 'open' ? row.openMs : activeOf(row, measure * 1_000)),
      0,
    );
    return { name: scenario.name, portal, trueMs: truth.get(portal) ?? 0, recordedMs };
  });
}

function tableOf(lines: readonly Line[]): string {
  const rows = lines.map(({ name, portal, trueMs, recordedMs }) => {
    const error = Math.round(recordedMs - trueMs);
    return `| ${name} | ${portal} | ${Math.round(trueMs)} | ${Math.round(recordedMs)} | ${error} |`;
  });
  return [
    '| scenario | portal | true ms | recorded ms | error ms |',
    '| --- | --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}
