// CSV as RFC 4180 with CRLF and a byte-order mark, so that Excel and Calc show Chinese. Dates are ISO,
// instants end in Z. No cell is ever a formula: a text that begins with = + - @ or a control character gets an
// apostrophe in front.
import type { Cell, Column, Row, Table } from '../domain/package/column';

export const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

export const csvHeader = (table: Table): string =>
  BYTE_ORDER_MARK + table.columns.map(({ name }) => name).join(',') + LINE_END;

export function csvLines(table: Table, rows: readonly Row[]): string {
  const { columns } = table;
  let lines = '';
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as Column;
      const cell = row[column.name];
      if (i > 0) lines += ',';
      if (cell !== null && cell !== undefined) lines += csvCell(cell, column);
    }
    lines += LINE_END;
  }
  return lines;
}

function csvCell(cell: NonNullable<Cell>, column: Column): string {
  if (column.type === 'datetime') return isoSecond(cell as number);
  return typeof cell === 'string' ? quoted(withoutFormula(cell)) : String(cell);
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SPECIAL = /[",\r\n]/;
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

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
