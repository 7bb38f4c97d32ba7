// `npx tsx scripts/try-imports.ts`: opens a package in the programs that are here, by the package's own scripts
// and by the blocks of docs/researchers.md, and holds every cell against the database. What is not installed is
// said; exit code 1 when something that ran is wrong.
import 'fake-indexeddb/auto';
import { tryImports } from '../tests/imports/try-imports';

const results = await tryImports();
for (const { what, outcome, detail } of results) console.log(`${outcome.padEnd(8)} ${what}: ${detail}`);
process.exit(results.some(({ outcome }) => outcome === 'wrong') ? 1 : 0);
