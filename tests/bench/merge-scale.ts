// How much memory the workbench needs for many people: packages of a year each at L2, looked at, merged and
// released by the worker's own code. One package is made by the export and given to everybody under other ids
// and with other amounts. Run with: node --expose-gc --import tsx tests/bench/merge-scale.ts [PACKAGES]
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { WorkbenchNews } from '../../components/workbench-types';
import { makeBench } from '../../entrypoints/workbench-worker/bench';
import { openDatabase } from '../../utils/storage/database';
import { fillLedger } from '../fixtures/ledger-year';
import { joinBytes, makePackage } from '../integration/export/package';

const PACKAGES = Number(process.argv[2] ?? 1_000);
const RANGE = { personId: 'a'.repeat(32), from: '2025-01-01', to: '2025-12-31' };
const MEGABYTE = 1 << 20;

const folder = mkdtempSync(join(tmpdir(), 'fingertip-merge-'));
const db = openDatabase('merge-scale');
await fillLedger(db, { ...RANGE, seed: 1, spansADay: 10 });
const files = unzipSync(joinBytes((await makePackage(db, { ...RANGE, level: 'L2' })).pieces));
const texts = Object.entries(files).map(
  ([path, bytes]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)] as const,
);
const ids = JSON.parse(texts.find(([path]) => path === 'datapackage.json')?.[1] ?? '{}')
  .fingertipLedger as Record<'exportId' | 'personId' | 'browserId', string>;
const paths: string[] = [];
for (let i = 0; i < PACKAGES; i++) {
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
  paths.push(path);
}
db.close();
texts.length = 0;

const peak = { heap: 0, rss: 0 };
let rows = 0;
const post = (news: WorkbenchNews) => {
  const { heapUsed, rss } = process.memoryUsage();
  peak.heap = Math.max(peak.heap, heapUsed);
  peak.rss = Math.max(peak.rss, rss);
  if (news.type === 'looked') rows = news.files.reduce((sum, file) => sum + file.rows, 0);
  if (news.type === 'file') console.log(`merged zip: ${(news.file.size / MEGABYTE).toFixed(0)} MB`);
};
const bench = makeBench(post);
const blobs = await Promise.all(paths.map(async (path) => new File([await openAsBlob(path)], path)));
console.log('| step | packages | rows | s | peak heap MB | peak RSS MB |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const task of [
  { type: 'look', files: blobs },
  { type: 'merge' },
  { type: 'release', wish: { minPeople: 5, epsilon: null, language: 'en' } },
] as const) {
  globalThis.gc?.();
  const startedAt = performance.now();
  await bench(task.type === 'look' ? { type: 'look', files: [...task.files] } : task);
  const s = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(
    `| ${task.type} | ${PACKAGES} | ${rows} | ${s} | ${(peak.heap / MEGABYTE).toFixed(0)} | ${(peak.rss / MEGABYTE).toFixed(0)} |`,
  );
}
rmSync(folder, { recursive: true });
