// From a message that finds the worker asleep to its answer, against an extension whose worker only answers. The
// first answer needs the script and every listener; `reconcile` needs the database, the config and what the
// browser has granted and registered as well.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { waitFor } from '../e2e/harness/session';
import { openBare } from './bare-browser';
import { WORKER_START_MS } from './budgets';
import { head, median, row, spread, verdict } from './table';

const RUNS = 15;
const REFUSED = { type: 'nothing' };
const RECONCILE = { type: 'reconcile', data: null };

export async function run(): Promise<{ passed: boolean; text: string }> {
  const bare = await openBare('nothing');
  let empty: number[] = [];
  try {
    const id = await waitFor('the worker', () => {
      const worker = bare.browser.targets().find((target) => target.type() === 'service_worker');
      return worker ? new URL(worker.url()).host : null;
    });
    const page = await bare.browser.newPage();
    await page.goto(`chrome-extension://${id}/page.html`);
    empty = await timeStarts(bare.browser, page, REFUSED);
  } finally {
    await bare.close();
  }
  const session = await openSession('chromium');
  try {
    await startRecording(session);
    const page = await session.openExtensionPage('manifest.json');
    const first = await timeStarts(session.browser, page, REFUSED);
    const ready = await timeStarts(session.browser, page, RECONCILE);
    return judge(empty, first, ready);
  } finally {
    await session.close();
  }
}

async function timeStarts(browser: Browser, page: Page, message: object): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    await endWorker(browser);
    times.push(
      await page.evaluate(async (said) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        };
        const from = performance.now();
        await chrome.runtime.sendMessage(said);
        return performance.now() - from;
      }, message),
    );
  }
  return times;
}

async function endWorker(browser: Browser): Promise<void> {
  const isWorker = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
  const cdp = await browser.target().createCDPSession();
  const { targetInfos } = await cdp.send('Target.getTargets');
  for (const { type, url, targetId } of targetInfos) {
    if (type === 'service_worker' && url.startsWith('chrome-extension://'))
      await cdp.send('Target.closeTarget', { targetId });
  }
  await cdp.detach();
  await waitFor('the worker to end', () => (browser.targets().some(isWorker) ? null : true));
}

function judge(
  empty: readonly number[],
  first: readonly number[],
  ready: readonly number[],
): { passed: boolean; text: string } {
  const above = (times: readonly number[]) => median(times) - median(empty);
  const ratio = (times: readonly number[]) => (median(times) / median(empty)).toFixed(2);
  let text = `# The worker, from asleep to its answer\n\nMilliseconds from the message to the answer, the worker ended before each; median and middle half of ${RUNS} runs; Chromium, ${cpus().length} cores, shared. Written by \`npm run bench\`.\n\n`;
  text += head('worker', 'ms', 'above one that only answers', 'ratio', 'budget', '');
  text += row('only answers', spread(empty, 0), 0, 1, '', '');
  text += row(
    'this one, first answer',
    spread(first, 0),
    above(first).toFixed(0),
    ratio(first),
    WORKER_START_MS,
    verdict(above(first) <= WORKER_START_MS),
  );
  text += row('this one, all reconciled', spread(ready, 0), above(ready).toFixed(0), ratio(ready), '', '');
  return { passed: above(first) <= WORKER_START_MS, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/worker-start.md'), text);
