// Each program that is here on a package, and each block of the documentation in it.
import { compareCells } from './compare-cells';
import { readBlocks, tryBlock } from './doc-blocks';
import { type MadePackage, makeUnpacked } from './made-package';
import { PROGRAMS, type Program, readThrough } from './programs';

export interface Tried {
  what: string;
  outcome: 'right' | 'wrong' | 'not run';
  detail: string;
}

export async function tryImports(programs: readonly Program[] = PROGRAMS): Promise<Tried[]> {
  const made = await makeUnpacked();
  const blocks = await readBlocks();
  try {
    const results: Tried[] = [];
    for (const program of programs) {
      const lacking = program.lacking();
      const own = blocks.filter(({ language }) => language === program.language);
      if (lacking !== null) {
        results.push({
          what: program.name,
          outcome: 'not run',
          detail: `${lacking}; ${own.length} blocks neither`,
        });
        continue;
      }
      results.push(await tried(`${program.name}, ${program.script}`, () => throughScript(program, made)));
      for (const [i, block] of own.entries())
        results.push(
          await tried(`${program.name}, block ${i + 1} of docs/researchers.md`, async () => ({
            problems: await tryBlock(block, blocks, program, made),
            detail: block.code.split('\n')[0] ?? '',
          })),
        );
    }
    return results;
  } finally {
    await made.remove();
  }
}

async function throughScript(program: Program, made: MadePackage) {
  const names = made.tables.map(({ name }) => name);
  const written = await readThrough(program, made.folder, names);
  const compared = made.tables.map((table) =>
    compareCells(table, made.cells.get(table.name) ?? [], written.get(table.name) ?? ''),
  );
  const sum = (of: 'cells' | 'missing') => compared.reduce((all, one) => all + one[of], 0);
  return {
    problems: compared.flatMap(({ problems }) => problems),
    detail: `${sum('cells')} cells, ${sum('missing')} of them missing, as in the database`,
  };
}

async function tried(
  what: string,
  work: () => Promise<{ problems: string[]; detail: string }>,
): Promise<Tried> {
  try {
    const { problems, detail } = await work();
    return problems.length === 0
      ? { what, outcome: 'right', detail }
      : { what, outcome: 'wrong', detail: problems.join('; ') };
  } catch (error) {
    return { what, outcome: 'wrong', detail: String(error) };
  }
}
