// `npm run check`: the inner loop, under a minute. Types, lint and unit tests side by side; what each says is
// printed when it has ended. Everything else is `npm test`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, installDependencies, ROOT, say } from './install.mjs';

const tool = (...path) => [process.execPath, join(ROOT, 'node_modules', ...path)];
const PREPARE = tool('wxt', 'bin', 'wxt.mjs').concat('prepare');
const CHECKS = {
  types: tool('typescript', 'bin', 'tsc').concat('--noEmit'),
  lint: tool('@biomejs', 'biome', 'bin', 'biome').concat('check', '--colors=off', '.'),
  unit: tool('vitest', 'vitest.mjs').concat('run', '--project', 'unit'),
};

function run([command, ...args]) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    const end = (passed) => resolve({ passed, text, seconds: Math.round((Date.now() - startedAt) / 1000) });
    child.on('error', (error) => {
      text += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

if (!checkNode() || !installDependencies()) process.exit(1);
// The types of WXT's own globals; without them tsc has nothing to stand on.
const prepared = await run(PREPARE);
if (!prepared.passed) say(prepared.text);
const results = await Promise.all(
  Object.entries(CHECKS).map(async ([name, command]) => {
    const result = await run(command);
    say(`\n── ${name}: ${result.passed ? 'passed' : 'FAILED'} (${result.seconds} s) ──`);
    if (!result.passed) say(result.text.trim());
    return result.passed;
  }),
);
const all = [prepared.passed, ...results];
const failed = all.filter((passed) => !passed).length;
say(`\n${all.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
