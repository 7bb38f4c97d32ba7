// The blocks of commands in docs/researchers.md: run as they stand there, each in a fresh copy of the package.
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { dateOf } from './compare-cells';
import { isoWeek, type MadePackage, type Weeks } from './made-package';
import type { Program } from './programs';

const DOCUMENT = fileURLToPath(new URL('../../docs/researchers.md', import.meta.url));

export interface Block {
  language: string;
  code: string;
}

export async function readBlocks(): Promise<Block[]> {
  const text = await readFile(DOCUMENT, 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));
}

/** Unpacks the zip by the document's own commands, runs the block there, and says what is wrong with it. */
export async function tryBlock(
  block: Block,
  blocks: readonly Block[],
  program: Program,
  made: MadePackage,
): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'fingertip-ledger-blocks-'));
  try {
    await cp(made.zip, join(root, basename(made.zip)));
    const folder = join(root, 'package');
    if (spawnSync('unzip', ['-v'], { stdio: 'ignore' }).status === 0) {
      const unpack = blocks.find(({ language }) => language === 'sh')?.code ?? 'exit 1';
      const shell = spawnSync('bash', ['-e', '-c', unpack], { cwd: root, encoding: 'utf8' });
      if (shell.status !== 0) return [`unpacking: ${shell.stdout}${shell.stderr}`];
    } else {
      console.info('not run: the commands to unpack: unzip is not here');
      await cp(made.folder, folder, { recursive: true });
    }
    await program.run(folder, block.code);
    const outputs = [...block.code.matchAll(/"?'?(\w+\.csv)"?'?/g)].map(([, name = '']) => name);
    if (outputs.length === 0) return ['the block writes nothing'];
    const problems = outputs.map(async (name) =>
      judge(name, await readFile(join(folder, name), 'utf8'), made),
    );
    return (await Promise.all(problems)).flat();
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

type Rows = Record<string, string>[];

function judge(name: string, text: string, made: MadePackage): string[] {
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', '').trim(), { header: true });
  if (name === 'weekly.csv') return judgeWeeks(data, made.weeks);
  if (name === 'webtrack.csv') return judgeVisits(data, made);
  return data.length > 0 ? [] : [`${name} is empty`];
}

/** Weeks of nothing but zeros may be there or not: days without work are rows, days before the first are not. */
function judgeWeeks(rows: Rows, weeks: Weeks): string[] {
  const found: Weeks = new Map();
  for (const row of rows) {
    const week = row.week ?? isoWeek(dateOf(row.week_start ?? ''));
    const [same, cross] = [Number(row.repeats_same_form), Number(row.repeats_cross_portal)];
    if (same + cross > 0) found.set(week, { same, cross });
  }
  const text = (all: Weeks) =>
    JSON.stringify([...all].filter(([, { same, cross }]) => same + cross > 0).sort());
  return text(found) === text(weeks) ? [] : [`weekly: ${text(found)} instead of ${text(weeks)}`];
}

function judgeVisits(rows: Rows, made: MadePackage): string[] {
  const visits = made.cells.get('visits') ?? [];
  const wrong = rows.filter(
    (row, i) =>
      Number(row.duration) !== visits[i]?.active_t60_s ||
      row.domain !== visits[i]?.portal_code ||
      row.panelist_id !== visits[i]?.person_id,
  );
  return rows.length === visits.length && wrong.length === 0
    ? []
    : [`webtrack: ${rows.length} rows of ${visits.length}, ${wrong.length} wrong`];
}
