// How long a view takes with a year of heavy use in the ledger: 400 days, 15 portals, 200,000 actions, 600,000
// spans, in a real Chromium. The first view is timed from the navigation, every other from its click.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { YEAR } from '../../scripts/seed/heavy-use';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { type Session, waitFor } from '../e2e/harness/session';

const FIRST_MS = 500;
const MOST_MS = 300;
const RUNS = 7;
const FILL_MS = 15 * 60_000;
const PAGES = ['popup.html', 'report.html', 'settings.html', 'report.html#record'];
/** Clicks within the report, one after another; `shown` is what changes. */
const CLICKS: { name: string; selector: string; shown: string }[] = [
  { name: 'week', selector: '[data-range="week"]', shown: 'main h1' },
  { name: 'month', selector: '[data-range="month"]', shown: 'main h1' },
  { name: 'quarter', selector: '[data-range="quarter"]', shown: 'main h1' },
  { name: 'quarter before', selector: '.steps button', shown: 'main h1' },
  { name: 'statement', selector: '.tabs a[href="#statement"]', shown: 'main h1' },
  { name: 'record', selector: '.tabs a[href="#record"]', shown: '.record li' },
  { name: 'record, older', selector: '.pager button:last-child', shown: '.record li' },
  { name: 'back to the day', selector: '.tabs a[href="#figures"]', shown: 'main h1' },
];

interface Timing {
  view: string;
  most: number;
  ms: number[];
}

export async function run(): Promise<{ passed: boolean; text: string }> {
  const bundled = await build({
    entryPoints: [join(ROOT, 'tests/bench/year-views.in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    tsconfigRaw: '{}',
  });
  const code = bundled.outputFiles[0]?.text ?? '';
  const session = await openSession('chromium');
  try {
    await startRecording(session);
    const counts = await fill(session, code);
    return judge(counts, [...(await timePages(session)), ...(await timeClicks(session, code))]);
  } finally {
    await session.close();
  }
}

async function fill(session: Session, code: string): Promise<string> {
  const page = await session.openExtensionPage('manifest.json');
  const utcOffsetMin = -new Date().getTimezoneOffset();
  const plan = { ...YEAR, seed: 1, utcOffsetMin, today: dateKeyAt(Date.now(), utcOffsetMin) };
  // Given over the debugging protocol: the page's own policy lets no other script in.
  await page.evaluate(`${code}; globalThis.filling = bench.fill(${JSON.stringify(plan)})
    .then((counts) => { globalThis.filled = counts; }, (error) => { globalThis.filled = String(error); }); 0`);
  // Asked again and again: a call that waits in the page would outlast the protocol's own patience.
  const counts = await waitFor(
    'the ledger to be filled',
    async () => (await page.evaluate('globalThis.filled ?? null')) as Record<string, number> | string | null,
    FILL_MS,
  );
  await page.close();
  if (typeof counts === 'string') throw new Error(counts);
  return Object.entries(counts)
    .map(([store, count]) => `${count.toLocaleString('en')} ${store}`)
    .join(', ');
}

async function timePages(session: Session): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const view of PAGES) {
    const ms: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      const page = await session.openExtensionPage(view);
      await page.waitForSelector('html[data-ready]');
      ms.push(Number(await page.evaluate(() => document.documentElement.dataset.ready)));
      await page.close();
    }
    timings.push({ view: `${view}, opened`, most: FIRST_MS, ms });
  }
  return timings;
}

async function timeClicks(session: Session, code: string): Promise<Timing[]> {
  const timings: Timing[] = CLICKS.map(({ name }) => ({ view: name, most: MOST_MS, ms: [] }));
  for (let i = 0; i < RUNS; i++) {
    const page: Page = await session.openExtensionPage('report.html');
    await page.waitForSelector('html[data-ready]');
    await page.evaluate(`${code}; globalThis.bench = bench; 0`);
    for (const [at, { selector, shown }] of CLICKS.entries()) {
      const ms = await page.evaluate(
        `globalThis.bench.timeClick(${JSON.stringify(selector)}, ${JSON.stringify(shown)})`,
      );
      timings[at]?.ms.push(ms as number);
    }
    await page.close();
  }
  return timings;
}

const middle = (ms: readonly number[]) => [...ms].sort((a, b) => a - b)[Math.floor(ms.length / 2)] ?? 0;

function judge(counts: string, timings: readonly Timing[]): { passed: boolean; text: string } {
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  let text = `# Views with a year of heavy use\n\n${counts}; ${YEAR.days} days, ${YEAR.portals} portals. Milliseconds, ${RUNS} runs each, Chromium, ${cpus().length} cores. Written by \`npm run bench\`.\n\n`;
  text += row('view', 'median', 'worst', 'at most (median)') + row('---', '---', '---', '---');
  for (const { view, ms, most } of timings)
    text += row(view, Math.round(middle(ms)), Math.round(Math.max(...ms)), most);
  const passed = timings.every(({ ms, most }) => middle(ms) <= most);
  return { passed, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/year-views.md'), text);
