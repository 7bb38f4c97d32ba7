import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { activeMs } from '../../../utils/domain/attention';
import { tablesOf } from '../../../utils/domain/package/tables';
import { NO_STRIKES, rowKey } from '../../../utils/export/context';
import { duckdbScript } from '../../../utils/export/import-scripts';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { fillLedger, PORTALS } from '../../fixtures/ledger-year';
import { makePackage, openPackage } from './package';

const RANGE = { personId: 'a'.repeat(32), from: '2026-03-02', to: '2026-03-31' };
const HOLE = '2026-03-11';
let db: Ledger;

beforeAll(async () => {
  db = openDatabase('package');
  await fillLedger(db, { ...RANGE, seed: 7, spansADay: 20, holes: [HOLE] });
});

async function unpack(files: Record<string, Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-package-'));
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

async function duck(folder: string, source: 'csv' | 'parquet', level: 'L1' | 'L2' = 'L1') {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of duckdbScript(tablesOf(level), source, join(folder, 'data')).split(';\n'))
    if (statement.trim()) await connection.run(statement);
  return async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a package', () => {
  it('has the files of the contract, under their checksums', async () => {
    const files = openPackage(await makePackage(db, { ...RANGE, level: 'L2', parquet: true }));
    const paths = Object.keys(files).sort();
    expect(paths).toEqual(
      [
        'SHA256SUMS',
        'codebook.en.md',
        'codebook.zh-CN.md',
        'data/config_history.csv',
        'data/config_history.parquet',
        'data/coverage.csv',
        'data/coverage.parquet',
        'data/days.csv',
        'data/days.parquet',
        'data/portal_pairs.csv',
        'data/portal_pairs.parquet',
        'datapackage.json',
        'import/indicators.sql',
        'import/read_duckdb.sql',
        'import/read_python.py',
        'import/read_r.R',
        'import/read_spss.sps',
        'import/read_stata.do',
      ].sort(),
    );
    const sums = text(files.SHA256SUMS).trim().split('\n');
    expect(sums).toHaveLength(paths.length - 1);
    for (const line of sums) {
      const [sum, path] = line.split('  ') as [string, string];
      expect(
        createHash('sha256')
          .update(files[path] as Uint8Array)
          .digest('hex'),
      ).toBe(sum);
    }
  });

  it('begins days.csv as the contract says, with a byte-order mark and CRLF', async () => {
    const csv = text(openPackage(await makePackage(db, { ...RANGE, level: 'L2' }))['data/days.csv']);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const [header, first] = csv.slice(1).split('\r\n');
    expect(header).toMatch(
      /^export_id,person_id,local_date,tz_offset_min,category,observed_min,active_s,active_t30_s,active_t300_s,open_s,burden_s,visits,portals,switches,check_ins,check_ins_attempted,check_in_s,submissions,submissions_probable,rejected,rework_s,submission_s,repeats_same_form,repeats_cross_portal,repeat_s,retype_s,eligible_entries,shared_entries,identity_entries,upload_images,upload_videos,upload_documents,after_hours_s,scheduled_s/,
    );
    expect(first?.split(',')).toHaveLength((header ?? '').split(',').length);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each(['csv', 'parquet'] as const)(
    'opens in DuckDB from %s with the declared types and the values of the database',
    async (source) => {
      const folder = await unpack(
        openPackage(await makePackage(db, { ...RANGE, level: 'L1', parquet: true })),
      );
      const ask = await duck(folder, source);
      const kinds: Record<string, RegExp> = {
        string: /^VARCHAR$/,
        integer: /^INTEGER$/,
        date: /^DATE$/,
        datetime: /^TIMESTAMP( WITH TIME ZONE)?$/,
      };
      for (const table of tablesOf('L1')) {
        const described = await ask(`DESCRIBE ${table.name}`);
        expect(described.map((one) => one.column_name)).toEqual(table.columns.map(({ name }) => name));
        described.forEach((one, i) => {
          expect(`${one.column_type}`).toMatch(kinds[table.columns[i]?.type ?? ''] as RegExp);
        });
      }
      const days = await db.days.toArray();
      const [sums] = await ask(
        'SELECT SUM(check_ins) AS c, SUM(submissions) AS s, SUM(shared_entries) AS e, SUM(visits) AS v, SUM(rejected) AS r FROM days',
      );
      const total = (key: 'checkIns' | 'submissions' | 'sharedEntries' | 'visits' | 'rejected') =>
        days.reduce((sum, row) => sum + row[key], 0);
      expect([sums?.c, sums?.s, sums?.e, sums?.v, sums?.r].map(Number)).toEqual(
        (['checkIns', 'submissions', 'sharedEntries', 'visits', 'rejected'] as const).map(total),
      );
      const spans = await db.spans.toArray();
      const [rows] = await ask(
        'SELECT COUNT(*) AS n, SUM(open_s) AS o, SUM(active_t60_s) AS a, COUNT(DISTINCT span_id) AS ids FROM spans',
      );
      expect(Number(rows?.n)).toBe(spans.length);
      expect(Number(rows?.ids)).toBe(spans.length);
      expect(Number(rows?.o)).toBe(spans.reduce((sum, span) => sum + Math.round(span.openMs / 1000), 0));
      expect(Number(rows?.a)).toBe(
        spans.reduce((sum, span) => sum + Math.round(activeMs(span, 60_000) / 1000), 0),
      );
      const [coarse] = await ask(
        'SELECT COUNT(*) AS n FROM spans WHERE EXTRACT(MINUTE FROM started_utc) NOT IN (0, 15, 30, 45) OR EXTRACT(SECOND FROM started_utc) <> 0',
      );
      expect(Number(coarse?.n)).toBe(0);
      const [pairs] = await ask(
        'SELECT SUM(shared_entries) AS e, SUM(pasted_entries) AS p FROM portal_pairs',
      );
      const shares = (await db.days.toArray()).flatMap(({ sharedFrom }) => sharedFrom);
      expect(shares.length).toBeGreaterThan(20);
      expect(Number(pairs?.e)).toBe(shares.reduce((sum, share) => sum + share.entries, 0));
      expect(Number(pairs?.p)).toBe(shares.reduce((sum, share) => sum + share.pasted, 0));
      const weekly = await ask('SELECT * FROM weekly_repeats');
      expect(weekly.length).toBe(5);
    },
  );

  it('tells zero from not observed, and why', async () => {
    const folder = await unpack(openPackage(await makePackage(db, { ...RANGE, level: 'L2' })));
    const ask = await duck(folder, 'csv', 'L2');
    const saturday = await ask("SELECT * FROM days WHERE local_date = '2026-03-07'");
    expect(saturday).toHaveLength(new Set(Object.values(PORTALS)).size);
    expect(saturday.every((row) => row.active_s === 0 && row.observed_min === 600)).toBe(true);
    expect(await ask(`SELECT * FROM days WHERE local_date = '${HOLE}'`)).toHaveLength(0);
    const why = await ask(`SELECT DISTINCT state FROM coverage WHERE local_date = '${HOLE}'`);
    expect(why.map((row) => row.state)).toEqual(['off']);
    const uncovered = await ask(
      'SELECT COUNT(*) AS n FROM days d WHERE NOT EXISTS (SELECT 1 FROM coverage c WHERE c.local_date = d.local_date AND c.category = d.category)',
    );
    expect(Number(uncovered[0]?.n)).toBe(0);
  });

  it('leaves out what was struck and says so in coverage', async () => {
    const strikes = {
      ...NO_STRIKES,
      dates: new Set(['2026-03-03']),
      portalIds: new Set(['duty-check']),
      rows: new Set([rowKey('2026-03-04', 'reporting')]),
      portalPairs: true,
    };
    const written = await makePackage(db, { ...RANGE, level: 'L1', strikes });
    const ask = await duck(await unpack(openPackage(written)), 'csv');
    for (const table of ['days', 'spans', 'visits', 'actions']) {
      const rows = await ask(
        `SELECT * FROM ${table} WHERE local_date = '2026-03-03' OR category = 'check-in' OR (local_date = '2026-03-04' AND category = 'reporting')`,
      );
      expect(rows).toEqual([]);
    }
    const struck = await ask(
      "SELECT local_date FROM coverage WHERE state = 'struck' AND category = 'reporting'",
    );
    expect(struck).toHaveLength(2);
    expect(written.rows.portal_pairs).toBe(0);
  });

  it('moves dates by whole weeks everywhere', async () => {
    const files = openPackage(await makePackage(db, { ...RANGE, level: 'L1', shiftDates: true }));
    const whole = Object.values(files).map(text).join('\n');
    expect(whole).not.toContain('2026-03');
    const ask = await duck(await unpack(files), 'csv');
    const weekends = await ask('SELECT COUNT(*) AS n FROM spans WHERE isodow(local_date) > 5');
    expect(Number(weekends[0]?.n)).toBe(0);
  });

  it('holds no id, name, route or form of the database', async () => {
    const files = openPackage(await makePackage(db, { ...RANGE, level: 'L1' }));
    const whole = Object.values(files).map(text).join('\n');
    const spans = await db.spans.toArray();
    const actions = await db.actions.toArray();
    const secrets = [
      RANGE.personId,
      '张三',
      '/web/#/report',
      ...spans.map((span) => span.visitId),
      ...actions.map((one) => one.id),
      'village-affairs',
      '某县',
    ];
    expect(secrets.filter((secret) => whole.includes(secret))).toEqual([]);
    expect(whole).not.toMatch(/formKey|form_key/);
  });
});
