// The merged tables of many packages, as one zip: CSV whole, Parquet in folders by month, so that DuckDB,
// Spark, ClickHouse and Polars read them by a glob (`data/days/*/*.parquet`).
import type { Row, Table } from '../domain/package/column';
import type { PackageTable } from '../domain/package/tables';
import { csvHeader, csvLines } from './csv';
import { duckdbScript, pandasScript, readrScript } from './import-scripts';
import { indicatorsSql } from './indicators-sql';
import { openParquet, type ParquetSink } from './parquet';
import { openZip, type ZipFile } from './zip';

/** Many months are open at a time: small row groups keep them small. */
const ROWS_A_GROUP = 8_000;
const NO_MONTH = 'all';

export interface MergedWriter {
  add(table: PackageTable, rows: readonly Row[]): Promise<void>;
  finish(): Promise<Uint8Array<ArrayBuffer>[]>;
}

export function openMerged(tables: readonly PackageTable[]): MergedWriter {
  const zip = openZip();
  const encoder = new TextEncoder();
  const csvs = new Map<string, ZipFile>();
  const parts = new Map<string, { sink: ParquetSink; file: ZipFile }>();
  for (const table of tables) {
    const file = zip.open(`data/${table.name}.csv`);
    void file.add(encoder.encode(csvHeader(table)));
    csvs.set(table.name, file);
  }
  const partOf = async (table: Table, month: string) => {
    const path = `data/${table.name}/month=${month}/part-0.parquet`;
    const known = parts.get(path);
    if (known) return known;
    const file = zip.open(path, true);
    const part = { file, sink: await openParquet(table, (bytes) => file.add(bytes), ROWS_A_GROUP) };
    parts.set(path, part);
    return part;
  };
  return {
    async add(table, rows) {
      await csvs.get(table.name)?.add(csvLines(table, rows));
      const byMonth = new Map<string, Row[]>();
      for (const row of rows) {
        const month = 'local_date' in row ? String(row.local_date).slice(0, 7) : NO_MONTH;
        const known = byMonth.get(month);
        if (known) known.push(row);
        else byMonth.set(month, [row]);
      }
      for (const [month, some] of byMonth) await (await partOf(table, month)).sink.add(some);
    },
    async finish() {
      for (const file of csvs.values()) await file.end();
      for (const { sink, file } of parts.values()) {
        await sink.end();
        await file.end();
      }
      const texts = {
        'import/read_duckdb.sql': duckdbScript(tables, 'merged'),
        'import/read_python.py': pandasScript(tables),
        'import/read_r.R': readrScript(tables),
        'import/indicators.sql': indicatorsSql(),
      };
      for (const [path, text] of Object.entries(texts)) {
        const file = zip.open(path);
        await file.add(encoder.encode(text));
        await file.end();
      }
      return zip.finish();
    },
  };
}
