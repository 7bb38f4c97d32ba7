// Scripts that open a package with the declared types, from the tables' own description: R (readr), Python
// (pandas), DuckDB. Run from the folder that the zip was unpacked to.
import type { Column, ColumnType, Table } from '../domain/package/column';

const NOTE = 'Fingertip Ledger: run in the folder of datapackage.json.';

export function readrScript(tables: readonly Table[]): string {
  const kinds: Record<ColumnType, string> = {
    string: 'col_character()',
    integer: 'col_integer()',
    number: 'col_double()',
    date: 'col_date("%Y-%m-%d")',
    datetime: 'col_datetime("%Y-%m-%dT%H:%M:%SZ")',
    boolean: 'col_logical()',
  };
  const kind = (column: Column) =>
    column.categories
      ? `col_factor(levels = c(${column.categories.map(({ value }) => `"${value}"`).join(', ')}))`
      : kinds[column.type];
  const reads = tables.map(
    (table) =>
      `${table.name} <- read_csv("data/${table.name}.csv", na = "", col_types = cols(\n${table.columns
        .map((column) => `  ${column.name} = ${kind(column)}`)
        .join(',\n')}\n))\n`,
  );
  return [
    `# ${NOTE}`,
    'library(readr)',
    '',
    ...reads,
    '# Weekly repeats per person',
    'days$week <- format(days$local_date, "%G-W%V")',
    'weekly <- aggregate(cbind(repeats_same_form, repeats_cross_portal) ~ person_id + week, data = days, FUN = sum)',
    'print(weekly)',
    '',
  ].join('\n');
}

export function pandasScript(tables: readonly Table[]): string {
  const kinds: Record<ColumnType, string> = {
    string: '"string"',
    integer: '"Int64"',
    number: '"float64"',
    date: '"string"',
    datetime: '"string"',
    boolean: '"boolean"',
  };
  const reads = tables.map((table) => {
    const types = table.columns.map(
      (column) => `    "${column.name}": ${column.categories ? '"category"' : kinds[column.type]},`,
    );
    const instants = table.columns
      .filter(({ type }) => type === 'date' || type === 'datetime')
      .map(
        ({ name, type }) =>
          `${table.name}["${name}"] = pd.to_datetime(${table.name}["${name}"]${type === 'datetime' ? ', utc=True' : ''})`,
      );
    return [
      `${table.name} = pd.read_csv("data/${table.name}.csv", encoding="utf-8-sig", keep_default_na=False, na_values=[""], dtype={`,
      ...types,
      '})',
      ...instants,
      '',
    ].join('\n');
  });
  return [
    `# ${NOTE}`,
    'import pandas as pd',
    '',
    ...reads,
    '# Weekly repeats per person',
    'week = days["local_date"].dt.strftime("%G-W%V").rename("week")',
    'weekly = days.groupby(["person_id", week])[["repeats_same_form", "repeats_cross_portal"]].sum().reset_index()',
    'print(weekly.to_csv(index=False), end="")',
    '',
  ].join('\n');
}

/** `source` gives the files of a table; from a package its CSV, of merged data a glob of Parquet. */
export function duckdbScript(
  tables: readonly Table[],
  source: 'csv' | 'parquet' | 'merged' = 'csv',
  folder = 'data',
): string {
  const kinds: Record<ColumnType, string> = {
    string: 'VARCHAR',
    integer: 'INTEGER',
    number: 'DOUBLE',
    date: 'DATE',
    datetime: 'TIMESTAMP',
    boolean: 'BOOLEAN',
  };
  const from = (table: Table) => {
    if (source === 'parquet') return `read_parquet('${folder}/${table.name}.parquet')`;
    if (source === 'merged')
      return `read_parquet('${folder}/${table.name}/*/*.parquet', hive_partitioning = true)`;
    const types = table.columns.map(({ name, type }) => `'${name}': '${kinds[type]}'`);
    return `read_csv('${folder}/${table.name}.csv', header = true, nullstr = '', columns = {${types.join(', ')}})`;
  };
  const names = (table: Table) => table.columns.map(({ name }) => name).join(', ');
  return [
    `-- ${NOTE}`,
    ...tables.map(
      (table) => `CREATE OR REPLACE VIEW ${table.name} AS SELECT ${names(table)} FROM ${from(table)};`,
    ),
    '-- Weekly repeats per person',
    'CREATE OR REPLACE VIEW weekly_repeats AS',
    "  SELECT person_id, strftime(local_date, '%G-W%V') AS week,",
    '    SUM(repeats_same_form) AS repeats_same_form, SUM(repeats_cross_portal) AS repeats_cross_portal',
    '  FROM days GROUP BY 1, 2 ORDER BY 1, 2;',
    '',
  ].join('\n');
}
