// `npm run build:managed -- --config FILE [--browser chrome|firefox]`: an organisation's build. FILE takes the
// place of the bundled starter list and its hosts become required permissions (see wxt.config.ts). A FILE
// with a problem is not built. `--also ORIGIN` requires one host more: that of a subscription.

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblems, readDomainConfig } from './read-domain-config';

const USAGE = 'usage: npm run build:managed -- --config FILE [--browser chrome|firefox]';
const ROOT = resolve(import.meta.dirname, '..');
const WXT = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');

function main(args: string[]): number {
  const options = {
    config: { type: 'string' },
    browser: { type: 'string', default: 'chrome' },
    also: { type: 'string', default: '' },
  } as const;
  const { config, browser, also } = parseArgs({ args, options }).values;
  if (config === undefined || (browser !== 'chrome' && browser !== 'firefox')) throw new Error(USAGE);
  // npm runs scripts in the project's folder; a path is meant from where the person typed it.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), config);
  const read = readDomainConfig(file);
  if (!read.ok) throw new Error(describeProblems(read.problem));

  const env = { ...process.env, FINGERTIP_MANAGED_CONFIG: file, FINGERTIP_MANAGED_ORIGIN: also };
  const build = spawnSync(process.execPath, [WXT, 'build', '-b', browser], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  return build.status ?? 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
