import 'fake-indexeddb/auto';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { ATTENTION_DEFINITION } from '../../../utils/domain/attention-definition';
import { tablesOf } from '../../../utils/domain/package/tables';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { fillLedger } from '../../fixtures/ledger-year';
import { DATA_PACKAGE, TABLE_SCHEMA } from '../../unit/export/schema-of-packages';
import { makePackage, openPackage } from './package';

const RANGE = { personId: 'b'.repeat(32), from: '2026-03-02', to: '2026-03-06' };
let db: Ledger;
beforeAll(async () => {
  db = openDatabase('data-package');
  await fillLedger(db, { ...RANGE, seed: 1, spansADay: 10 });
});

const read = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('datapackage.json', () => {
  it.each(['L1', 'L2'] as const)('is a Data Package v2 with Table Schemas at %s', async (level) => {
    const files = openPackage(await makePackage(db, { ...RANGE, level, parquet: true }));
    const descriptor = JSON.parse(read(files['datapackage.json'])) as {
      resources: {
        path: string;
        bytes: number;
        schema: { fields: { name: string }[]; primaryKey: string[] };
      }[];
    };
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats(ajv);
    ajv.addSchema(TABLE_SCHEMA);
    const validate = ajv.compile(DATA_PACKAGE);
    validate(descriptor);
    expect(validate.errors).toBeNull();
    expect(descriptor.resources).toHaveLength(tablesOf(level).length * 2);
    for (const { path, bytes, schema } of descriptor.resources) {
      expect(files[path]?.length).toBe(bytes);
      const names = schema.fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(schema.primaryKey.filter((key) => !names.includes(key))).toEqual([]);
    }
  });

  it('refuses what is none', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    ajv.addSchema(TABLE_SCHEMA);
    const validate = ajv.compile(DATA_PACKAGE);
    expect(validate({ resources: [{ name: 'x', path: '../x.csv' }] })).toBe(false);
    expect(validate({ resources: [{ name: 'x', path: 'x.csv', schema: { fields: [{ name: 'A' }] } }] })).toBe(
      false,
    );
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
