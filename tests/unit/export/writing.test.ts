import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Cell, Row, Table } from '../../../utils/domain/package/column';
import * as column from '../../../utils/domain/package/column';
import { newStudyCode, readStudyCode } from '../../../utils/domain/package/study-code';
import { tablesOf } from '../../../utils/domain/package/tables';
import { csvHeader, csvLines } from '../../../utils/export/csv';
import { openParquet } from '../../../utils/export/parquet';
import { Sha256 } from '../../../utils/export/sha256';
import { joinBytes } from '../../integration/export/package';

const TABLE: Table = {
  name: 'try',
  text: { zh: '', en: '' },
  primaryKey: ['id'],
  columns: [
    column.id('id', '', ''),
    column.text('note', '', '', { missing: { zh: '', en: '' } }),
    column.seconds('time_s', '', ''),
    column.instant('at_utc', '', ''),
    column.date('day', '', ''),
  ],
};
const hex = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength, maxLength });
const row = fc.record({
  id: hex(1, 8),
  note: fc.option(fc.string({ unit: 'binary', minLength: 1 })),
  time_s: fc.integer({ min: 0, max: 86_400 }),
  at_utc: fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }).map((s) => s * 1000),
  day: fc
    .integer({ min: 18_000, max: 22_000 })
    .map((d) => new Date(d * 86_400_000).toISOString().slice(0, 10)),
}) as unknown as fc.Arbitrary<Row>;

describe('CSV', () => {
  it('reads back equal, but for the apostrophe before what could be a formula', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const text = csvHeader(TABLE) + new TextDecoder().decode(csvLines(TABLE, rows));
        const parsed = Papa.parse<string[]>(text.slice(1), {
          newline: '\r\n',
          delimiter: ',',
          skipEmptyLines: true,
        });
        expect(parsed.errors).toEqual([]);
        expect(parsed.data.length).toBe(rows.length + 1);
        parsed.data.slice(1).forEach((cells, i) => {
          const original = rows[i] as Record<string, Cell>;
          expect(cells[1]?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')).toBe(original.note ?? '');
          expect(cells[1] ?? '').not.toMatch(/^[=+\-@\t\r\n]/);
          expect(Number(cells[2])).toBe(original.time_s);
          expect(Date.parse(cells[3] ?? '')).toBe(original.at_utc);
          expect(cells[4]).toBe(original.day);
        });
      }),
    );
  });
});

describe('Parquet', () => {
  it('reads back equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const pieces: Uint8Array[] = [];
        const sink = await openParquet(TABLE, async (bytes) => void pieces.push(bytes));
        for (const one of rows) await sink.add([one]);
        await sink.end();
        const read = await parquetReadObjects({ file: joinBytes(pieces).buffer });
        const back = read.map((one) => ({
          ...one,
          note: one.note ?? null,
          at_utc: (one.at_utc as Date).getTime(),
          day: (one.day as Date).toISOString().slice(0, 10),
        }));
        expect(back).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });
});

describe('SHA-256', () => {
  it('is the one of FIPS 180-4, however the bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (parts) => {
        const ours = new Sha256();
        for (const part of parts) ours.update(part);
        expect(ours.hex()).toBe(createHash('sha256').update(joinBytes(parts)).digest('hex'));
      }),
    );
  });
});

describe('the study code', () => {
  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(hex(32, 32), (random) => {
        const code = newStudyCode(random);
        expect(readStudyCode(code)).toBe(code);
        expect(
          readStudyCode(
            ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `,
          ),
        ).toBe(code);
      }),
    );
    expect(readStudyCode('abc')).toBeNull();
  });
});

describe('the tables', () => {
  it('have names that every statistics program takes, each defined in both languages', () => {
    for (const table of tablesOf('L1'))
      for (const { name, text, categories } of table.columns) {
        expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/[a-z]/);
        expect(new Set(categories?.map(({ value }) => value)).size).toBe(categories?.length ?? 0);
      }
  });
});
