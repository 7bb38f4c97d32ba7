// Packages from people who mean harm, and from disks that do: refused with a reason, and nothing of them counts.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../utils/domain/package/column';
import { openPackage } from '../../../utils/export/package-reader';
import { lookAtPackage } from '../../../utils/export/workbench';
import { openDatabase } from '../../../utils/storage/database';
import { fillLedger } from '../../fixtures/ledger-year';
import { joinBytes, makePackage } from './package';

const RANGE = { personId: 'd'.repeat(32), from: '2026-03-02', to: '2026-03-06' };
let good: Uint8Array<ArrayBuffer>;
let files: Record<string, Uint8Array>;
const utf8 = (text: string) => new TextEncoder().encode(text);
const asText = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

beforeAll(async () => {
  const db = openDatabase('hostile');
  await fillLedger(db, { ...RANGE, seed: 3, spansADay: 8 });
  good = joinBytes((await makePackage(db, { ...RANGE, level: 'L2' })).pieces);
  files = unzipSync(good);
});

/** Zips the files again, with honest checksums over what they now are. */
function repacked(changes: Record<string, Uint8Array>, honest = true): Blob {
  const all: Zippable = { ...files, ...changes };
  if (honest) {
    const sums = Object.entries(all)
      .filter(([path]) => path !== 'SHA256SUMS')
      .map(
        ([path, bytes]) =>
          `${createHash('sha256')
            .update(bytes as Uint8Array)
            .digest('hex')}  ${path}\n`,
      );
    all.SHA256SUMS = utf8(sums.join(''));
  }
  return new Blob([zipSync(all)]);
}

const look = async (blob: Blob) => lookAtPackage(blob, 'x.zip', new Map());
const codeOf = async (blob: Blob) => (await look(blob)).problem?.code ?? null;

describe('a hostile package', () => {
  it('is refused only for what is wrong with it', async () => {
    expect(await codeOf(new Blob([good]))).toBeNull();
    expect(await codeOf(repacked({}))).toBeNull();
  });

  it('with a zip bomb in it is not opened', async () => {
    const bomb = new Uint8Array(64 << 20);
    expect(await codeOf(repacked({ 'data/days.csv': bomb }))).toBe('tooMuchData');
  });

  it('that says it is smaller than it is stops at what it said', async () => {
    const bytes = new Uint8Array(
      await repacked({ 'data/days.csv': utf8('x'.repeat(1 << 20)) }).arrayBuffer(),
    );
    // The central directory's size of that file, lowered.
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 1 << 20)
        view.setUint32(at + 24, 100, true);
    expect(await codeOf(new Blob([bytes]))).toBe('tooMuchData');
  });

  it.each(['../escape.csv', '/etc/passwd', 'data/../../x', 'C:\\x', 'data\\x.csv', 'a\u0000b', '..'])(
    'with the path %j is not opened',
    async (path) => {
      expect(await codeOf(repacked({ [path]: utf8('x') }))).toBe('unsafePath');
    },
  );

  it('with a wrong checksum does not count', async () => {
    const days = asText(files['data/days.csv']).replace(/,(\d)\d*\r\n$/, ',9\r\n');
    expect(await codeOf(repacked({ 'data/days.csv': utf8(`${days}`) }, false))).toBe('wrongChecksum');
    expect(
      await codeOf(repacked({ 'datapackage.json': utf8(`${asText(files['datapackage.json'])} `) }, false)),
    ).toBe('wrongChecksum');
  });

  it.each([
    ['=HYPERLINK("http://x")', 'badCell'],
    ["'=1+1", 'badCell'],
    ['@SUM(1)', 'badCell'],
    ['+1', 'badCell'],
    ['\t=1', 'badCell'],
  ])('with the cell %j does not count', async (cell, code) => {
    const quotedCell = `"${cell.replaceAll('"', '""')}"`;
    const history = asText(files['data/config_history.csv']).replace('xx-county', quotedCell);
    const problem = await codeOf(repacked({ 'data/config_history.csv': utf8(history) }));
    // A leading apostrophe is text; it is what the writer puts before a formula.
    expect(problem).toBe(cell.startsWith("'") ? null : code);
  });

  it.each([
    ['-5', 'active_s'],
    ['1e9', 'active_s'],
    ['NaN', 'active_s'],
    ['', 'active_s'],
    ['2026-13-45', 'local_date'],
    ['casino', 'category'],
  ])('with %j for %s does not count', async (cell, column) => {
    const [head = '', first = '', ...rest] = asText(files['data/days.csv']).split('\r\n');
    const at = head.replace('\uFEFF', '').split(',').indexOf(column);
    const cells = first.split(',');
    cells[at] = cell;
    const days = [head, cells.join(','), ...rest].join('\r\n');
    expect(await codeOf(repacked({ 'data/days.csv': utf8(days) }))).toBe('badCell');
  });

  it('with a million columns does not count, and not after a long while', async () => {
    const wide = `\uFEFF${Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(',')}\r\n`;
    const zip = repacked({ 'data/days.csv': utf8(wide) });
    // What compared each column with each would outlast any test.
    expect(await codeOf(zip)).toBe('wrongColumns');
  });

  it('of another person inside does not count', async () => {
    const days = asText(files['data/days.csv']).replace(/,p[0-9a-f]{16},/, ',p0123456789abcdef,');
    expect(await codeOf(repacked({ 'data/days.csv': utf8(days) }))).toBe('badCell');
  });

  it('of another schema version is told apart', async () => {
    const descriptor = asText(files['datapackage.json']).replace('"schemaVersion": 1', '"schemaVersion": 99');
    expect((await look(repacked({ 'datapackage.json': utf8(descriptor) }))).verdict).toBe('otherSchema');
  });

  it.each([
    'null',
    '[]',
    '{}',
    '{"fingertipLedger":null}',
    '{"fingertipLedger":7}',
    '{',
    '{"__proto__":{"fingertipLedger":{}}}',
  ])('with the descriptor %s is none', async (text) => {
    expect(await codeOf(repacked({ 'datapackage.json': utf8(text) }))).toMatch(/^(notAPackage|otherSchema)$/);
  });

  it('cut short anywhere is refused', async () => {
    for (let length = 0; length < good.length; length += 97)
      expect((await look(new Blob([good.slice(0, length)]))).verdict).toBe('broken');
  });

  it('changed anywhere is never a throw, and never other figures', async () => {
    const rowsOf = async (blob: Blob) => {
      const opened = await openPackage(blob);
      if (!opened.ok) return null;
      const rows: Row[] = [];
      for (const table of opened.value.tables) {
        const read = await opened.value.read(table, (chunk) => rows.push(...chunk));
        if (!read.ok) return null;
      }
      return JSON.stringify(rows);
    };
    const truth = await rowsOf(new Blob([good]));
    expect(truth).not.toBeNull();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (changes) => {
          const bytes = good.slice();
          for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
          const rows = await rowsOf(new Blob([bytes]));
          if (rows !== null) expect(rows).toBe(truth);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of random bytes is never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect((await look(new Blob([bytes.slice()]))).verdict).toBe('broken');
      }),
      { numRuns: 300 },
    );
  });
});
