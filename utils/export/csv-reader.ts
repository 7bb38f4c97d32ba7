// Reads a package's CSV as strictly as it was written: the columns of the table in their order, every cell of
// its type. Comes in pieces, goes out in rows.
import Papa from 'papaparse';
import type { Cell, Column, Row, Table } from '../domain/package/column';
import { fail, type Problem, type Result, succeed } from '../platform/problem';
import { BYTE_ORDER_MARK, withoutFormula } from './csv';

const LONGEST_LINE = 16_384;
const LONGEST_TEXT = 200;
const INTEGER = /^-?\d{1,12}$/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,12})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export interface CsvReader {
  /** Rows that are complete by now; the first problem stops the reading. */
  take(bytes: Uint8Array): Result<Row[]>;
  end(): Result<Row[]>;
}

export function readCsv(table: Table): CsvReader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const header = BYTE_ORDER_MARK + table.columns.map(({ name }) => name).join(',');
  const read = cellReaders(table);
  let rest = '';
  let lineNumber = 0;
  let broken: { ok: false; problem: Problem } | null = null;

  const stop = (code: Problem['code'], path: string) => {
    broken = fail({ code, path });
    return broken;
  };
  const readLines = (lines: readonly string[]): Result<Row[]> => {
    const rows: Row[] = [];
    for (const line of lines) {
      lineNumber += 1;
      if (line.length > LONGEST_LINE) return stop('wrongColumns', table.name);
      if (lineNumber === 1) {
        if (line !== header) return stop('wrongColumns', table.name);
        continue;
      }
      const cells = line.includes('"') ? splitQuoted(line) : line.split(',');
      if (cells.length !== table.columns.length) return stop('wrongColumns', `${table.name}:${lineNumber}`);
      const row: Record<string, Cell> = {};
      for (let i = 0; i < cells.length; i++) {
        const column = table.columns[i] as Column;
        const cell = (read[i] as CellReader)(cells[i] as string);
        if (cell === undefined) return stop('badCell', `${table.name}:${lineNumber} ${column.name}`);
        row[column.name] = cell;
      }
      rows.push(row);
    }
    return succeed(rows);
  };

  return {
    take(bytes) {
      if (broken) return broken;
      try {
        rest += decoder.decode(bytes, { stream: true });
      } catch {
        return stop('notText', table.name);
      }
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      return rest.length > LONGEST_LINE ? stop('wrongColumns', table.name) : readLines(lines);
    },
    end() {
      if (broken) return broken;
      if (rest !== '' || lineNumber === 0) return stop('damagedFile', table.name);
      return succeed([]);
    },
  };
}

const splitQuoted = (line: string): string[] =>
  Papa.parse<string[]>(line, { delimiter: ',', header: false }).data[0] ?? [];

/** The cell's value; undefined when it is none of the column's. */
type CellReader = (text: string) => Cell | undefined;

function cellReaders(table: Table): CellReader[] {
  return table.columns.map((column) => {
    const read = typedReader(column);
    const whenEmpty = column.missing ? null : undefined;
    const mayBeEmpty = column.type === 'string' && !column.categories && !column.missing;
    return (text) => (text === '' && !mayBeEmpty ? whenEmpty : read(text));
  });
}

function typedReader(column: Column): CellReader {
  const { type, categories, minimum } = column;
  if (categories) {
    const values = new Set(categories.map(({ value }) => value));
    return (text) => (values.has(text) ? text : undefined);
  }
  if (type === 'integer' || type === 'number') {
    const form = type === 'integer' ? INTEGER : NUMBER;
    return (text) => {
      const value = form.test(text) ? Number(text) : Number.NaN;
      return Number.isNaN(value) || (minimum !== undefined && value < minimum) ? undefined : value;
    };
  }
  if (type === 'date')
    return (text) => (DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined);
  if (type === 'datetime')
    return (text) => {
      const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
      return Number.isNaN(instant) ? undefined : instant;
    };
  if (type === 'boolean') return (text) => (text === 'true' ? true : text === 'false' ? false : undefined);
  // What a spreadsheet could take for a formula was never written by us.
  return (text) => (text.length <= LONGEST_TEXT && withoutFormula(text) === text ? text : undefined);
}
