// What a package's scripts and tables are in a researcher's hands without being run: imports.test.ts runs them.
import 'fake-indexeddb/auto';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as column from '../../../utils/domain/package/column';
import { DAYS } from '../../../utils/domain/package/days-table';
import { csvHeader, csvLines } from '../../../utils/export/csv';
import { openDatabase } from '../../../utils/storage/database';
import { fillLedger } from '../../fixtures/ledger-year';
import { makePackage, openPackage } from './package';

const RANGE = { personId: 'f'.repeat(32), from: '2026-03-02', to: '2026-03-31' };
const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
let folder: string;

beforeAll(async () => {
  const db = openDatabase('researcher');
  await fillLedger(db, { ...RANGE, seed: 11, spansADay: 20 });
  folder = await mkdtemp(join(tmpdir(), 'fingertip-researcher-'));
  for (const [path, bytes] of Object.entries(openPackage(await makePackage(db, { ...RANGE, level: 'L2' })))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the scripts', () => {
  it.each(['read_r.R', 'read_stata.do', 'read_spss.sps'])(
    '%s names every column once, in order',
    async (name) => {
      const script = await readFile(join(folder, 'import', name), 'utf8');
      let at = script.indexOf('days');
      for (const { name: each } of DAYS.columns) {
        const next = script.indexOf(` ${each} `, at);
        expect(next, each).toBeGreaterThan(at);
        at = next;
      }
    },
  );
});

describe.skipIf(!runs('soffice', '--version'))('in LibreOffice Calc', () => {
  it('Chinese is intact, and no cell is a formula', async () => {
    const table: column.Table = {
      name: 'notes',
      text: { zh: '', en: '' },
      primaryKey: [],
      columns: [column.id('id', '', ''), column.text('note', '', ''), column.count('n', '', '')],
    };
    const notes = ['村务管理平台，月度台账', '=1+1', '+SUM(1)', '-2+3', '@A1', '\t=1', '"引号"，逗号'];
    const rows = notes.map((note, i) => ({ id: `r${i}`, note, n: i }));
    await writeFile(
      join(folder, 'notes.csv'),
      csvHeader(table) + new TextDecoder().decode(csvLines(table, rows)),
    );
    const convert = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        // UTF-8, comma, double quote: what the import dialog proposes for a file with a byte-order mark.
        '--infilter=CSV:44,34,76',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        join(folder, 'notes.csv'),
        join(folder, 'data/days.csv'),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    expect(convert.status).toBe(0);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['notes.fods', 'days.fods']));
    const sheets = await Promise.all(
      ['notes.fods', 'days.fods'].map((name) => readFile(join(folder, name), 'utf8')),
    );
    for (const sheet of sheets) expect(sheet).not.toContain('table:formula');
    expect(sheets[0]).toContain('村务管理平台，月度台账');
    expect(sheets[0]).toContain('=1+1');
  }, 180_000);
});
