import 'fake-indexeddb/auto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LookedFile, ReleaseShown, WorkbenchNews } from '../../../components/workbench-types';
import { makeBench } from '../../../entrypoints/file-worker/bench';
import type { Row } from '../../../utils/domain/package/column';
import { INDICATORS } from '../../../utils/domain/package/indicators';
import { openPackage as readPackage } from '../../../utils/export/package-reader';
import { figureOf, judge } from '../../../utils/release/cells';
import { addDays, addPairs, noContributions } from '../../../utils/release/contributions';
import { openDatabase } from '../../../utils/storage/database';
import { fillLedger } from '../../fixtures/ledger-year';
import { joinBytes, makePackage } from './package';

const PEOPLE = 12;
const RANGE = { from: '2026-02-16', to: '2026-04-15' };
const files: File[] = [];
const digestOf = (i: number) => `${(i + 16).toString(16)}`.repeat(32).slice(0, 64);

async function packageOf(i: number, range = RANGE, salt = ''): Promise<File> {
  const db = openDatabase(`bench-${i}${salt}`);
  const personId = `${i.toString(16)}`.repeat(32).slice(0, 32);
  await db.meta.put({ key: 'installationId', value: `browser ${i}` });
  await fillLedger(db, { personId, ...RANGE, seed: i + 1, spansADay: 10 });
  const written = await makePackage(db, {
    personId,
    ...range,
    level: 'L2',
    parquet: true,
    digest: digestOf(i),
    ...(salt ? { exportSalt: salt } : {}),
  });
  return new File([joinBytes(written.pieces)], written.name);
}

async function work() {
  const news: WorkbenchNews[] = [];
  const bench = makeBench((one) => news.push(one));
  return {
    async look(some: File[]): Promise<readonly LookedFile[]> {
      await bench({ type: 'look', files: some });
      return news.flatMap((one) => (one.type === 'looked' ? [one.files] : [])).at(-1) ?? [];
    },
    async release(): Promise<ReleaseShown & { file: Blob }> {
      await bench({ type: 'release', wish: { minPeople: 5, epsilon: null, language: 'zh' } });
      const made = news.find((one) => one.type === 'released');
      if (made?.type !== 'released') throw new Error('nothing released');
      return { ...made.shown, file: made.file };
    },
    async merge(): Promise<Blob> {
      await bench({ type: 'merge' });
      const made = news.find((one) => one.type === 'file');
      if (made?.type !== 'file') throw new Error('nothing merged');
      return made.file;
    },
  };
}

async function unpack(file: Blob): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-merged-'));
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer())))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

