// CSV as RFC 4180 with CRLF and a byte-order mark, so that Excel and Calc show Chinese. Dates are ISO,
// instants end in Z. No cell is ever a formula: a text that begins with = + - @ or a control character gets an
// apostrophe in front. Cells are written as bytes at once: a million rows as strings first would take most of
// an export's time.
import type { Column, Row, Table } from '../domain/package/column';

export const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
const [COMMA, RETURN, NEWLINE] = [0x2c, 0x0d, 0x0a];
const FIRST_BYTES = 64 << 10;
/** UTF-8 takes at most three bytes for each unit of a string. */
const MOST_BYTES_A_UNIT = 3;

export const csvHeader = (table: Table): string =>
  BYTE_ORDER_MARK + table.columns.map(({ name }) => name).join(',') + LINE_END;

/** The lines of some rows. The bytes are a copy of one's own. */
export function csvLines(table: Table, rows: readonly Row[]): Uint8Array<ArrayBuffer> {
  const columns = table.columns.map((column) => ({ name: column.name, kind: kindOf(column) }));
  at = 0;
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) {
      const { name, kind } = columns[i] as { name: string; kind: Kind };
      const cell = row[name];
      if (i > 0) put(COMMA);
      if (cell === null || cell === undefined) continue;
      if (typeof cell === 'number' && kind === 'number') putNumber(cell);
      else if (typeof cell === 'number') putText(kind === 'instant' ? isoSecond(cell) : String(cell));
      else putText(kind === 'text' ? textCell(String(cell)) : String(cell));
    }
    put(RETURN);
    put(NEWLINE);
  }
  return buffer.slice(0, at);
}

type Kind = 'number' | 'instant' | 'code' | 'text';

/** Codes of a closed list need no looking at; other texts do. */
function kindOf({ type, categories }: Column): Kind {
  if (type === 'datetime') return 'instant';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' && !categories ? 'text' : 'code';
}

/** One buffer for all: it grows to what the largest call needs. */
let buffer = new Uint8Array(FIRST_BYTES);
let at = 0;
const encoder = new TextEncoder();

function ensure(bytes: number): void {
  if (at + bytes <= buffer.length) return;
  const larger = new Uint8Array(Math.max(buffer.length * 2, at + bytes));
  larger.set(buffer.subarray(0, at));
  buffer = larger;
}

function put(byte: number): void {
  if (at === buffer.length) ensure(1);
  buffer[at++] = byte;
}

function putText(text: string): void {
  const { length } = text;
  ensure(length * MOST_BYTES_A_UNIT);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) {
      at += encoder.encodeInto(text.slice(i), buffer.subarray(at)).written;
      return;
    }
    buffer[at++] = unit;
  }
}

const [ZERO, LARGEST_SMALL] = [0x30, 1_000_000];
/** Whole numbers are written digit by digit from the right; the few others as JavaScript says them. */
function putNumber(number: number): void {
  if (!Number.isInteger(number) || number < 0 || number >= LARGEST_SMALL) {
    putText(String(number));
    return;
  }
  let digits = 1;
  for (let rest = number; rest >= 10; rest = (rest / 10) | 0) digits += 1;
  ensure(digits);
  let rest = number;
  for (let place = at + digits - 1; place >= at; place--) {
    const next = (rest / 10) | 0;
    buffer[place] = ZERO + rest - next * 10;
    rest = next;
  }
  at += digits;
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const SPECIAL = /[",\r\n]/;
const NEEDS_CARE = /^[=+\-@\t\r\n＝＋－＠]|[",\r\n]/;
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const textCell = (text: string): string => (NEEDS_CARE.test(text) ? quoted(withoutFormula(text)) : text);

const MOST_KNOWN = 1_000;
const known = new Map<number, string>();
/** Coarse instants repeat: a day has few of them. */
function isoSecond(instant: number): string {
  const text = known.get(instant);
  if (text !== undefined) return text;
  if (known.size === MOST_KNOWN) known.clear();
  const made = `${new Date(instant).toISOString().slice(0, 19)}Z`;
  known.set(instant, made);
  return made;
}
