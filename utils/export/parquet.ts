// Parquet with the declared types, row group by row group. The writer library is loaded when a package wants
// Parquet, and only then.
import type { SchemaElement } from 'hyparquet';
import type { ByteWriter } from 'hyparquet-writer';
import type { Column, Row, Table } from '../domain/package/column';

const ROWS_A_GROUP = 50_000;
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
  let columns = emptyColumns(table);
  let rows = 0;
  const write = async () => {
    if (rows === 0) return;
    writer.write({
      columnData: table.columns.map(({ name }, i) => ({ name, data: columns[i] as unknown[] })),
      rowGroupSize: rowsAGroup,
    });
    columns = emptyColumns(table);
    rows = 0;
    await handOn(bytes, take);
  };
  return {
    async add(more) {
      for (const row of more) {
        for (let i = 0; i < columns.length; i++) {
          const column = table.columns[i] as Column;
          (columns[i] as unknown[]).push(parquetValue(row, column));
        }
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

const emptyColumns = (table: Table): unknown[][] => table.columns.map(() => []);

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

let lastDate = '';
let lastDayNumber = 0;
/** Days since 1970; rows of one date come together. */
function dayNumber(date: string): number {
  if (date !== lastDate) {
    lastDate = date;
    lastDayNumber = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  }
  return lastDayNumber;
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