async function runSql(
  folder: string,
  setup: string,
): Promise<(sql: string) => Promise<Record<string, unknown>[]>> {
  const { readFile } = await import('node:fs/promises');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const statements = [setup, await readFile(join(folder, 'import/indicators.sql'), 'utf8')].join('\n');
  for (const statement of statements.replace(/^--.*$/gm, '').split(/;\s*\n/))
    if (statement.trim()) await connection.run(statement);
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

beforeAll(async () => {
  for (let i = 0; i < PEOPLE; i++) files.push(await packageOf(i));
  // A limit for what hangs, on a machine that does other things as well.
}, 60_000);

describe('the workbench', () => {
  it('merges packages; indicators.sql over CSV and over Parquet gives the same to the unit', async () => {
    const bench = await work();
    expect((await bench.look(files)).map(({ verdict }) => verdict)).toEqual(Array(PEOPLE).fill('good'));
    const folder = await unpack(await bench.merge());
    const contributions = noContributions();
    for (const file of files) {
      const opened = await readPackage(file);
      if (!opened.ok) throw new Error(opened.problem.code);
      for (const table of opened.value.tables) {
        const add = table.name === 'days' ? addDays : table.name === 'portal_pairs' ? addPairs : null;
        if (add) await opened.value.read(table, (rows: Row[]) => add(contributions, rows));
      }
    }
    const ours = [...contributions.cells]
      .flatMap(([key, byPerson]) => {
        const [category, month = ''] = key.split('\n');
        return INDICATORS.map((indicator, i) => {
          const figure = figureOf([...byPerson.values()].map((sums) => sums[i] as number));
          return {
            category,
            month: Number(month.replace('-', '')),
            indicator,
            people: figure.people,
            contributors: figure.contributors,
            amount: figure.amount,
            largest: figure.largest,
            two_largest: figure.twoLargest,
            verdict: judge(figure, 5),
          };
        });
      })
      .sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
    const setups = {
      csv: ['days', 'portal_pairs']
        .map(
          (name) =>
            `CREATE VIEW ${name} AS SELECT * FROM read_csv('${folder}/data/${name}.csv', header = true, nullstr = '');`,
        )
        .join('\n'),
      parquet: ['days', 'portal_pairs']
        .map(
          (name) =>
            `CREATE VIEW ${name} AS SELECT * FROM read_parquet('${folder}/data/${name}/*/*.parquet', hive_partitioning = true);`,
        )
        .join('\n'),
    };
    expect(ours.length).toBeGreaterThan(100);
    for (const setup of Object.values(setups)) {
      const ask = await runSql(folder, setup);
      const theirs = (await ask('SELECT * FROM indicator_cells'))
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v])),
        )
        .sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
      expect(theirs).toEqual(ours);
      const pairs = await ask('SELECT * FROM portal_pair_cells');
      expect(pairs.length).toBe(contributions.pairs.size);
      for (const pair of pairs) {
        const sums = contributions.pairs.get([pair.config_id, pair.portal_a, pair.portal_b].join('\n'));
        expect(Number(pair.entries)).toBe(
          [...(sums?.values() ?? [])].reduce((all, one) => all + one.entries, 0),
        );
      }
    }
  });

  it('carries "these systems ask for the same" from packages to a table of k people, n entries, m minutes', async () => {
    const bench = await work();
    await bench.look(files);
    const { pairs, report, people } = await bench.release();
    expect(people).toBe(PEOPLE);
    const published = pairs.filter((row) => row.status === 'published');
    expect(published.length).toBeGreaterThan(0);
    for (const row of published) {
      expect(Number(row.people)).toBeGreaterThanOrEqual(5);
      expect(Number(row.entries)).toBeGreaterThan(0);
      expect(Number(row.retype_min)).toBeGreaterThan(0);
    }
    expect(report).toContain('披露控制报告');
  });

  it('says of each file what it is', async () => {
    const bench = await work();
    const overlapping = await packageOf(0, { from: '2026-03-01', to: '2026-03-31' }, 'again');
    const bytes = new Uint8Array(await (files[1] as File).arrayBuffer());
    const looked = await bench.look([
      files[0] as File,
      files[0] as File,
      overlapping,
      new File([bytes.slice(0, bytes.length - 300)], 'short.zip'),
      new File(['nothing'], 'text.zip'),
      files[2] as File,
    ]);
    expect(looked.map(({ verdict }) => verdict)).toEqual([
      'overlapping',
      'duplicate',
      'overlapping',
      'broken',
      'broken',
      'good',
    ]);
    const { people, packages } = await bench.release();
    expect([people, packages]).toEqual([2, 3]);
  });

  it('counts a day once that two exports of one browser have', async () => {
    const sumOf = async (some: File[]) => {
      const bench = await work();
      await bench.look(some);
      const folder = await unpack(await bench.merge());
      const ask = await runSql(
        folder,
        ['days', 'portal_pairs']
          .map(
            (name) =>
              `CREATE VIEW ${name} AS SELECT * FROM read_csv('${folder}/data/${name}.csv', header = true, nullstr = '');`,
          )
          .join('\n'),
      );
      const [row] = await ask('SELECT SUM(active_s) AS a, COUNT(*) AS n FROM days');
      return [Number(row?.a), Number(row?.n)];
    };
    const again = await packageOf(0, { from: '2026-03-01', to: '2026-03-31' }, 'again');
    expect(await sumOf([files[0] as File, again])).toEqual(await sumOf([files[0] as File]));
  });
});

const keyOf = (row: Record<string, unknown>): string => `${row.indicator} ${row.category} ${row.month}`;
