// A package of a made-up person, unpacked into a folder, and what the database says of it: what a researcher's
// program is held against. The list's id has Chinese, a comma and quotation marks in it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Column } from '../../utils/domain/package/column';
import { type PackageTable, tablesOf } from '../../utils/domain/package/tables';
import { openDatabase } from '../../utils/storage/database';
import { fillLedger } from '../fixtures/ledger-year';
import { joinBytes, makePackage } from '../integration/export/package';

const RANGE = { personId: 'f'.repeat(32), from: '2026-03-02', to: '2026-03-31' };
const CONFIG_ID = '某县，"政务",系统名录';

export type Value = string | number | null;
export type Weeks = Map<string, { same: number; cross: number }>;

export interface MadePackage {
  /** Holds the package unpacked, as a researcher has it. */
  folder: string;
  zip: string;
  tables: readonly PackageTable[];
  /** The cells of each table by column, typed; null where there is none. */
  cells: Map<string, Record<string, Value>[]>;
  /** Repeats by week (ISO), from the database's day rows. */
  weeks: Weeks;
  remove(): Promise<void>;
}

export async function makeUnpacked(): Promise<MadePackage> {
  const db = openDatabase('imports');
  await fillLedger(db, { ...RANGE, seed: 11, spansADay: 20, holes: ['2026-03-11'] });
  const history = await db.configHistory.toArray();
  await db.configHistory.bulkPut(history.map((row) => ({ ...row, configId: CONFIG_ID })));
  // Made-up people repeat across portals only: a few same-form repeats beside those.
  const some = (await db.days.toArray()).filter((_, i) => i % 7 === 0);
  await db.days.bulkPut(some.map((row) => ({ ...row, repeatsSameForm: row.submissions })));
  const made = await makePackage(db, { ...RANGE, level: 'L1' });
  const bytes = joinBytes(made.pieces);
  const root = await mkdtemp(join(tmpdir(), 'fingertip-ledger-imports-'));
  const folder = join(root, 'package');
  const zip = join(root, made.name);
  await writeFile(zip, bytes);
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const tables = tablesOf('L1');
  const files = unzipSync(bytes);
  const cells = new Map(
    tables.map((table) => [
      table.name,
      typed(table, new TextDecoder().decode(files[`data/${table.name}.csv`])),
    ]),
  );
  const counts = { spans: await db.spans.count(), actions: await db.actions.count() };
  for (const [name, count] of Object.entries(counts))
    if (cells.get(name as 'spans' | 'actions')?.length !== count)
      throw new Error(`the package lacks ${name} of the database`);
  const weeks: Weeks = new Map();
  for (const { localDate, repeatsSameForm, repeatsCrossPortal } of await db.days.toArray()) {
    const sum = weeks.get(isoWeek(localDate)) ?? { same: 0, cross: 0 };
    weeks.set(isoWeek(localDate), {
      same: sum.same + repeatsSameForm,
      cross: sum.cross + repeatsCrossPortal,
    });
  }
  db.close();
  return { folder, zip, tables, cells, weeks, remove: () => rm(root, { recursive: true, force: true }) };
}

function typed(table: PackageTable, text: string): Record<string, Value>[] {
  const { data } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
  return data.map((row) =>
    Object.fromEntries(
      table.columns.map((column) => [column.name, typedCell(column, row[column.name] ?? '')]),
    ),
  );
}

function typedCell({ type }: Column, text: string): Value {
  if (text === '') return null;
  return type === 'integer' || type === 'number' ? Number(text) : text;
}

export function isoWeek(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const week = Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
