// datapackage.json: Data Package v2 with a Table Schema for each table, both from the tables' own description.
import { ATTENTION_DEFINITION } from '../domain/attention-definition';
import type { Column, Table } from '../domain/package/column';
import { PACKAGE_SCHEMA_VERSION } from '../domain/package/tables';
import type { Provenance } from './provenance';
import type { FileFacts } from './zip';

export interface WrittenTable {
  table: Table;
  csv: FileFacts;
  parquet: FileFacts | null;
  rows: number;
}

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';
const both = ({ zh, en }: { zh: string; en: string }): string => `${zh} ${en}`;
const MISSING = '空：没有这个值 · no value';

export function dataPackage(provenance: Provenance, written: readonly WrittenTable[]): object {
  const about = {
    name: `fingertip-ledger-${provenance.level.toLowerCase()}-${provenance.exportId}`,
    title: `指尖账本 · Fingertip Ledger, ${provenance.level}, ${provenance.from} – ${provenance.to}`,
    description: both({
      zh: '一个人自己浏览器里的政务系统使用记录，去标识化而非匿名化。',
      en: 'One person’s own record of government portals in their browser: de-identified, not anonymous.',
    }),
  };
  return descriptorOf(about, { ...provenance, attention: ATTENTION_DEFINITION }, written);
}

/** Of L0: the files are the database's own rows, for restoring, and nobody's to publish. */
export function backupDescriptor(
  about: { version: string; madeAt: number },
  files: readonly FileFacts[],
): object {
  return {
    $schema: PROFILE,
    name: 'fingertip-ledger-l0',
    title: '指尖账本 · Fingertip Ledger, L0',
    description: both({
      zh: '个人备份，只供本人恢复。',
      en: 'A personal backup, for restoring by its owner only.',
    }),
    version: about.version,
    created: new Date(about.madeAt).toISOString(),
    resources: files.map(({ path, bytes, sha256 }) => ({
      name: path.replace(/^.*\/|\.ndjson$/g, ''),
      path,
      format: 'ndjson',
      mediatype: 'application/x-ndjson',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
    })),
  };
}

export function descriptorOf(
  about: { name: string; title: string; description: string },
  provenance: Record<string, unknown> & { level: string; exportId: string },
  written: readonly WrittenTable[],
): object {
  return {
    $schema: PROFILE,
    ...about,
    id: provenance.exportId,
    version: String(PACKAGE_SCHEMA_VERSION),
    keywords: ['fingertip-ledger', provenance.level],
    resources: written.flatMap((one) => resourcesOf(one)),
    fingertipLedger: provenance,
  };
}

function resourcesOf({ table, csv, parquet, rows }: WrittenTable): object[] {
  const common = { description: both(table.text), schema: tableSchema(table), rows };
  const text = {
    name: table.name,
    type: 'table',
    path: csv.path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    bytes: csv.bytes,
    hash: `sha256:${csv.sha256}`,
    ...common,
  };
  if (!parquet) return [text];
  return [
    text,
    {
      name: `${table.name}-parquet`.replaceAll('_', '-'),
      path: parquet.path,
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      bytes: parquet.bytes,
      hash: `sha256:${parquet.sha256}`,
      ...common,
    },
  ];
}

export function tableSchema(table: Table): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.columns.map(fieldOf),
    primaryKey: [...table.primaryKey],
    missingValues: [{ value: '', label: MISSING }],
  };
}

function fieldOf(column: Column): object {
  const { name, type, unit, categories, text, missing, minimum } = column;
  const description = missing ? `${text.zh} ${missing.zh} ${text.en} ${missing.en}` : both(text);
  return {
    name,
    type,
    ...(type === 'datetime' || type === 'date' ? { format: 'default' } : {}),
    description,
    ...(unit ? { unit } : {}),
    ...(categories
      ? { categories: categories.map(({ value, zh, en }) => ({ value, label: `${zh} · ${en}` })) }
      : {}),
    constraints: { required: missing === undefined, ...(minimum === undefined ? {} : { minimum }) },
  };
}
