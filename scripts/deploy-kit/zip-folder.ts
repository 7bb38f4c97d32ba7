import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

type Change = (path: string, bytes: Uint8Array) => Uint8Array;

/** A zip keeps local wall time without a zone, and this is one: the same bytes in every zone. */
const DATE = new Date('2026-01-01T00:00:00');

/** The same files make the same bytes: names in order, one date. `change` may rewrite a file on its way in. */
export function zipFolder(folder: string, change: Change = (_, bytes) => bytes): Uint8Array {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(folder, join(folder, name)).replaceAll('\\', '/'));
  return zipFiles(folder, names, change);
}

/** Of `names`, paths below `folder` with slashes. */
export function zipFiles(
  folder: string,
  names: readonly string[],
  change: Change = (_, bytes) => bytes,
): Uint8Array {
  const files: Zippable = {};
  for (const name of [...names].sort()) {
    files[name] = change(name, new Uint8Array(readFileSync(join(folder, name))));
  }
  return zipSync(files, { level: 9, mtime: DATE });
}
