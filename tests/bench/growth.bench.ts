// How the ledger grows: ten heavy working weeks of 2,500 actions and 7,500 spans, as the browser's own estimate of
// its disk says, store by store. Ten, because the browser writes to a journal first and settles later.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ROOT } from '../e2e/harness/build';
import { openSession, startRecording } from '../e2e/harness/recording';
import { type Session, waitFor } from '../e2e/harness/session';
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
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-growth-'));
  try {
    const session = await openSession('chromium', { profile, firstRun: true });
    const { grown, empty } = await growIn(session, code).finally(() => session.close());
    // What the browser has still to pack, it packs when it opens the ledger the next time.
    const later = await openSession('chromium', { profile });
    const anew = await askInPage<number>(later, code, 'bench.settledBytes()').finally(() => later.close());
    return judge(grown, anew - empty);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function growIn(session: Session, code: string): Promise<{ grown: Growth; empty: number }> {
  await startRecording(session);
  const empty = await askInPage<number>(session, code, 'bench.settledBytes()');
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
  const grown = await askInPage<Growth>(session, code, `bench.grow(${JSON.stringify(plan)}, ${WEEK.fields})`);
  return { grown, empty };
}

/** Given over the debugging protocol: the page's own policy lets no other script in. */
async function askInPage<T>(session: Session, code: string, call: string): Promise<T> {
  const page = await session.openExtensionPage('manifest.json');
  await page.evaluate(`${code}; globalThis.said = null; void ${call}.then(
    (value) => { globalThis.said = { value }; }, (error) => { globalThis.said = { error: String(error) }; }); 0`);
  const said = await waitFor(
    call,
    async () => (await page.evaluate('globalThis.said')) as { value?: T; error?: string } | null,
    300_000,
  );
  await page.close();
  if (said.error !== undefined) throw new Error(said.error);
  return said.value as T;
}

function judge({ rows, bytes }: Growth, anew: number): { passed: boolean; text: string } {
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
  text += row('a week, bytes, when the browser was started anew', (anew / WEEKS).toFixed(0), '', '');
  const lasting = STORES.filter((store) => store !== 'entries').reduce((sum, store) => sum + bytes[store], 0);
  text += row('of a week, what stays longer than 35 days, bytes', (lasting / WEEKS).toFixed(0), '', '');
  return { passed: holds, text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/growth.md'), text);
