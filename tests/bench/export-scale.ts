// How much processor time an export takes against merely reading its rows, and how much heap it needs. The rows lie in files
// as the browser keeps them (structured clone), a day in each; bare reading is reading and deserialising them.
// Run with: node --expose-gc --max-old-space-size=300 --import tsx tests/bench/export-scale.ts [ROWS…]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { datesBetween } from '../../utils/domain/local-day';
import type { Action, DateKey, Span } from '../../utils/domain/records';
import { NO_STRIKES } from '../../utils/export/context';
import { writePackage } from '../../utils/export/package-writer';
import { planPackage } from '../../utils/export/plan';
import type { ExportSource } from '../../utils/storage/export-source';
import { makeDay, PORTALS, seeded } from '../fixtures/ledger-year';

const SIZES = process.argv.slice(2).map(Number);
const [FROM, TO] = ['2025-01-01', '2025-12-31'];
const DATES = datesBetween(FROM, TO);
/** Of makeDay: spans and about a third as many actions. */
const ROWS_PER_SPAN = 1.35;
const MEGABYTE = 1 << 20;

interface Day {
  spans: Span[];
  actions: Action[];
}

const folder = mkdtempSync(join(tmpdir(), 'fingertip-scale-'));
const fileOf = (date: DateKey) => join(folder, date);
const readDay = (date: DateKey) => deserialize(readFileSync(fileOf(date))) as Day;

function prepare(rows: number): number {
  const random = seeded(1);
  const spansADay = Math.round(rows / ROWS_PER_SPAN / DATES.length);
  let made = 0;
  for (const date of DATES) {
    const day = makeDay('a'.repeat(32), date, random, spansADay);
    made += day.spans.length + day.actions.length;
    writeFileSync(fileOf(date), serialize(day));
  }
  return made;
}

const source: ExportSource = {
  person: null,
  installationId: '',
  idleTimeoutMs: 60_000,
  consentAt: null,
  wantedPortalIds: null,
  history: [
    {
      configId: 'xx-county',
      version: 3,
      hash: 'c'.repeat(64),
      source: 'imported',
      title: { en: 'x' },
      calendar: { workdays: [], holidays: [] },
      from: Date.parse(FROM),
      portals: Object.fromEntries(
        Object.entries(PORTALS).map(([id, category]) => [id, { title: { en: id }, category, burden: true }]),
      ),
    },
  ],
  coverage: [],
  daysOn: () => [],
  scheduledMs: () => 0,
  spansOn: async (date) => readDay(date).spans,
  actionsOn: async (date) => readDay(date).actions,
  async *facts() {
    for (const [i, date] of DATES.entries()) yield { ...readDay(date), done: (i + 1) / DATES.length };
  },
  corrections: [],
};
/** Processor time, so that what else runs on the machine counts for little. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function bareRead(): number {
  const startedAt = cpuMs();
  let rows = 0;
  for (const date of DATES) {
    const day = readDay(date);
    rows += day.spans.length + day.actions.length;
  }
  if (rows === 0) throw new Error('nothing read');
  return cpuMs() - startedAt;
}

async function exportAll(parquet: boolean) {
  const plan = planPackage(
    source,
    {
      level: 'L1',
      from: FROM as DateKey,
      to: TO as DateKey,
      codeDigest: 'ab'.repeat(32),
      shiftDates: false,
      parquet,
      strikes: NO_STRIKES,
    },
    { exportId: 'ab'.repeat(16), rows: 'secret' },
    { version: '0.1.0', build: 'bench' },
    { now: Date.parse('2027-01-01T00:00:00Z'), utcOffsetAt: () => 480 },
  );
  globalThis.gc?.();
  let heap = 0;
  const startedAt = cpuMs();
  const written = await writePackage(source, plan, {
    signal: new AbortController().signal,
    progress: async () => {
      heap = Math.max(heap, process.memoryUsage().heapUsed);
    },
  });
  const ms = cpuMs() - startedAt;
  const bytes = written.pieces.reduce((sum, piece) => sum + piece.length, 0);
  return { ms, heap, bytes };
}

console.log(
  '| rows | bare reading s | CSV s | ratio | CSV + Parquet s | ratio | µs a row | peak heap MB | zip MB | RSS MB |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const size of SIZES.length > 0 ? SIZES : [100_000, 300_000, 1_000_000]) {
  const rows = prepare(size);
  bareRead();
  const bare = Math.min(bareRead(), bareRead());
  const csv = await exportAll(false);
  const both = await exportAll(true);
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  const cells = [
    rows,
    seconds(bare),
    seconds(csv.ms),
    (csv.ms / bare).toFixed(1),
    seconds(both.ms),
    (both.ms / bare).toFixed(1),
    ((both.ms * 1000) / rows).toFixed(1),
    (Math.max(csv.heap, both.heap) / MEGABYTE).toFixed(0),
    (both.bytes / MEGABYTE).toFixed(0),
    (process.memoryUsage().rss / MEGABYTE).toFixed(0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
rmSync(folder, { recursive: true });
