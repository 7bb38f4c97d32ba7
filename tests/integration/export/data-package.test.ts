import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ATTENTION_DEFINITION } from '../../../utils/domain/attention-definition';
import { tablesOf } from '../../../utils/domain/package/tables';
import { writeBackup } from '../../../utils/export/backup';
import { writeRelease } from '../../../utils/export/release-package';
import { openBackupSource } from '../../../utils/storage/backup-source';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { fillLedger } from '../../fixtures/ledger-year';
import { joinBytes, makePackage, openPackage } from './package';

const PROFILES = JSON.parse(
  readFileSync(new URL('../../fixtures/data-package/profiles.json', import.meta.url), 'utf8'),
);
const RANGE = { personId: 'b'.repeat(32), from: '2026-03-02', to: '2026-03-06' };
let db: Ledger;
beforeAll(async () => {
  db = openDatabase('data-package');
  await fillLedger(db, { ...RANGE, seed: 1, spansADay: 10 });
});

const read = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The official profiles of Data Package 2: see the README beside them. */
function profile(name: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  ajv.addSchema(PROFILES, 'profiles');
  return ajv.compile({ $ref: `profiles#/definitions/${name}` });
}
interface Descriptor {
  resources: {
    name: string;
    path: string;
    bytes: number;
    hash: string;
    schema?: { fields: { name: string }[]; primaryKey: string[] };
  }[];
}

async function filesOf(level: string): Promise<Record<string, Uint8Array>> {
  if (level === 'L0') {
    const source = await openBackupSource(db, RANGE.personId);
    const tools = { signal: new AbortController().signal, progress: async () => {} };
    const pieces = await writeBackup(source, { version: '0.1.0', madeAt: 0 }, tools);
    return unzipSync(joinBytes(pieces ?? []));
  }
  if (level === 'L3') {
    const released = await writeRelease({
      exportId: `x${'0'.repeat(16)}`,
      from: RANGE.from,
      to: RANGE.to,
      indicators: [
        {
          indicator: 'active_s',
          category: 'all',
          month: 'all',
          status: 'published',
          people: 9,
          amount: 1e10,
          per_person: 1.5,
        },
      ],
      pairs: [],
      parameters: { minPeople: 5 },
      report: { zh: '无', en: 'none' },
    });
    return unzipSync(joinBytes(released.pieces));
  }
  return openPackage(await makePackage(db, { ...RANGE, level: level as 'L1' | 'L2', parquet: true }));
}

describe('datapackage.json', () => {
  it.each([
    ['L0', 4, 0],
    ['L1', tablesOf('L1').length * 2, tablesOf('L1').length * 2],
    ['L2', tablesOf('L2').length * 2, tablesOf('L2').length * 2],
    ['L3', 4, 4],
  ] as const)('is a Data Package v2 with Table Schemas at %s', async (level, resources, schemas) => {
    const files = await filesOf(level);
    const descriptor = JSON.parse(read(files['datapackage.json'])) as Descriptor;
    const isPackage = profile('dataPackage');
    isPackage(descriptor);
    expect(isPackage.errors).toBeNull();
    expect(descriptor.resources).toHaveLength(resources);
    expect(new Set(descriptor.resources.map(({ name }) => name)).size).toBe(resources);
    expect(descriptor.resources.filter(({ schema }) => schema)).toHaveLength(schemas);
    for (const { path, bytes, hash, schema } of descriptor.resources) {
      const file = files[path] ?? new Uint8Array();
      expect(file.length, path).toBe(bytes);
      expect(hash).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
      if (!schema) continue;
      const isSchema = profile('tableSchema');
      isSchema(schema);
      expect(isSchema.errors).toBeNull();
      const names = schema.fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(schema.primaryKey.filter((key) => !names.includes(key))).toEqual([]);
    }
  });

  it.each([
    ['a path out of the folder', { path: '../x.csv' }],
    ['a field of no known type', { schema: { fields: [{ name: 'a', type: 'text' }] } }],
    [
      'a format that a number has not',
      { schema: { fields: [{ name: 'a', type: 'integer', format: 'iso' }] } },
    ],
    [
      'categories of nothing',
      { schema: { fields: [{ name: 'a', type: 'string', categories: [{ label: 'x' }] }] } },
    ],
    ['a hash of no algorithm', { hash: 'sha256 ab' }],
    ['a medium without a kind', { mediatype: 'csv' }],
    ['no fields', { schema: { primaryKey: ['a'] } }],
  ])('with %s is refused by the profiles', (_, wrong) => {
    const isPackage = profile('dataPackage');
    expect(isPackage({ resources: [{ name: 'x', path: 'x.csv' }] })).toBe(true);
    expect(isPackage({ resources: [{ name: 'x', path: 'x.csv', ...wrong }] })).toBe(false);
  });

  it('describes every column in both codebooks', async () => {
    const files = openPackage(await makePackage(db, { ...RANGE, level: 'L1' }));
    for (const [path, language] of [
      ['codebook.zh-CN.md', 'zh'],
      ['codebook.en.md', 'en'],
    ] as const) {
      const book = read(files[path]);
      expect(book).toContain(ATTENTION_DEFINITION[language === 'zh' ? 'zh-CN' : 'en']);
      for (const table of tablesOf('L1'))
        for (const column of table.columns) {
          expect(book).toContain(`\`${column.name}\``);
          expect(book).toContain(column.text[language].replaceAll('|', '\\|'));
        }
    }
  });
});
