// `npm run lint:archives`: Mozilla's own checker over the packed Firefox archive. An error fails; so does a warning
// that docs/release.md doesn't explain, and an explanation that nothing needs any more. Fetched for the occasion:
// 86 MB that no other command needs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const CHECKER = 'web-ext@10.7.0';

interface Finding {
  code: string;
  message: string;
  file?: string;
}
interface Report {
  errors: Finding[];
  warnings: Finding[];
  notices: Finding[];
}

/** The rows of the table whose first cell is a code of the checker. */
function explainedCodes(): Set<string> {
  const text = readFileSync(join(ROOT, 'docs', 'release.md'), 'utf8');
  return new Set([...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1] ?? ''));
}

const output = join(ROOT, '.output');
const archive = readdirSync(output).find((name) => name.endsWith('-firefox.zip'));
if (!archive) throw new Error('nothing to check: npm run zip first');
const run = spawnSync(
  'npx',
  ['--yes', CHECKER, 'lint', '--source-dir', join(output, archive), '--output', 'json'],
  { encoding: 'utf8', shell: process.platform === 'win32' },
);
if (!run.stdout.startsWith('{')) throw new Error(`${CHECKER} said nothing:\n${run.stdout}\n${run.stderr}`);
const { errors, warnings, notices } = JSON.parse(run.stdout) as Report;
const explained = explainedCodes();
const found = [...warnings, ...notices];
const problems = [
  ...errors.map((one) => `error ${one.code}: ${one.message} (${one.file ?? 'archive'})`),
  ...found
    .filter(({ code }) => !explained.has(code))
    .map((one) => `not explained in docs/release.md: ${one.code}: ${one.message} (${one.file ?? 'archive'})`),
  ...[...explained]
    .filter((code) => !found.some((one) => one.code === code))
    .map((code) => `explained in docs/release.md and no longer said: ${code}`),
];
for (const problem of problems) console.log(problem);
console.log(`${archive}: ${errors.length} errors, ${found.length} warnings and notices`);
console.log(`${problems.length === 0 ? 1 : 0} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 ? 0 : 1;
