// Opens a package that somebody handed in. Everything is checked before any of it counts: the zip, the
// checksums, the schema version, the columns, every cell.
import type { Row } from '../domain/package/column';
import {
  PACKAGE_LEVELS,
  PACKAGE_SCHEMA_VERSION,
  type PackageLevel,
  type PackageTable,
  tablesOf,
} from '../domain/package/tables';
import { fail, type Problem, type Result, succeed } from '../platform/problem';
import { readCsv } from './csv-reader';
import type { Provenance } from './provenance';
import { readDirectory, readEntry, readText, type ZipEntry } from './zip-reader';

const MOST_TEXT_BYTES = 4 << 20;
const ID = { export: /^x[0-9a-f]{16}$/, person: /^p[0-9a-f]{16}$/, browser: /^b[0-9a-f]{16}$/ };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The part of the provenance that the workbench goes by; all of it checked. */
export type PackageFacts = Pick<
  Provenance,
  'level' | 'exportId' | 'personId' | 'browserId' | 'from' | 'to' | 'idleTimeoutS'
>;

export interface OpenPackage {
  facts: PackageFacts;
  /** SHA-256 of SHA256SUMS: two files with the same are the same package. */
  fingerprint: string;
  tables: readonly PackageTable[];
  /** Rows of one table, in chunks. They count only when the result is good. */
  read(table: PackageTable, take: (rows: Row[]) => void): Promise<Result<null>>;
}

const broken = (code: Problem['code'], path = '') => fail<Problem>({ code, path });

export async function openPackage(zip: Blob): Promise<Result<OpenPackage>> {
  const directory = await readDirectory(zip);
  if (!directory.ok) return directory;
  const files = directory.value;
  const sums = await readNamed(zip, files, 'SHA256SUMS');
  if (!sums.ok) return sums;
  const expected = readSums(sums.value.text);
  const descriptor = await readNamed(zip, files, 'datapackage.json');
  if (!descriptor.ok) return descriptor;
  const facts = readFacts(descriptor.value.text);
  if (!facts.ok) return facts;
  if (expected.get('datapackage.json') !== descriptor.value.sha256)
    return broken('wrongChecksum', 'datapackage.json');
  const tables = tablesOf(facts.value.level);
  const missing = tables.find(({ name }) => !files.has(csvPath(name)));
  if (missing) return broken('notAPackage', csvPath(missing.name));
  return succeed({
    facts: facts.value,
    fingerprint: sums.value.sha256,
    tables,
    async read(table, take) {
      const path = csvPath(table.name);
      return readTable(zip, files.get(path) as ZipEntry, table, facts.value, expected.get(path), take);
    },
  });
}

const csvPath = (table: string): string => `data/${table}.csv`;

async function readNamed(zip: Blob, files: ReadonlyMap<string, ZipEntry>, path: string) {
  const entry = files.get(path);
  return entry ? readText(zip, entry, MOST_TEXT_BYTES) : broken('notAPackage', path);
}

function readSums(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return new Map(lines.flatMap((match) => (match ? [[match[2] as string, match[1] as string]] : [])));
}

function readFacts(text: string): Result<PackageFacts> {
  let parsed: { fingertipLedger?: Partial<Provenance> } | null;
  try {
    parsed = JSON.parse(text);
  } catch {
    return broken('notAPackage', 'datapackage.json');
  }
  const about = parsed?.fingertipLedger;
  if (typeof about !== 'object' || about === null) return broken('notAPackage', 'datapackage.json');
  if (about.schemaVersion !== PACKAGE_SCHEMA_VERSION)
    return broken('otherSchema', `${about.schemaVersion}`.slice(0, 20));
  const { level, exportId, personId, browserId, from, to, idleTimeoutS } = about;
  const isSound =
    PACKAGE_LEVELS.includes(level as PackageLevel) &&
    ID.export.test(String(exportId)) &&
    ID.person.test(String(personId)) &&
    ID.browser.test(String(browserId)) &&
    DATE.test(String(from)) &&
    DATE.test(String(to)) &&
    typeof idleTimeoutS === 'number';
  if (!isSound) return broken('notAPackage', 'datapackage.json');
  return succeed({ level, exportId, personId, browserId, from, to, idleTimeoutS } as PackageFacts);
}

async function readTable(
  zip: Blob,
  entry: ZipEntry,
  table: PackageTable,
  facts: PackageFacts,
  sha256: string | undefined,
  take: (rows: Row[]) => void,
): Promise<Result<null>> {
  const reader = readCsv(table);
  let problem: Problem | null = null;
  const keep = (read: Result<Row[]>) => {
    if (problem) return;
    if (!read.ok) problem = read.problem;
    else if (read.value.some((row) => row.export_id !== facts.exportId || row.person_id !== facts.personId))
      problem = { code: 'badCell', path: `${table.name} person_id` };
    else if (read.value.length > 0) take(read.value);
  };
  const inflated = await readEntry(zip, entry, (bytes) => keep(reader.take(bytes)));
  if (!inflated.ok) return inflated;
  keep(reader.end());
  if (problem) return fail(problem);
  return inflated.value === sha256 ? succeed(null) : broken('wrongChecksum', entry.path);
}
