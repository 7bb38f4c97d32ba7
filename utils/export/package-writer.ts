// Writes one package. The database is read once, in pieces; each table grows as CSV and, if wanted, as Parquet;
// nothing else is kept.
import { applyCorrections } from '../domain/corrections';
import { datesBetween } from '../domain/local-day';
import type { Row, Table } from '../domain/package/column';
import { shiftedDate } from '../domain/package/deidentify';
import { type TableName, tablesOf } from '../domain/package/tables';
import type { ExportSource } from '../storage/export-source';
import { codebook } from './codebook';
import { csvHeader, csvLines } from './csv';
import { dataPackage, type WrittenTable } from './data-package';
import { openDetails } from './detail-rows';
import { duckdbScript, pandasScript, readrScript } from './import-scripts';
import { indicatorsSql } from './indicators-sql';
import { configRows, type PackagePlan, rowsOfDay } from './package-rows';
import { tallyPairs } from './pair-rows';
import { openParquet } from './parquet';
import type { Provenance } from './provenance';
import { spssScript, stataScript } from './statistics-scripts';
import { openZip, type ZipFile, type ZipSink } from './zip';

export interface WritingTools {
  signal: AbortSignal;
  /** After each piece; done of all local dates, about. Awaited: here the page gets its turn. */
  progress(done: number, all: number): Promise<void>;
}

export interface WrittenPackage {
  name: string;
  pieces: Uint8Array<ArrayBuffer>[];
  rows: Record<string, number>;
}

/** Throws the signal's reason when it is aborted; what was made until then is dropped. */
export async function writePackage(
  source: ExportSource,
  plan: PackagePlan,
  tools: WritingTools,
): Promise<WrittenPackage> {
  const { context } = plan;
  const zip = openZip();
  const tables = tablesOf(context.level);
  const writers = new Map<string, TableWriter>();
  for (const table of tables) writers.set(table.name, await openTable(zip, table, plan.parquet));
  const write = async (name: TableName, rows: readonly Row[]) => writers.get(name)?.add(rows);
  let suppressed = 0;

  await write('config_history', configRows(source, context));
  const pairs = tallyPairs(context);
  const dates = datesBetween(plan.from, plan.to);
  const hasDetails = context.level === 'L1';
  for (const [i, date] of dates.entries()) {
    tools.signal.throwIfAborted();
    const day = rowsOfDay(date, source, plan);
    await write('days', day.days);
    await write('coverage', day.coverage);
    pairs.add(source.daysOn(date));
    if (!hasDetails) await tools.progress(i + 1, dates.length);
  }
  if (hasDetails) {
    const toRows = openDetails(context);
    for await (const piece of source.facts()) {
      tools.signal.throwIfAborted();
      const facts = applyCorrections(piece, source.corrections);
      const details = toRows(facts);
      for (const name of ['spans', 'visits', 'actions'] as const) await write(name, details[name]);
      suppressed += facts.spans.length + facts.actions.length - details.spans.length - details.actions.length;
      await tools.progress(Math.round(piece.done * dates.length), dates.length);
    }
  }
  if (!context.strikes.portalPairs) await write('portal_pairs', pairs.rows());
  const written: WrittenTable[] = [];
  for (const writer of writers.values()) written.push(await writer.end());
  const provenance = { ...plan.provenance, rowsSuppressed: suppressed };
  await addTexts(zip, tables, written, provenance);
  return {
    name: packageName(plan),
    pieces: await zip.finish(),
    rows: Object.fromEntries(written.map(({ table, rows }) => [table.name, rows])),
  };
}

/** `fingertip-ledger_<level>_<from>_<to>_<exportId8>.zip` */
function packageName({ context, from, to }: PackagePlan): string {
  const [first, last] = [from, to].map((date) => shiftedDate(date, context.shiftWeeks));
  return `fingertip-ledger_${context.level}_${first}_${last}_${context.exportId.slice(1, 9)}.zip`;
}

async function addTexts(
  zip: ZipSink,
  tables: readonly Table[],
  written: readonly WrittenTable[],
  provenance: Provenance,
): Promise<void> {
  const texts: [path: string, text: string][] = [
    ['datapackage.json', JSON.stringify(dataPackage(provenance, written), null, 2)],
    ['codebook.zh-CN.md', codebook('zh', tables, provenance)],
    ['codebook.en.md', codebook('en', tables, provenance)],
    ['import/read_r.R', readrScript(tables)],
    ['import/read_python.py', pandasScript(tables)],
    ['import/read_stata.do', stataScript(tables)],
    ['import/read_spss.sps', spssScript(tables)],
    ['import/read_duckdb.sql', duckdbScript(tables)],
    ['import/indicators.sql', indicatorsSql()],
  ];
  for (const [path, text] of texts) {
    const file = zip.open(path);
    await file.add(new TextEncoder().encode(text));
    await file.end();
  }
}

interface TableWriter {
  add(rows: readonly Row[]): Promise<void>;
  end(): Promise<WrittenTable>;
}

export async function openTable(zip: ZipSink, table: Table, parquet: boolean): Promise<TableWriter> {
  const encoder = new TextEncoder();
  const csv: ZipFile = zip.open(`data/${table.name}.csv`);
  await csv.add(encoder.encode(csvHeader(table)));
  const file = parquet ? zip.open(`data/${table.name}.parquet`, true) : null;
  const sink = file ? await openParquet(table, (bytes) => file.add(bytes)) : null;
  let count = 0;
  return {
    async add(rows) {
      if (rows.length === 0) return;
      count += rows.length;
      await csv.add(csvLines(table, rows));
      await sink?.add(rows);
    },
    async end() {
      await sink?.end();
      return { table, csv: await csv.end(), parquet: (await file?.end()) ?? null, rows: count };
    },
  };
}
