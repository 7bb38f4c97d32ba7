// What a build weighs, exactly: the script that goes into portal pages, what is published for it to read, and the
// store's archive. Held to the budgets by scripts/build-for-tests.ts.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { PAGE_SCRIPT as FILE } from '../../scripts/shrink-page-script';
import { KNOWN_WORDS } from '../../utils/domain/word-table';
import { PACKAGE_ZIP, PAGE_SCRIPT } from './budgets';

export interface Size {
  what: string;
  bytes: number;
  /** null: only told. */
  most: number | null;
}

export async function sizesOf(folder: string): Promise<Size[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, Uint8Array> = {};
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1).replaceAll('\\', '/')] = await readFile(path);
  }
  const script = files[FILE];
  if (!script) throw new Error(`no ${FILE} in ${folder}`);
  // Two bytes a character, in every frame, for one that isn't ASCII.
  if (script.some((byte) => byte > 0x7f)) throw new Error(`${FILE} is not ASCII`);
  // Whatever else lies beside the script would be injected as well.
  const others = Object.keys(files).filter((name) => name.startsWith('content-scripts/') && name !== FILE);
  if (others.length > 0) throw new Error(`not measured: ${others.join(', ')}`);
  const words = Buffer.from(JSON.stringify(KNOWN_WORDS));
  return [
    { what: 'page script, minified', bytes: script.length, most: PAGE_SCRIPT.minified },
    { what: 'page script, gzip', bytes: gzipSync(script, { level: 9 }).length, most: PAGE_SCRIPT.gzip },
    { what: 'words it reads with, as published', bytes: words.length, most: null },
    { what: 'words, gzip', bytes: gzipSync(words, { level: 9 }).length, most: null },
    { what: 'store package, zip', bytes: zipSync(files, { level: 9 }).length, most: PACKAGE_ZIP },
  ];
}
