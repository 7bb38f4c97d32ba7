// The rows that will be written, before they are: the same functions over the same plan.
import { datesBetween } from '../domain/local-day';
import type { Row } from '../domain/package/column';
import { type PackageTable, type TableName, tablesOf } from '../domain/package/tables';
import type { DateKey } from '../domain/records';
import type { ExportSource } from '../storage/export-source';
import { type ExportContext, NO_STRIKES, rowKey } from './context';
import { openDetails } from './detail-rows';
import { configRows, factsOn, type PackagePlan, rowsOfDay } from './package-rows';
import { tallyPairs } from './pair-rows';

export interface PreviewedRow {
  row: Row;
  localDate: DateKey;
  key: string;
}

export interface PreviewedTable {
  table: PackageTable;
  rows: PreviewedRow[];
}

export interface PreviewedPackage {
  /** With the struck ones, so that they can be kept after all. */
  days: PreviewedTable;
  others: PreviewedTable[];
  /** Dates with records, latest first. */
  dates: DateKey[];
}

/** `detailDate`: the date whose L1 rows are shown; the latest when it has none. */
export async function previewPackage(
  source: ExportSource,
  plan: PackagePlan,
  detailDate: DateKey | null,
  signal: AbortSignal,
): Promise<PreviewedPackage> {
  const { context } = plan;
  const unstruck = {
    ...plan,
    context: { ...context, strikes: { ...NO_STRIKES, portalIds: context.strikes.portalIds } },
  };
  const days: PreviewedRow[] = [];
  const coverage: PreviewedRow[] = [];
  const dates: DateKey[] = [];
  const pairs = tallyPairs(context);
  for (const localDate of datesBetween(plan.from, plan.to)) {
    signal.throwIfAborted();
    for (const row of rowsOfDay(localDate, source, unstruck).days)
      days.push({ row, localDate, key: rowKey(localDate, row.category as string) });
    coverage.push(...rowsOfDay(localDate, source, plan).coverage.map((row) => ({ row, localDate, key: '' })));
    if (source.daysOn(localDate).length === 0) continue;
    dates.unshift(localDate);
    pairs.add(source.daysOn(localDate));
  }
  const shown = detailDate !== null && dates.includes(detailDate) ? detailDate : dates[0];
  const details =
    context.level === 'L1' && shown !== undefined ? await detailsOn(shown, source, context) : null;
  const rowsOf = (name: TableName): PreviewedRow[] => {
    const plain = (rows: readonly Row[]) => rows.map((row) => ({ row, localDate: shown ?? '', key: '' }));
    if (name === 'days') return days;
    if (name === 'coverage') return coverage;
    if (name === 'portal_pairs') return context.strikes.portalPairs ? [] : plain(pairs.rows());
    if (name === 'config_history') return plain(configRows(source, context));
    return details ? plain(details[name]) : [];
  };
  const [first, ...others] = tablesOf(context.level).map((table) => ({ table, rows: rowsOf(table.name) }));
  return { days: first as PreviewedTable, others, dates };
}

async function detailsOn(date: DateKey, source: ExportSource, context: ExportContext) {
  return openDetails(context)(await factsOn(date, source));
}
