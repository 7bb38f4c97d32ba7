// The programs that researchers open packages with: whether one is here, how it runs the package's own script,
// and how it writes every table back, so that each cell can be held against the database.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** What stands for a missing value in what the programs write back; no cell of a package is this. */
export const MISSING = '<missing>';

export interface Program {
  name: string;
  /** What of the package it runs. */
  script: string;
  /** How code for it is fenced in the documentation. */
  language: string;
  /** Null when it is here, otherwise what is lacking. */
  lacking(): string | null;
  /** Runs code in the package's folder; throws with the program's own words. */
  run(folder: string, code: string): Promise<void>;
  /** Code that writes a table that the script has read as CSV into `file`. */
  writeBack(table: string, file: string): string;
}

const answers = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** The first Python that has pandas: a person's own may lie before the system's. */
const PYTHONS = [process.env.PYTHON ?? 'python3', '/usr/bin/python3'];
const python = () => PYTHONS.find((path) => answers(path, '-c', 'import pandas'));

function spawn(command: string, args: string[], folder: string): string {
  const run = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' },
  });
  if (run.status !== 0) throw new Error(`${command}: ${run.error ?? ''}\n${run.stdout}\n${run.stderr}`);
  return `${run.stdout}\n${run.stderr}`;
}

async function spawnFile(command: string, folder: string, name: string, code: string): Promise<string> {
  await writeFile(join(folder, name), code);
  return spawn(command, [name], folder);
}

export const PROGRAMS: readonly Program[] = [
  {
    name: 'DuckDB',
    script: 'import/read_duckdb.sql',
    language: 'sql',
    lacking: () => null,
    async run(folder, code) {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const before = process.cwd();
      process.chdir(folder);
      try {
        await runSql(code, (statement) => connection.run(statement));
      } finally {
        process.chdir(before);
        connection.closeSync();
      }
    },
    writeBack: (table, file) => `COPY ${table} TO '${file}' (HEADER, NULLSTR '${MISSING}');`,
  },
  {
    name: 'Python with pandas',
    script: 'import/read_python.py',
    language: 'python',
    lacking: () => (python() ? null : 'pandas is not here (Debian: python3-pandas)'),
    async run(folder, code) {
      await spawnFile(python() ?? 'python3', folder, 'try.py', code);
    },
    writeBack: (table, file) => `${table}.to_csv("${file}", index=False, na_rep="${MISSING}")`,
  },
  {
    name: 'R with readr',
    script: 'import/read_r.R',
    language: 'r',
    lacking: () =>
      answers('Rscript', '-e', 'library(readr)') ? null : 'R is not here (Debian: r-base-core r-cran-readr)',
    async run(folder, code) {
      const said = await spawnFile('Rscript', folder, 'try.R', code);
      // readr reads on where a cell is not of its declared type, and says so.
      if (/parsing (issues|failures)/i.test(said)) throw new Error(said);
    },
    writeBack: (table, file) => `write_csv(${table}, "${file}", na = "${MISSING}")`,
  },
  {
    name: 'SPSS syntax in PSPP',
    script: 'import/read_spss.sps',
    language: 'spss',
    lacking: () => (answers('pspp', '--version') ? null : 'PSPP is not here (Debian: pspp)'),
    async run(folder, code) {
      const said = await spawnFile('pspp', folder, 'try.sps', code);
      if (/\b(error|warning):/i.test(said)) throw new Error(said);
    },
    writeBack: (table, file) =>
      `GET FILE="${table}.sav".\nSAVE TRANSLATE /OUTFILE="${file}" /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.`,
  },
  {
    name: 'Stata',
    script: 'import/read_stata.do',
    language: 'stata',
    lacking: () => 'Stata is not to be had for tests: its script is checked by its text alone',
    run: () => Promise.reject(new Error('no Stata')),
    writeBack: () => '',
  },
];

/** DuckDB's own shell reads other files by `.read`, as the documentation does; here they are put in its place. */
async function runSql(code: string, run: (statement: string) => Promise<unknown>): Promise<void> {
  const lines = await Promise.all(
    code.split('\n').map(async (line) => {
      const file = /^\.read (\S+)$/.exec(line)?.[1];
      return file && existsSync(file) ? readFile(file, 'utf8') : line;
    }),
  );
  const statements = lines
    .join('\n')
    .replace(/^--.*$/gm, '')
    .split(/;\s*(?:\n|$)/);
  for (const statement of statements) if (statement.trim()) await run(statement);
}

/** Runs the package's script, and has every table written back: what is in the files by table. */
export async function readThrough(
  program: Program,
  folder: string,
  tables: readonly string[],
): Promise<Map<string, string>> {
  const out = `back-${program.language}`;
  await mkdir(join(folder, out), { recursive: true });
  const script = await readFile(join(folder, program.script), 'utf8');
  const back = tables.map((table) => program.writeBack(table, `${out}/${table}.csv`));
  await program.run(folder, `${script}\n${back.join('\n')}\n`);
  const texts = tables.map(
    async (table) => [table, await readFile(join(folder, out, `${table}.csv`), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}
