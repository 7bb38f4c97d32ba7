// An export of 100,000, 300,000 and 1,000,000 spans and actions, L1 with CSV and Parquet, by the export page in
// a real Chromium, against merely reading those rows; and the heap meanwhile. The rows' values are made up.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { type Session, waitFor } from '../e2e/harness/session';
import { EXPORT } from './budgets';

const SIZES = (process.env.EXPORT_ROWS ?? '100000,300000,1000000').split(',').map(Number);
const MEGABYTE = 1 << 20;
const PATIENCE_MS = 20 * 60_000;
const RANGE = ['2025-01-01', '2025-12-31'] as const;

interface Cost {
  wallMs: number;
  /** Processor time of all the browser's processes. */
  cpuMs: number;
}
interface Measured {
  rows: number;
  bare: Cost;
  csv: Cost;
  both: Cost;
  heapMb: number;
  bytes: number;
}

export async function run(): Promise<{ passed: boolean; text: string }> {
  const bundled = await build({
    entryPoints: [join(ROOT, 'tests/bench/export-scale.in-page.ts')],
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
    const measured: Measured[] = [];
    for (const size of SIZES) {
      measured.push(await measure(session, code, size));
      process.stderr.write(`${JSON.stringify(measured.at(-1))}\n`);
    }
    return judge(measured, await timeCompression(session, code));
  } finally {
    await session.close();
  }
}

async function measure(session: Session, code: string, size: number): Promise<Measured> {
  const filling = await session.openExtensionPage('manifest.json');
  const rows = await inPage<number>(filling, code, `bench.fill('${RANGE[0]}', '${RANGE[1]}', ${size})`);
  await filling.close();
  const bare: Cost[] = [];
  for (let i = 0; i < 2; i++) {
    const reading = await session.openExtensionPage('manifest.json');
    const before = await cpuMs(session);
    const read = await inPage<{ ms: number; rows: number }>(reading, code, 'bench.readBare()');
    if (read.rows !== rows) throw new Error(`${read.rows} rows were read and ${rows} written`);
    bare.push({ wallMs: read.ms, cpuMs: (await cpuMs(session)) - before });
    await reading.close();
  }
  const csv = await exportOnce(session, false);
  const both = await exportOnce(session, true);
  return {
    rows,
    bare: cheapest(bare),
    csv,
    both,
    heapMb: Math.max(csv.heap, both.heap) / MEGABYTE,
    bytes: both.bytes,
  };
}

interface Compression {
  rows: number;
  bytes: number;
  deflatedMs: number;
  storedMs: number;
}

async function timeCompression(session: Session, code: string): Promise<Compression> {
  const page = await session.openExtensionPage('manifest.json');
  const timed = await inPage<Compression>(page, code, 'bench.timeCompression(40, 2_000)');
  await page.close();
  return timed;
}

const cheapest = (costs: readonly Cost[]): Cost => ({
  wallMs: Math.min(...costs.map((cost) => cost.wallMs)),
  cpuMs: Math.min(...costs.map((cost) => cost.cpuMs)),
});

/** As a person does it: the page, the level, the formats, the button. */
async function exportOnce(session: Session, parquet: boolean) {
  const page = await session.openExtensionPage('export.html');
  await page.waitForSelector('html[data-ready]', { timeout: PATIENCE_MS });
  // Asked for until it is so: the preview of L1 has a list of dates, and is made anew for each change.
  await waitFor('the preview of L1', () => page.evaluate(choose, parquet), PATIENCE_MS);
  let heap = 0;
  const before = await cpuMs(session);
  const startedAt = performance.now();
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="export"]')?.click());
  for (;;) {
    const state = await page.evaluate(() => document.querySelector('[data-save]')?.getAttribute('data-save'));
    heap = Math.max(heap, await heapOf(page));
    if (state === 'saved') break;
    if (state === 'failed' || performance.now() - startedAt > PATIENCE_MS)
      throw new Error(`the export is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const wallMs = performance.now() - startedAt;
  const bytes = await page.evaluate(() =>
    Number(document.querySelector<HTMLElement>('[data-bytes]')?.dataset.bytes),
  );
  const cost = { wallMs, cpuMs: (await cpuMs(session)) - before, heap, bytes };
  await page.close();
  return cost;
}

/** In the page: true when the form is as wanted and its preview is there. */
function choose(parquet: boolean): true | null {
  const level = document.querySelector<HTMLInputElement>('input[value="L1"]');
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes('Parquet'));
  const tick = label?.querySelector('input');
  if (!level || !tick) return null;
  if (!level.checked) level.click();
  else if (tick.checked !== parquet) tick.click();
  else if (document.querySelector('.preview select')) return true;
  return null;
}

/** The larger of the page's heap and its worker's. */
async function heapOf(page: Page): Promise<number> {
  const own = (await page.metrics()).JSHeapUsedSize ?? 0;
  const workers = await Promise.all(
    page.workers().map(async (worker) => {
      const usage = (await worker.client.send('Runtime.getHeapUsage').catch(() => null)) as {
        usedSize: number;
      } | null;
      return usage?.usedSize ?? 0;
    }),
  );
  return Math.max(own, ...workers);
}

async function cpuMs(session: Session): Promise<number> {
  const client = await session.browser.target().createCDPSession();
  const { processInfo } = (await client.send('SystemInfo.getProcessInfo')) as {
    processInfo: { cpuTime: number }[];
  };
  await client.detach();
  return processInfo.reduce((sum, one) => sum + one.cpuTime * 1_000, 0);
}

/** Given over the debugging protocol, and asked again and again: a long call would outlast its patience. */
async function inPage<T>(page: Page, code: string, call: string): Promise<T> {
  await page.evaluate(`${code}; globalThis.answer = null; ${call}
    .then((value) => { globalThis.answer = { value }; }, (error) => { globalThis.answer = { error: String(error) }; }); 0`);
  const answer = await waitFor(
    call,
    async () => (await page.evaluate('globalThis.answer')) as { value?: T; error?: string } | null,
    PATIENCE_MS,
  );
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value as T;
}

function judge(measured: readonly Measured[], compression: Compression): { passed: boolean; text: string } {
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  const seconds = (ms: number) => (ms / 1_000).toFixed(1);
  const pair = (cost: Cost) => `${seconds(cost.wallMs)} (${seconds(cost.cpuMs)})`;
  const ratio = (cost: Cost, bare: Cost) =>
    `${(cost.wallMs / bare.wallMs).toFixed(1)} (${(cost.cpuMs / bare.cpuMs).toFixed(1)})`;
  let text = `# An export at scale\n\nL1 of one person, a year of days, by the export page in Chromium, ${cpus().length} cores. Seconds by the clock and, in brackets, of the processor in all the browser's processes. Bare reading is \`getAll\` in chunks of 5,000, the faster of two. Written by \`npm run bench\`.\n\n`;
  text += row(
    'spans and actions',
    'bare reading',
    'CSV',
    'ratio',
    'CSV + Parquet',
    'ratio',
    'µs a row',
    'largest heap MB',
    'zip MB',
  );
  text += row(...Array.from({ length: 9 }, () => '---'));
  for (const { rows, bare, csv, both, heapMb, bytes } of measured)
    text += row(
      rows.toLocaleString('en'),
      pair(bare),
      pair(csv),
      ratio(csv, bare),
      pair(both),
      ratio(both, bare),
      ((both.wallMs * 1_000) / rows).toFixed(0),
      heapMb.toFixed(0),
      (bytes / MEGABYTE).toFixed(0),
    );
  const { rows: some, bytes, deflatedMs, storedMs } = compression;
  text += `\nCompression of the CSVs alone: ${(((deflatedMs - storedMs) * 1_000) / some).toFixed(1)} µs a row of the ${((deflatedMs * 1_000) / some).toFixed(1)} that checksums and compression take together (${(bytes / some).toFixed(0)} bytes of CSV for each span or action, visits included).\n`;
  const passed = measured.every(
    ({ bare, both, heapMb }) =>
      both.wallMs <= EXPORT.ratio * bare.wallMs && heapMb * MEGABYTE <= EXPORT.heapBytes,
  );
  return { passed, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/export-scale.md'), text);
