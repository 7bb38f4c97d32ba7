// `npm run zip`: what is handed to the stores. Builds both browsers and packs three archives under .output/. The
// same sources make the same bytes, on any machine and at any hour: names in order, one date, no folder entries.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipFiles } from './deploy-kit/zip-folder';
import { ROOT } from './install.mjs';
import { sourceFiles } from './source-files';
import { storeArchive } from './store-archive';

const OUTPUT = join(ROOT, '.output');
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

function build(browser: 'chrome' | 'firefox'): string {
  const program = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const run = spawnSync(process.execPath, [program, 'build', '-b', browser], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the build for ${browser} failed:\n${run.stdout}\n${run.stderr}`);
  return join(OUTPUT, `${browser}-mv3`);
}

function keep(kind: string, bytes: Uint8Array): void {
  const file = `${name}-${version}-${kind}.zip`;
  writeFileSync(join(OUTPUT, file), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${file}  (${bytes.length} bytes)`);
}

keep('chrome', storeArchive(build('chrome')));
keep('firefox', storeArchive(build('firefox')));
keep('sources', zipFiles(ROOT, sourceFiles(ROOT)));
