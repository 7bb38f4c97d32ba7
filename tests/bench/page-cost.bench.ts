// What the extension costs a page: none at all outside the portals, and on a portal's page with 200 fields heap,
// script time per real keystroke, per load, idle and hidden. Browsers one after another in one run: without an
// extension, with one that does nothing, with one that only listens, with one that only reports, with this one.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { BASELINES, openBare } from './bare-browser';
import { ELSEWHERE, PORTAL_PAGE } from './budgets';
import { serveFields } from './fields-page';
import { look, type Presence, readHeap, timeKeys, timeLoads, timeRest } from './measure-page';
import { head, median, row, spread, verdict } from './table';

const LOADS = 9;
const HEAPS = 3;
const KEYS = 96;
const STRETCHES = 3;

interface Cost {
  name: string;
  elsewhere: Presence;
  bytes: number;
  heap: number[];
  load: number[];
  key: number[];
  idle: number[];
  hidden: number[];
}

export async function run(): Promise<{ passed: boolean; text: string }> {
  const server = await serveFields();
  const portal = `http://plain-a.test:${server.port}/form/x`;
  const elsewhere = `http://127.0.0.1:${server.port}/form/x`;
  try {
    const costs: Cost[] = [];
    for (const kind of BASELINES) {
      const { browser, close } = await openBare(kind);
      costs.push(await measure(kind, browser, portal, elsewhere).finally(close));
    }
    const session = await openSession('chromium');
    try {
      await startRecording(session);
      costs.push(await measure('this one', session.browser, portal, elsewhere));
    } finally {
      await session.close();
    }
    return judge(costs);
  } finally {
    server.close();
  }
}

async function measure(name: string, browser: Browser, portal: string, elsewhere: string): Promise<Cost> {
  const outside = await look(browser, elsewhere);
  const inside = await look(browser, portal);
  const page = await browser.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  const heap = await readHeap(browser, portal, HEAPS);
  const load = await timeLoads(page, cdp, portal, LOADS);
  const key = await timeKeys(page, cdp, KEYS);
  const idle = await timeRest(cdp, () => page.bringToFront(), STRETCHES);
  const other = await browser.newPage();
  const hidden = await timeRest(cdp, () => other.bringToFront(), 1);
  await other.close();
  await page.close();
  return { name, elsewhere: outside, bytes: inside.bytes, heap, load, key, idle, hidden };
}

function judge(costs: readonly Cost[]): { passed: boolean; text: string } {
  let text = `# What the extension costs a page\n\nMedian and middle half. A page with 200 fields and no script of its own; Chromium, ${cpus().length} cores, shared: only compare within a run. Written by \`npm run bench\`.\n\n`;
  text += head(
    'extension',
    'elsewhere: bytes, worlds, listeners',
    'bytes in the portal page',
    'heap, kB',
    'script per load, ms',
    'script per key, µs',
    'idle, ms/s',
    'hidden, ms/s',
  );
  for (const cost of costs) {
    const { bytes, worlds, listeners } = cost.elsewhere;
    text += row(
      cost.name,
      `${bytes}, ${worlds}, ${listeners}`,
      cost.bytes,
      spread(
        cost.heap.map((size) => size / 1_000),
        0,
      ),
      spread(cost.load),
      spread(cost.key, 0),
      spread(cost.idle, 3),
      spread(cost.hidden, 3),
    );
  }
  const [none, nothing, listening, reporting, own] = costs;
  if (!none || !nothing || !listening || !reporting || !own) return { passed: false, text };
  const above = (of: (cost: Cost) => readonly number[]) => median(of(own)) - median(of(nothing));
  const heap = above(({ heap }) => heap);
  const load = above(({ load }) => load);
  const key = median(own.key) / median(listening.key);
  const idle = above(({ idle }) => idle);
  const hidden = above(({ hidden }) => hidden);
  const listeners = own.elsewhere.listeners - none.elsewhere.listeners;
  const checks: [string, string, number, boolean][] = [
    ['elsewhere, bytes injected', String(own.elsewhere.bytes), ELSEWHERE.bytes, own.elsewhere.bytes === 0],
    ['elsewhere, listeners', String(listeners), ELSEWHERE.listeners, listeners === 0],
    [
      'elsewhere, worlds that could send a message',
      String(own.elsewhere.worlds),
      ELSEWHERE.messages,
      own.elsewhere.worlds === 0,
    ],
    ['heap, bytes', heap.toFixed(0), PORTAL_PAGE.heapBytes, heap <= PORTAL_PAGE.heapBytes],
    [
      'key, ratio to listening',
      key.toFixed(2),
      PORTAL_PAGE.keystrokeRatio,
      key <= PORTAL_PAGE.keystrokeRatio,
    ],
    ['load, ms', load.toFixed(2), PORTAL_PAGE.loadMs, load <= PORTAL_PAGE.loadMs],
    ['idle, ms/s', idle.toFixed(3), PORTAL_PAGE.idleMsPerSecond, idle <= PORTAL_PAGE.idleMsPerSecond],
    [
      'hidden, ms/s',
      hidden.toFixed(3),
      PORTAL_PAGE.hiddenMsPerSecond,
      hidden <= PORTAL_PAGE.hiddenMsPerSecond,
    ],
  ];
  const floor = median(reporting.heap) - median(nothing.heap);
  text += `\nA script that does the least a meter of time must, above one that does nothing: ${floor.toFixed(0)} bytes of heap, ${(median(reporting.idle) - median(nothing.idle)).toFixed(3)} ms/s idle.\n`;
  text += `\nAbove a content script that does nothing:\n\n${head('what', 'measured', 'budget', '')}`;
  for (const [what, measured, budget, holds] of checks) text += row(what, measured, budget, verdict(holds));
  return { passed: checks.every(([, , , holds]) => holds), text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/page-cost.md'), text);
