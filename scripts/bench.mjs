// `npm run bench`: the measurements of tests/bench, each a module NAME.bench.ts with `run` and `keep`.
// `npm run bench -- NAME` runs one. Exit code 1 when one misses its bar.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installBrowsers, installDependencies, ROOT, say } from './install.mjs';

if (!checkNode() || !installDependencies()) process.exit(1);
installBrowsers({ forTests: true });
const wanted = process.argv.slice(2);
const names = readdirSync(join(ROOT, 'tests/bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
let missed = names.length === 0 ? 1 : 0;
for (const name of names) {
  say(`\n── ${name} ──`);
  const runner = join(ROOT, 'scripts/run-bench.ts');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', runner, name], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) missed += 1;
}
process.exit(missed > 0 ? 1 : 0);
