// Builds the extension when its sources have changed since the last time, so that a single test file can be
// run again in seconds. A stamp beside the output holds the hash of everything that goes into it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configFor } from '../config-for';
import { TIME_PORTALS } from '../time/pages';
import { PLAIN_PORTALS } from './plain-portals';
import { loadPortals } from './portals';
import type { BrowserKind } from './session';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
export type BuildKind = 'store' | 'managed';

const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'scripts',
  'wxt.config.ts',
  'package-lock.json',
];

function outputFolder(kind: BuildKind, browser: BrowserKind): string {
  const name = browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  return join(ROOT, '.output', kind === 'managed' ? `${name}-managed` : name);
}

/** Returns the folder of an up-to-date build. Throws with the builder's own words when it fails. */
export async function ensureBuilt(kind: BuildKind, browser: BrowserKind): Promise<string> {
  const folder = outputFolder(kind, browser);
  const portals = kind === 'managed' ? [...(await loadPortals()), ...PLAIN_PORTALS, ...TIME_PORTALS] : [];
  const config = JSON.stringify(configFor(portals), null, 2);
  const stampFile = join(ROOT, '.output', 'stamps', `${kind}-${browser}`);
  const hash = createHash('sha256').update(kind).update(browser).update(config);
  if (kind === 'managed') hash.update(await readFile(join(ROOT, 'scripts/build-managed.ts')));
  for (const source of SOURCES) await addToHash(hash, join(ROOT, source));
  const stamp = hash.digest('hex');
  const last = await readFile(stampFile, 'utf8').catch(() => '');
  if (last === stamp && existsSync(join(folder, 'manifest.json'))) return folder;

  // A failed build may leave the old output: its stamp must not vouch for it.
  await rm(stampFile, { force: true });
  if (kind === 'managed') {
    const file = join(ROOT, '.output', 'sample-portals.json');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, config);
    const more = browser === 'firefox' ? ['--browser', 'firefox'] : [];
    npmRun(['build:managed', '--', '--config', file, ...more]);
  } else {
    npmRun([browser === 'firefox' ? 'build:firefox' : 'build']);
  }
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`the build left nothing in ${folder}`);
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  return folder;
}

async function addToHash(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes) {
    hash.update(path.slice(ROOT.length)).update(bytes);
    return;
  }
  const entries = await readdir(path).catch(() => []);
  for (const entry of entries.sort()) await addToHash(hash, join(path, entry));
}

function npmRun(args: string[]): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['run', '--silent', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return;
  throw new Error(`npm run ${args.join(' ')} failed:\n${run.stdout}\n${run.stderr}`);
}
