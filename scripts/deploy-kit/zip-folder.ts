import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The same files make the same bytes: names in order, one date. `change` may rewrite a file on its way in. */
export function zipFolder(
  folder: string,
  change: (path: string, bytes: Uint8Array) => Uint8Array = (_, bytes) => bytes,
): Uint8Array {
  const files: Zippable = {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    const path = relative(folder, file).replaceAll('\\', '/');
    files[path] = change(path, new Uint8Array(readFileSync(file)));
  }
  return zipSync(files, { level: 9, mtime: new Date('2026-01-01T00:00:00') });
}
