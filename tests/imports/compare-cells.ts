// Holds what a program wrote back against the package's typed cells, in the order of the file. Programs write
// dates and instants in their own ways; they are compared as what they mean.
import Papa from 'papaparse';
import type { Column, Table } from '../../utils/domain/package/column';
import type { Value } from './made-package';
import { MISSING } from './programs';

/** What is wrong, at most the first few; none when all is as it should be. */
export function compareCells(
  table: Table,
  expected: readonly Record<string, Value>[],
  written: string,
): { cells: number; missing: number; problems: string[] } {
  const { data } = Papa.parse<Record<string, string>>(written.replace('\uFEFF', '').trimEnd(), {
    header: true,
  });
  const problems: string[] = [];
  if (data.length !== expected.length)
    problems.push(`${table.name}: ${data.length} rows instead of ${expected.length}`);
  let [cells, missing] = [0, 0];
  for (const [i, row] of expected.entries())
    for (const column of table.columns) {
      const value = row[column.name] ?? null;
      const found = data[i]?.[column.name];
      cells += 1;
      if (value === null) missing += 1;
      if (!isSame(column, value, found))
        problems.push(`${table.name}, row ${i + 1}, ${column.name}: ${found} instead of ${value}`);
    }
  return { cells, missing, problems: problems.slice(0, 5) };
}

/** PSPP writes missing values as nothing or a blank; the others write the mark that they were given. */
const isMissing = (text: string) => text === MISSING || text.trim() === '';

function isSame({ type }: Column, value: Value, text: string | undefined): boolean {
  if (text === undefined) return false;
  if (value === null || isMissing(text)) return value === null && isMissing(text);
  if (typeof value === 'number') return Number(text) === value;
  if (type === 'date') return dateOf(text) === value;
  if (type === 'datetime') return instantOf(text) === Date.parse(value);
  return text.trimEnd() === value;
}

/** SPSS and PSPP write month, day and year into a CSV, whatever the variable's format. */
export function dateOf(text: string): string {
  const american = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(text);
  return american ? `${american[3]}-${american[1]}-${american[2]}` : text.slice(0, 10);
}

/** An instant without a zone is one of UTC: the column's name says so. */
function instantOf(text: string): number {
  const iso = text.trim().replace(' ', 'T');
  return Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(iso) ? iso : `${iso}Z`);
}
