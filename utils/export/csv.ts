// CSV as RFC 4180 with CRLF and a byte-order mark, so that Excel and Calc show Chinese. Dates are ISO,
// instants end in Z. No cell is ever a formula: a text that begins with = + - @ or a control character gets an
// apostrophe in front.
import type { Cell, Column, Row, Table } from '../domain/package/column';

export const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

export const csvHeader = (table: Table): string =>
  BYTE_ORDER_MARK + table.columns.map(({ name }) => name).join(',') + LINE_END;

export function csvLines(table: Table, rows: readonly Row[]): string {
  const writers = table.columns.map(writerOf);
  let lines = '';
  for (const row of rows) {
    for (let i = 0; i < writers.length; i++) {
      const { name, write } = writers[i] as CellWriter;
      const cell = row[name];
      if (i > 0) lines += ',';
      if (cell !== null && cell !== undefined) lines += write(cell);
    }
    lines += LINE_END;
  }
  return lines;
}

interface CellWriter {
  name: string;
  write(cell: NonNullable<Cell>): string;
}

/** Codes of a closed list need no looking at; other texts do. */
function writerOf({ name, type, categories }: Column): CellWriter {
  if (type === 'datetime') return { name, write: (cell) => isoSecond(cell as number) };
  if (type !== 'string' || categories) return { name, write: String };
  return { name, write: (cell) => textCell(cell as string) };
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SPECIAL = /[",\r\n]/;
const NEEDS_CARE = /^[=+\-@\t\r\n＝＋－＠]|[",\r\n]/;
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const textCell = (text: string): string => (NEEDS_CARE.test(text) ? quoted(withoutFormula(text)) : text);

let lastInstant = Number.NaN;
let lastText = '';
/** Coarse instants repeat: the last one is kept. */
function isoSecond(instant: number): string {
  if (instant !== lastInstant) {
    lastInstant = instant;
    lastText = `${new Date(instant).toISOString().slice(0, 19)}Z`;
  }
  return lastText;
}
