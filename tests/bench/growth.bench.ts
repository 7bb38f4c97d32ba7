// How the ledger grows: ten heavy working weeks of 2,500 actions and 7,500 spans, counted store by store in the
// browser's files. Ten, because the browser writes to a journal first and settles later.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ROOT } from '../e2e/harness/build';
import { type OpenOptions, openSession, startRecording } from '../e2e/harness/recording';
import { type Session, waitFor } from '../e2e/harness/session';
import { WEEK } from './budgets';
import type { Growth } from './growth.in-page';
import { type OnDisk, readOnDisk } from './growth-on-disk';
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
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-growth-'));
  try {
    const growth = await inBrowser({ profile, firstRun: true }, async (session) => {
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
      return grown;
    });
    // Opened once more, a browser takes its journal in and packs.
    const reopened = await inBrowser({ profile }, async (session) => {
      const page = await session.openExtensionPage('manifest.json');
      return (await page.evaluate(`${code}; bench.settledBytes()`)) as number;
    });
    return judge(growth, reopened, await readOnDisk(profile));
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inBrowser<T>(options: OpenOptions, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession('chromium', options);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

function judge({ rows, bytes }: Growth, reopened: number, disk: OnDisk): { passed: boolean; text: string } {
  let text = `# How the ledger grows\n\n${WEEKS} heavy working weeks: ${WEEK.actions} actions and ${WEEK.spans} spans in each, accepted submissions of ${WEEK.fields} fields. Counted in the database's files after the browser was closed and opened once more, packed as they lie there. Written by \`npm run bench\`.\n\n`;
  text += head('store', 'rows in a week', 'bytes a row', 'its indexes', 'kB a week');
  for (const store of STORES) {
    const { rows: data, indexes } = disk.stores[store];
    text += row(
      store,
      Math.round(rows[store] / WEEKS),
      (data / rows[store]).toFixed(0),
      (indexes / rows[store]).toFixed(0),
      ((data + indexes) / WEEKS / 1_000).toFixed(0),
    );
  }
  const rest = disk.others + disk.journal;
  text += row('everything else', '', '', '', (rest / WEEKS / 1_000).toFixed(0));
  const { rows: data, indexes } = disk.stores.entries;
  const whole = STORES.reduce(
    (sum, store) => sum + disk.stores[store].rows + disk.stores[store].indexes,
    rest,
  );
  const week = whole / WEEKS;
  const holds = week <= WEEK.bytes;
  text += `\nBytes a hash, its index included: ${((data + indexes) / rows.entries / WEEK.fields).toFixed(0)}. Entries live 35 days: they stop growing after five weeks; a week then adds ${((whole - data - indexes) / WEEKS / 1_000).toFixed(0)} kB. The browser's own estimate, journal included: ${(bytes / WEEKS / 1_000).toFixed(0)} kB a week before it was closed, ${(reopened / WEEKS / 1_000).toFixed(0)} after.\n`;
  text += `\n${head('what', 'measured', 'budget', '')}${row('a week, bytes', week.toFixed(0), WEEK.bytes, verdict(holds))}`;
  return { passed: holds, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/growth.md'), text);
