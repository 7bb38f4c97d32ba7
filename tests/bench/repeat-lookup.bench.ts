// What finding repeats costs: a submission of 200 fields against 10 thousand, 100 thousand and a million stored
// entries, in IndexedDB of a real Chromium, by the recorder's own functions.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../e2e/harness/build';
import { openSession } from '../e2e/harness/recording';
import type { Timing } from './repeat-lookup.in-page';

const SIZES = [10_000, 100_000, 1_000_000];
const MOST_MS = 50;
const MOST_RATIO = 1.5;

export async function run(): Promise<{ passed: boolean; text: string }> {
  const bundled = await build({
    entryPoints: [join(ROOT, 'tests/bench/repeat-lookup.in-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    tsconfigRaw: '{}',
  });
  const code = bundled.outputFiles[0]?.text ?? '';
  const session = await openSession('chromium', { build: 'store' });
  try {
    const page = await session.openExtensionPage('manifest.json');
    // Given over the debugging protocol: the page's own policy lets no other script in.
    page.setDefaultTimeout(0);
    await page.evaluate(`${code}; globalThis.measuring = bench.measure(${JSON.stringify(SIZES)})
      .then((timings) => { globalThis.timings = timings; }, (error) => { globalThis.timings = String(error); }); 0`);
    await page.waitForFunction('globalThis.timings !== undefined', { timeout: 300_000, polling: 1_000 });
    const timings = (await page.evaluate('globalThis.timings')) as Timing[] | string;
    if (typeof timings === 'string') throw new Error(timings);
    return judge(timings);
  } finally {
    await session.close();
  }
}

function judge(timings: readonly Timing[]): { passed: boolean; text: string } {
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  let text =
    '# A submission of 200 fields against stored entries\n\nMilliseconds, median (5th to 95th percentile) of 41 runs after 5, the sizes taking turns, Chromium, IndexedDB of an extension page.\nWritten by `npm run bench`.\n\n';
  text += row(
    'entries',
    'rows',
    'hashing',
    'lookup and verdict',
    'whole: attempt, acceptance, day row',
    'shared / identity found',
    'filled in',
  );
  text += row(...Array.from({ length: 7 }, () => '---'));
  for (const one of timings)
    text += row(
      one.entries.toLocaleString('en'),
      one.rows,
      spread(one.hash),
      spread(one.lookup),
      spread(one.accept),
      `${one.sharedEntries} / ${one.identityEntries}`,
      `${one.fillSeconds.toFixed(0)} s`,
    );
  const [small, , large] = timings;
  if (!small || !large) return { passed: false, text };
  const ratio = median(large.lookup) / median(small.lookup);
  const whole = median(large.accept) / median(small.accept);
  text += `\nA million against ten thousand: lookup ${ratio.toFixed(2)} times, whole ${whole.toFixed(2)} times (bar: ${MOST_MS} ms and ${MOST_RATIO} times).\n`;
  const found = timings.every(({ sharedEntries }) => sharedEntries === 100);
  return { passed: found && median(large.lookup) <= MOST_MS && ratio <= MOST_RATIO, text };
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const median = (values: readonly number[]) => at(values, 0.5);
const spread = (values: readonly number[]) =>
  `${median(values).toFixed(1)} (${at(values, 0.05).toFixed(1)} to ${at(values, 0.95).toFixed(1)})`;

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/repeat-lookup.md'), text);
