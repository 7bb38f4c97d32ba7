// The picture of docs/architecture.md says that imports go down only. Here is whether they do, types included, and
// whether every room of the sources is on it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURE = readFileSync(join(ROOT, 'docs/images/architecture.svg'), 'utf8');
const rows = new Map(
  [...PICTURE.matchAll(/data-room="([^"]+)" data-row="(\d+)"/g)].map(([, room = '', row]) => [
    room,
    Number(row),
  ]),
);

/** `utils/domain`, `components`: the room of a path below the root; null outside the picture's world. */
function roomOf(path: string): string | null {
  const [first = '', second = ''] = path.split('/');
  if (first === 'utils') return `utils/${second.replace(/\.tsx?$/, '')}`;
  return first === 'components' || first === 'entrypoints' ? first : null;
}

const files = ['utils', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);

it('has every room and no other', () => {
  const rooms = new Set(files.map(roomOf));
  expect([...rows.keys()].sort()).toEqual([...rooms].sort());
});

it('has every import go to a lower row', () => {
  const upwards: string[] = [];
  let followed = 0;
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const target = relative(ROOT, resolve(ROOT, dirname(file), specifier)).replaceAll('\\', '/');
      const [from, to] = [roomOf(file), roomOf(target)];
      if (!from || !to || from === to) continue;
      followed += 1;
      if ((rows.get(from) ?? 0) >= (rows.get(to) ?? 0)) upwards.push(`${file} imports ${target}`);
    }
  }
  expect(upwards).toEqual([]);
  expect(followed, 'imports between rooms').toBeGreaterThan(100);
});
