// A package in the programs that are here, each cell against the database, and the blocks of
// docs/researchers.md. A program that isn't installed is skipped and said to be: DuckDB always is.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../imports/doc-blocks';
import { PROGRAMS } from '../../imports/programs';
import { tryImports } from '../../imports/try-imports';

describe.each(PROGRAMS)('$name', (program) => {
  const lacking = program.lacking();
  if (lacking !== null) console.info(`not run: ${program.name}: ${lacking}`);

  it.skipIf(lacking !== null)('reads every cell of a package, and runs the documentation', async () => {
    const results = await tryImports([program]);
    expect(results.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
    expect(results.length).toBeGreaterThan(1);
  });
});

it('has a block of documentation for each program', async () => {
  const languages = new Set((await readBlocks()).map(({ language }) => language));
  for (const { language } of PROGRAMS) expect(languages).toContain(language);
});
