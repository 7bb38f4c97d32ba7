// Runs one bench in a process of its own: `tsx scripts/run-bench.ts NAME`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../tests/e2e/harness/build';

interface Bench {
  run(): Promise<{ passed: boolean; text: string }>;
  keep(text: string): Promise<void>;
}
const file = join(ROOT, 'tests/bench', `${process.argv[2]}.bench.ts`);
const bench = (await import(pathToFileURL(file).href)) as Bench;
const { passed, text } = await bench.run();
process.stdout.write(text);
await bench.keep(text);
process.exit(passed ? 0 : 1);
