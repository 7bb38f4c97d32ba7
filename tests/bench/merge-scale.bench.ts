// How much memory the workbench needs for many people: packages of a year each at L2, looked at, merged and
// released by the worker's own code. One package is made by the export and given to everybody under other ids.
// `PACKAGES=100 npm run bench -- merge-scale` for fewer.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { WorkbenchNews } from '../../components/workbench-types';
import { makeBench } from '../../entrypoints/file-worker/bench';
import { openDatabase } from '../../utils/storage/database';
import { ROOT } from '../e2e/harness/build';
import { fillLedger } from '../fixtures/ledger-year';
import { joinBytes, makePackage } from '../integration/export/package';

const PACKAGES = Number(process.env.PACKAGES ?? 1_000);
const RANGE = { personId: 'a'.repeat(32), from: '2025-01-01', to: '2025-12-31' };
const MEGABYTE = 1 << 20;
const MOST_MB = 1_024;

export async function run(): Promise<{ passed: boolean; text: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'fingertip-merge-'));
  try {
    return await measure(await makePackages(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makePackages(folder: string): Promise<string[]> {
  const db = openDatabase('merge-scale');
  await fillLedger(db, { ...RANGE, seed: 1, spansADay: 10 });
  const files = unzipSync(joinBytes((await makePackage(db, { ...RANGE, level: 'L2' })).pieces));
  db.close();
  const texts = Object.entries(files).map(
    ([path, bytes]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)] as const,
  );
  const ids = JSON.parse(texts.find(([path]) => path === 'datapackage.json')?.[1] ?? '{}')
    .fingertipLedger as Record<'exportId' | 'personId' | 'browserId', string>;
  return Array.from({ length: PACKAGES }, (_, i) => {
    const hex = i.toString(16).padStart(16, '0');
    const changed = texts.map(([path, text]) => {
      const own = text
        .replaceAll(ids.exportId, `x${hex}`)
        .replaceAll(ids.personId, `p${hex}`)
        .replaceAll(ids.browserId, `b${hex}`);
      return [path, new TextEncoder().encode(own)] as const;
    });
    const sums = changed
      .filter(([path]) => path !== 'SHA256SUMS')
      .map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
    const all = { ...Object.fromEntries(changed), SHA256SUMS: new TextEncoder().encode(sums.join('')) };
    const path = join(folder, `${i}.zip`);
    writeFileSync(path, zipSync(all, { level: 1 }));
    return path;
  });
}

async function measure(paths: readonly string[]): Promise<{ passed: boolean; text: string }> {
  const peak = { heap: 0, rss: 0 };
  let rows = 0;
  const made: string[] = [];
  const bench = makeBench((news: WorkbenchNews) => {
    const { heapUsed, rss } = process.memoryUsage();
    peak.heap = Math.max(peak.heap, heapUsed);
    peak.rss = Math.max(peak.rss, rss);
    if (news.type === 'looked') rows = news.files.reduce((sum, file) => sum + file.rows, 0);
    if (news.type === 'file') made.push(`the merged zip has ${(news.file.size / MEGABYTE).toFixed(0)} MB`);
    if (news.type === 'failed') made.push('failed');
  });
  const files = await Promise.all(paths.map(async (path) => new File([await openAsBlob(path)], path)));
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  let table = row('step', 's', 'peak heap MB', 'peak RSS MB') + row('---', '---', '---', '---');
  for (const task of [
    { type: 'look', files },
    { type: 'merge' },
    { type: 'release', wish: { minPeople: 5, epsilon: null, language: 'en' } },
  ] as const) {
    const startedAt = performance.now();
    await bench(task);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
    table += row(task.type, seconds, (peak.heap / MEGABYTE).toFixed(0), (peak.rss / MEGABYTE).toFixed(0));
  }
  const text = `# A thousand packages in the workbench\n\n${paths.length.toLocaleString('en')} packages of L2, a year each, ${rows.toLocaleString('en')} rows; ${made.join(', ')}. The worker's own code in one process of Node ${process.versions.node}, which also made the packages: all of its memory must stay under ${MOST_MB} MB. Written by \`npm run bench\`.\n\n${table}`;
  return { passed: peak.rss <= MOST_MB * MEGABYTE && !made.includes('failed'), text };
}

/** Keeps the table beside the bench. */
export const keep = (text: string) => writeFile(join(ROOT, 'tests/bench/merge-scale.md'), text);
