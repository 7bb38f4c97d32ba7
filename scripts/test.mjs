// `npm test`: installs what is missing, then every check there is. A failing step doesn't hide the later
// ones. `npm test -- types lint` runs only the steps named. The last line is the sum: N passed, N failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installBrowsers, installDependencies, ROOT, say } from './install.mjs';

const RESULTS = join(ROOT, 'test-results');
const tool = (...path) => [process.execPath, join(ROOT, 'node_modules', ...path)];
const tsx = (file, ...args) => [process.execPath, '--import', 'tsx', join(ROOT, file), ...args];

/** Reads a runner's own report. A runner that failed before it could count is one failure. */
function counted(file, read) {
  return (passed) => {
    const path = join(RESULTS, file);
    if (!existsSync(path)) return { passed: 0, failed: 1 };
    const counts = read(JSON.parse(readFileSync(path, 'utf8')));
    return { ...counts, failed: Math.max(counts.failed, passed ? 0 : 1) };
  };
}
const vitestCounts = counted('vitest.json', (report) => ({
  passed: report.numPassedTests,
  // A file that doesn't even load has no tests to count.
  failed: Math.max(report.numFailedTests, report.testResults.filter((one) => one.status === 'failed').length),
}));
/**
 * With several browsers on two cores a driver now and then loses an answer: what failed is played once more. Where
 * more than these passed only then, it is no driver's slip.
 */
const MOST_AGAIN = 2;
const playwrightCounts = (name) =>
  counted(`e2e-${name}.json`, ({ stats, errors }) => {
    const pardoned = stats.flaky > MOST_AGAIN ? 0 : stats.flaky;
    return {
      passed: stats.expected + pardoned,
      failed: stats.unexpected + errors.length + stats.flaky - pardoned,
      again: stats.flaky,
    };
  });
const asOne = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

const wxtPrepare = tool('wxt', 'bin', 'wxt.mjs').concat('prepare');
const build = (kind, browser) => ({
  name: `build-${kind}-${browser}`,
  commands: [tsx('scripts/build-for-tests.ts', kind, browser)],
  count: asOne,
});
/** Three files at a time, in both browsers; what installs policies alone, for every browser would see them. */
const endToEnd = (name, workers, ...filter) => ({
  name,
  commands: [
    tool('@playwright', 'test', 'cli.js').concat(
      ...['test', '--retries', '1', '--workers', String(workers), ...filter, '@alone'],
    ),
  ],
  needs: BUILDS.map((one) => one.name),
  count: playwrightCounts(name),
  env: { E2E_REPORT: join(RESULTS, `e2e-${name}.json`) },
});

const BUILDS = ['chromium', 'firefox'].flatMap((browser) => [
  build('store', browser),
  build('managed', browser),
]);

const STEPS = [
  {
    name: 'types',
    commands: [wxtPrepare, tool('typescript', 'bin', 'tsc').concat('--noEmit')],
    count: asOne,
  },
  {
    name: 'lint',
    commands: [tool('@biomejs', 'biome', 'bin', 'biome').concat('check', '--colors=off', '.')],
    count: asOne,
  },
  { name: 'unused', commands: [tool('knip', 'bin', 'knip.js')], count: asOne },
  {
    name: 'vitest',
    commands: [
      tool('vitest', 'vitest.mjs').concat(
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(RESULTS, 'vitest.json')}`,
      ),
    ],
    count: vitestCounts,
  },
  ...BUILDS,
  endToEnd('browsers', 3, '--grep-invert'),
  endToEnd('alone', 1, '--grep'),
];

function run([command, ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      say(String(error));
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

async function perform(step, results) {
  const lacking = (step.needs ?? []).filter((need) => results.get(need)?.failed);
  if (lacking.length > 0) {
    say(`not run: ${lacking.join(' and ')} failed`);
    return { passed: 0, failed: 1 };
  }
  let passed = true;
  for (const command of step.commands) passed = passed && (await run(command, step.env));
  return step.count(passed);
}

if (!checkNode() || !installDependencies()) {
  say('0 passed, 1 failed');
  process.exit(1);
}
installBrowsers({ forTests: true });
mkdirSync(RESULTS, { recursive: true });
for (const file of ['vitest.json', 'e2e-browsers.json', 'e2e-alone.json']) {
  rmSync(join(RESULTS, file), { force: true });
}
const wanted = process.argv.slice(2);
const results = new Map();
for (const step of STEPS) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const startedAt = Date.now();
  say(`\n── ${step.name} ──`);
  const result = await perform(step, results);
  results.set(step.name, { ...result, seconds: Math.round((Date.now() - startedAt) / 1000) });
}
say('\n── sum ──');
let passed = 0;
let failed = 0;
for (const [name, result] of results) {
  passed += result.passed;
  failed += result.failed;
  const again = result.again ? `, ${result.again} only when played again` : '';
  say(`${name.padEnd(24)} ${result.passed} passed, ${result.failed} failed  (${result.seconds} s)${again}`);
}
say(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || results.size === 0 ? 1 : 0);
