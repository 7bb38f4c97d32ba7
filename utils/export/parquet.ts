// Parquet with the declared types, row group by row group. The writer library is loaded when a package wants
// Parquet, and only then.
import type { SchemaElement } from 'hyparquet';
import type { ByteWriter, ColumnSource } from 'hyparquet-writer';
import type { Column, Row, Table } from '../domain/package/column';

const ROWS_A_GROUP = 50_000;
const FIRST_ROWS = 1_000;
const INT32_TYPES = new Set(['s', 'min', 'count']);

/** Collects rows in columns and hands finished bytes on, one row group at a time. */
export interface ParquetSink {
  add(rows: readonly Row[]): Promise<void>;
  end(): Promise<void>;
}

export async function openParquet(
  table: Table,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  rowsAGroup: number = ROWS_A_GROUP,
): Promise<ParquetSink> {
  const library = await import('hyparquet-writer');
  const bytes = new library.ByteWriter();
  const writer = new library.ParquetWriter({ writer: bytes, schema: schemaOf(table) });
  const columns = table.columns.map((column) => collect(column, rowsAGroup));
  let rows = 0;
  const write = async () => {
    if (rows === 0) return;
    writer.write({ columnData: columns.map((column) => column.end(rows)), rowGroupSize: rowsAGroup });
    rows = 0;
    await handOn(bytes, take);
  };
  return {
    async add(more) {
      for (const row of more) {
        for (const column of columns) column.set(rows, row);
        rows += 1;
        if (rows === rowsAGroup) await write();
      }
    },
    async end() {
      await write();
      await writer.finish();
      await handOn(bytes, take);
    },
  };
}

interface Collected {
  set(at: number, row: Row): void;
  /** What was set up to there; the next group begins afresh. */
  end(rows: number): ColumnSource;
}

/** Whole numbers that are never missing lie in typed arrays: a million boxed ones would be the heap. */
function collect(column: Column, rowsAGroup: number): Collected {
  const { name, type } = column;
  const element = elementOf(column);
  if (element.type === 'INT32' && element.repetition_type === 'REQUIRED') {
    // Most packages are small: it grows to the group's size only where it must.
    let data = new Int32Array(Math.min(rowsAGroup, FIRST_ROWS));
    return {
      set(at, row) {
        if (at === data.length) {
          const larger = new Int32Array(Math.min(rowsAGroup, at * 2));
          larger.set(data);
          data = larger;
        }
        const cell = row[name] ?? null;
        data[at] = type === 'date' ? dayNumber(cell as string) : (cell as number);
      },
      end: (rows) => ({ name, data: data.slice(0, rows) }),
    };
  }
  let data: unknown[] = [];
  return {
    set(at, row) {
      data[at] = parquetValue(row, column);
    },
    end() {
      const whole = data;
      data = [];
      // Random ids: nothing repeats, so neither a dictionary nor compression nor bounds would be of use.
      const random = type === 'string' && allDiffer(whole);
      return random
        ? { name, data: encoded(whole), encoding: 'PLAIN', codec: 'UNCOMPRESSED', statistics: false }
        : { name, data: whole };
    },
  };
}

const SAMPLE = 200;
function allDiffer(values: readonly unknown[]): boolean {
  const first = values.slice(0, SAMPLE);
  return first.length === SAMPLE && new Set(first).size === SAMPLE;
}

const encoder = new TextEncoder();
/** All of them by one call; the library would encode each by a call of its own, which takes longer than the rest. */
function encoded(values: readonly unknown[]): unknown[] {
  const bytes = encoder.encode(values.join(''));
  const units = values.reduce(
    (sum: number, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
  // Where a character takes more than a byte, or a cell is missing, it is left to the library.
  if (bytes.length !== units || !values.every((value) => typeof value === 'string')) return [...values];
  let at = 0;
  return values.map((value) => {
    const from = at;
    at += value.length;
    return bytes.subarray(from, at);
  });
}

/** The writer's offsets go on counting; what was written is taken out of its buffer. */
async function handOn(
  bytes: ByteWriter,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  if (bytes.index === 0) return;
  const finished = bytes.getBytes().slice() as Uint8Array<ArrayBuffer>;
  bytes.index = 0;
  await take(finished);
}

function parquetValue(row: Row, column: Column): unknown {
  const cell = row[column.name] ?? null;
  if (cell === null) return null;
  return column.type === 'date' ? dayNumber(cell as string) : cell;
}

const MOST_KNOWN = 5_000;
const known = new Map<string, number>();
/** Days since 1970; dates repeat. */
function dayNumber(date: string): number {
  const number = known.get(date);
  if (number !== undefined) return number;
  if (known.size === MOST_KNOWN) known.clear();
  const made = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  known.set(date, made);
  return made;
}

function schemaOf(table: Table): SchemaElement[] {
  return [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(elementOf)];
}

function elementOf(column: Column): SchemaElement {
  const repetition_type = column.missing ? 'OPTIONAL' : 'REQUIRED';
  const common = { name: column.name, repetition_type } as const;
  if (column.type === 'string') return { ...common, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  if (column.type === 'date') return { ...common, type: 'INT32', converted_type: 'DATE' };
  if (column.type === 'datetime') return { ...common, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
  if (column.type === 'boolean') return { ...common, type: 'BOOLEAN' };
  if (column.type === 'number' || !INT32_TYPES.has(column.unit ?? '')) return { ...common, type: 'DOUBLE' };
  return { ...common, type: 'INT32' };
}
