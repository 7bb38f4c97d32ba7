// Scripts for Stata and SPSS, with variable and value labels, from the tables' own description. Both want
// codes as numbers for labels on them; here codes stay words, which need no labels to be read.
import type { Column, Table } from '../domain/package/column';

const NOTE = 'Fingertip Ledger: run in the folder of datapackage.json.';
const LABEL_LENGTH = 80;
const label = (column: Column): string => column.text.en.slice(0, LABEL_LENGTH).replace(/["`$]/g, "'");

export function stataScript(tables: readonly Table[]): string {
  const read = (table: Table) => {
    const strings = table.columns
      .map((column, i) => ({ column, place: i + 1 }))
      .filter(({ column }) => ['string', 'date', 'datetime'].includes(column.type))
      .map(({ place }) => place);
    const dates = table.columns.flatMap(({ name, type }) => {
      if (type === 'date') return [`gen double _d = daily(${name}, "YMD")`, ...swap(name, '%td')];
      if (type === 'datetime')
        return [
          `gen double _d = clock(subinstr(subinstr(${name}, "T", " ", 1), "Z", "", 1), "YMDhms")`,
          ...swap(name, '%tc'),
        ];
      return [];
    });
    return [
      `import delimited using "data/${table.name}.csv", varnames(1) encoding("utf-8") bindquote(strict) case(preserve) stringcols(${strings.join(' ')}) clear`,
      ...dates,
      ...table.columns.map((column) => `label variable ${column.name} "${label(column)}"`),
      `save "${table.name}.dta", replace`,
      '',
    ].join('\n');
  };
  return [
    `* ${NOTE}`,
    'version 14',
    ...tables.map(read),
    '* Weekly repeats per person',
    'use "days.dta", clear',
    'gen week = wofd(local_date)',
    'collapse (sum) repeats_same_form repeats_cross_portal, by(person_id week)',
    'list',
    '',
  ].join('\n');
}

const swap = (name: string, format: string): string[] => [
  `drop ${name}`,
  `rename _d ${name}`,
  `format ${name} ${format}`,
];

export function spssScript(tables: readonly Table[]): string {
  const format = ({ type }: Column) => {
    if (type === 'date') return 'SDATE10';
    if (type === 'integer') return 'F12.0';
    return type === 'number' ? 'F16.6' : 'A64';
  };
  const read = (table: Table) =>
    [
      `GET DATA /TYPE=TXT /FILE="data/${table.name}.csv" /ENCODING="UTF8" /DELCASE=LINE /DELIMITERS=","`,
      "  /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /VARIABLES=",
      ...table.columns.map((column) => `  ${column.name} ${format(column)}`),
      '.',
      `VARIABLE LABELS${table.columns.map((column) => `\n  ${column.name} "${label(column)}"`).join('')}.`,
      ...table.columns.filter(({ categories }) => categories).map(valueLabels),
      `SAVE OUTFILE="${table.name}.sav".`,
      '',
    ].join('\n');
  return [
    `* ${NOTE}`,
    ...tables.map(read),
    '* Weekly repeats per person.',
    'GET FILE="days.sav".',
    'COMPUTE week_start = local_date - TIME.DAYS(MOD(XDATE.WKDAY(local_date) + 5, 7)).',
    'FORMATS week_start (SDATE10).',
    'AGGREGATE /OUTFILE=* /BREAK=person_id week_start',
    '  /repeats_same_form=SUM(repeats_same_form) /repeats_cross_portal=SUM(repeats_cross_portal).',
    'LIST.',
    '',
  ].join('\n');
}

function valueLabels({ name, categories = [] }: Column): string {
  const lines = categories.map(({ value, en }) => `\n  "${value}" "${en.replaceAll('"', "'")}"`);
  return `VALUE LABELS ${name}${lines.join('')}.`;
}
