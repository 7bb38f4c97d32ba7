// How the ledger grows: ten heavy working weeks of 2,500 actions and 7,500 spans, as the browser's own estimate of
// its disk says, store by store. Ten, because the browser writes to a journal first and settles later.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { waitFor } from '../e2e/harness/session';
import { WEEK } from './budgets';
import type { Growth } from './growth.in-page';
import { head, row, verdict } from './table';

const WEEKS = 10;
const STORES = ['spans', 'actions', 'entries', 'days'] as const;

export async function run(): Promise<{ passed: boolean; text: string }> {
  const bundled = await build({
    entryPoints: [join(ROOT, 'tests/bench/growth.in-page.ts')],
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
    const page = await session.openExtensionPage('manifest.json');
    const utcOffsetMin = -new Date().getTimezoneOffset();
    const plan = {
      seed: 1,
      today: dateKeyAt(Date.now(), utcOffsetMin),
      utcOffsetMin,
      days: 7 * WEEKS,
      portals: 15,
      spans: WEEK.spans * WEEKS,
      actions: WEEK.actions * WEEKS,
    };
    // Given over the debugging protocol: the page's own policy lets no other script in.
    await page.evaluate(`${code}; globalThis.growing = bench.grow(${JSON.stringify(plan)}, ${WEEK.fields})
      .then((growth) => { globalThis.grown = growth; }, (error) => { globalThis.grown = String(error); }); 0`);
    const grown = await waitFor(
      'the ledger to grow',
      async () => (await page.evaluate('globalThis.grown ?? null')) as Growth | string | null,
      300_000,
    );
    if (typeof grown === 'string') throw new Error(grown);
    return judge(grown);
  } finally {
    await session.close();
  }
}

function judge({ rows, bytes }: Growth): { passed: boolean; text: string } {
  let text = `# How the ledger grows\n\n${WEEKS} heavy working weeks: ${WEEK.actions} actions and ${WEEK.spans} spans in each, accepted submissions of ${WEEK.fields} fields; Chromium's estimate of its disk. Written by \`npm run bench\`.\n\n`;
  text += head('store', 'rows in a week', 'bytes a row', 'kB a week');
  for (const store of STORES) {
    const perRow = bytes[store] / rows[store];
    text += row(
      store,
      Math.round(rows[store] / WEEKS),
      perRow.toFixed(0),
      (bytes[store] / WEEKS / 1_000).toFixed(0),
    );
  }
  const hashes = rows.entries * WEEK.fields;
  const week = STORES.reduce((sum, store) => sum + bytes[store], 0) / WEEKS;
  const holds = week <= WEEK.bytes;
  text += `\nBytes a hash, its index included: ${(bytes.entries / hashes).toFixed(0)}. Entries live 35 days: they stop growing after five weeks.\n`;
  text += `\n${head('what', 'measured', 'budget', '')}${row('a week, bytes', week.toFixed(0), WEEK.bytes, verdict(holds))}`;
  return { passed: holds, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/growth.md'), text);
