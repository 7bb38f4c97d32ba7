// Without a display: acts out a working day in headless Chromium, prints the day's ledger, saves screenshots
// under .output/demo/, and ends with 0 only when what is shown agrees with what the servers logged.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performActs } from '../../tests/e2e/harness/acts';
import { ensureBuilt, ROOT } from '../../tests/e2e/harness/build';
import { PLAIN_PORTALS } from '../../tests/e2e/harness/plain-portals';
import { loadPortals } from '../../tests/e2e/harness/portals';
import { openSession, settledActions, startRecording } from '../../tests/e2e/harness/recording';
import type { Session } from '../../tests/e2e/harness/session';
import { servePortals } from '../../tests/portals/serve';
import type { DayRow } from '../../utils/domain/day-summary';
import { DAY_PORTALS, planDay } from './day-plan';
import { type Metrics, metricTable, portalTable, readMetrics } from './ledger';

const SHOTS = join(ROOT, '.output', 'demo');
const say = console.log;

say('Building the extension for the sample portals …');
await ensureBuilt('managed', 'chromium');
const portals = planDay(await loadPortals(DAY_PORTALS), PLAIN_PORTALS);
const server = await servePortals(portals);
const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-day-'));
await mkdir(SHOTS, { recursive: true });
try {
  const session = await openSession('chromium', { profile, firstRun: true, locale: 'zh-CN' });
  const { popup, report, days, problems } = await actOut(session).finally(() => session.close());
  const english = await openSession('chromium', { profile, locale: 'en-US' });
  await shoot(english, 'en', ['light']).finally(() => english.close());

  const titleOf = (id: string) => portals.find((portal) => portal.id === id)?.title ?? id;
  say(
    `\nThe day by portal (活跃时间、打卡、填报、被退回、同表重复、跨系统重复)\n${portalTable(days, titleOf)}`,
  );
  say(`\nThe day as the extension shows it\n${metricTable(popup, report)}`);
  const differences = [...problems, ...compare(popup, 'popup'), ...compare(report, 'report')];
  say(`\nScreenshots: ${relative(process.cwd(), SHOTS) || '.'}`);
  if (differences.length === 0) say("The ledger agrees with the servers' logs.");
  for (const difference of differences) say(`DIFFERS: ${difference}`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function actOut(session: Session) {
  await startRecording(session);
  const problems: string[] = [];
  for (const portal of portals) {
    say(`${portal.title} (${portal.host})`);
    const acts = await performActs(session, server, portal);
    for (const act of acts) {
      say(`  ${act.name}${act.problem ? ' - BROKE OFF' : ''}`);
      if (act.problem) problems.push(`"${act.name}" broke off: ${act.problem}`);
    }
  }
  say('Waiting until the last answers are in …');
  await settledActions(session);
  const shown = await shoot(session, 'zh-CN', ['light', 'dark']);
  const days = await session.readDatabase<DayRow>('days');
  return { ...shown, days, problems };
}

async function shoot(session: Session, language: string, schemes: readonly string[]) {
  const metrics = new Map<string, Metrics>();
  for (const [name, width] of [
    ['popup', 376],
    ['report', 1000],
  ] as const) {
    const page = await session.openExtensionPage(`${name}.html`);
    await page.setViewport({ width, height: 300, deviceScaleFactor: 2 });
    metrics.set(name, await readMetrics(page));
    for (const scheme of schemes) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.screenshot({
        path: join(SHOTS, `${name}-${language}-${scheme}.png`) as `${string}.png`,
        fullPage: true,
      });
    }
    await page.close();
  }
  return { popup: metrics.get('popup') ?? new Map(), report: metrics.get('report') ?? new Map() };
}

/** What the servers saw, against what a page shows. */
function compare(shown: Metrics, where: string): string[] {
  const count = (verdict: string) => server.writes.filter((write) => write.verdict === verdict).length;
  const expected: [metric: string, value: number][] = [
    ['submissions', count('accepted')],
    ['rejected', count('rejected')],
    ['checkIns', count('checkIn')],
  ];
  const differences = expected.flatMap(([metric, value]) => {
    const said = shown.get(metric);
    return said === value
      ? []
      : [`${where} shows ${metric} = ${said ?? 'nothing'}, the servers logged ${value}`];
  });
  // One repeat was planned; the samples' own data may hold more.
  const again = shown.get('repeatsSameForm');
  if (again === undefined || again < 1) {
    differences.push(`${where} shows repeatsSameForm = ${again ?? 'nothing'}, at least 1 was planned`);
  }
  return differences;
}
