// CSV as RFC 4180 with CRLF and a byte-order mark, so that Excel and Calc show Chinese. Dates are ISO,
// instants end in Z. No cell is ever a formula: a text that begins with = + - @ or a control character gets an
// apostrophe in front. Cells are written as bytes at once: a million rows as strings first would take most of
// an export's time.
import type { Cell, Column, Row, Table } from '../domain/package/column';

export const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const [COMMA, RETURN, NEWLINE] = [0x2c, 0x0d, 0x0a];
const FIRST_BYTES = 64 << 10;
/** UTF-8 takes at most three bytes for each unit of a string. */
const MOST_BYTES_A_UNIT = 3;
/** Room for a short number, a comma and the end of a line. */
const SHORT_BYTES = 16;

export const csvHeader = (table: Table): string =>
  BYTE_ORDER_MARK + table.columns.map(({ name }) => name).join(',') + LINE_END;

/** The lines of some rows. The bytes are a copy of one's own. */
export function csvLines(table: Table, rows: readonly Row[]): Uint8Array<ArrayBuffer> {
  const columns = table.columns.map((column) => new Written(column.name, kindOf(column)));
  // In variables of this function alone: shared ones cost more than the writing.
  let bytes = buffer;
  let at = 0;
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as Written;
      const { kind } = column;
      const cell = row[column.name];
      if (bytes.length < at + SHORT_BYTES) bytes = larger(bytes, at, SHORT_BYTES);
      if (i > 0) bytes[at++] = COMMA;
      if (cell === null || cell === undefined) continue;
      if (kind === 'number' && isShort(cell)) {
        at = putNumber(bytes, at, cell);
        continue;
      }
      // Most texts are the last row's.
      if (cell !== column.cell) {
        column.cell = cell;
        column.text = textOf(cell, kind);
      }
      const { text } = column;
      const most = text.length * MOST_BYTES_A_UNIT + SHORT_BYTES;
      if (bytes.length < at + most) bytes = larger(bytes, at, most);
      at = putText(bytes, at, text);
    }
    if (bytes.length < at + SHORT_BYTES) bytes = larger(bytes, at, SHORT_BYTES);
    bytes[at++] = RETURN;
    bytes[at++] = NEWLINE;
  }
  buffer = bytes;
  return bytes.slice(0, at);
}

/** A column, and what its last cell was written as. */
class Written {
  cell: Cell = null;
  text = '';
  constructor(
    readonly name: string,
    readonly kind: Kind,
  ) {}
}

type Kind = 'number' | 'instant' | 'code' | 'text';

/** Codes of a closed list need no looking at; other texts do. */
function kindOf({ type, categories }: Column): Kind {
  if (type === 'datetime') return 'instant';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' && !categories ? 'text' : 'code';
}

function textOf(cell: NonNullable<Cell>, kind: Kind): string {
  if (kind === 'instant') return isoSecond(cell as number);
  return kind === 'text' ? textCell(String(cell)) : String(cell);
}

/** One buffer for all: it grows to what the largest call needs. */
let buffer = new Uint8Array(FIRST_BYTES);
const encoder = new TextEncoder();

function larger(bytes: Uint8Array<ArrayBuffer>, at: number, more: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(bytes.length * 2, at + more));
  grown.set(bytes.subarray(0, at));
  return grown;
}

/** Both give where they ended; there is room. */
function putText(bytes: Uint8Array<ArrayBuffer>, from: number, text: string): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return at + encoder.encodeInto(text.slice(i), bytes.subarray(at)).written;
    bytes[at++] = unit;
  }
  return at;
}

const ZERO = 0x30;
const SHORT_BELOW = 1_000_000;
/** Whole, not negative and of few digits: nearly all are. The others are written as JavaScript says them. */
const isShort = (cell: unknown): cell is number =>
  typeof cell === 'number' && cell >= 0 && cell < SHORT_BELOW && Number.isInteger(cell);

function putNumber(bytes: Uint8Array<ArrayBuffer>, at: number, number: number): number {
  let digits = 1;
  for (let rest = number; rest >= 10; rest = (rest / 10) | 0) digits += 1;
  let rest = number;
  for (let place = at + digits - 1; place >= at; place--) {
    const next = (rest / 10) | 0;
    bytes[place] = ZERO + rest - next * 10;
    rest = next;
  }
  return at + digits;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SPECIAL = /[",\r\n]/;
const NEEDS_CARE = /^[=+\-@\t\r\n＝＋－＠]|[",\r\n]/;
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const textCell = (text: string): string => (NEEDS_CARE.test(text) ? quoted(withoutFormula(text)) : text);

const MOST_KNOWN = 40_000;
const known = new Map<number, string>();
/** Coarse instants repeat: a year has 35,000 of them. */
function isoSecond(instant: number): string {
  const text = known.get(instant);
  if (text !== undefined) return text;
  if (known.size === MOST_KNOWN) known.clear();
  const made = `${new Date(instant).toISOString().slice(0, 19)}Z`;
  known.set(instant, made);
  return made;
}
