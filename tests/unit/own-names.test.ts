// The build gives the page script's own properties one-letter names. A name that is also somebody else's (a
// message's, a published plan's, the page's, the language's) would break in the build and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN_NAMES } from '../../scripts/shrink-page-script';

const ROOT = join(import.meta.dirname, '../..');
const words = (text: string): Set<string> =>
  new Set(
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
      .match(/[A-Za-z_$][\w$]*/g),
  );
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const ownIn = (text: string) => OWN_NAMES.filter((name) => words(text).has(name));

/** TypeScript's declarations of the page and the language, beside its compiler for this machine. */
function libraries(): string {
  const require = createRequire(import.meta.url);
  const compiler = createRequire(require.resolve('typescript/package.json'));
  const folder = dirname(
    compiler.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`),
  );
  const lib = join(folder, 'lib');
  return readdirSync(lib)
    .filter((name) => name.startsWith('lib.') && name.endsWith('.d.ts'))
    .map((name) => readFileSync(join(lib, name), 'utf8'))
    .join('\n');
}

describe('names that become one letter', () => {
  it('are of no message and no published plan', () => {
    const wire = [
      'utils/messaging/protocol.ts',
      'utils/messaging/publication.ts',
      // What a frame leaves for the next version's script and for the picker.
      'utils/messaging/frame-mark.ts',
      'utils/domain/records.ts',
      'utils/domain/claims.ts',
      'utils/domain/lexicon.ts',
      'utils/config/page-plan.ts',
      'utils/config/glob.ts',
      'utils/platform/frame-browser.ts',
    ];
    expect(ownIn(wire.map(read).join('\n'))).toEqual([]);
  });

  it("are none of the page's or the language's", () => {
    const declared = libraries();
    expect(words(declared).has('addEventListener')).toBe(true);
    expect(ownIn(declared)).toEqual([]);
  });

  it('are no text by which anything is looked up', () => {
    const page = ['utils/page', 'entrypoints/portal.content'].flatMap((folder) =>
      readdirSync(join(ROOT, folder)).map((name) => read(`${folder}/${name}`)),
    );
    const texts = page.flatMap(
      (code) => code.replace(/^import .*$|Pick<[^>]*>/gm, '').match(/'[^'\n]*'|`[^`]*`/g) ?? [],
    );
    const plain = texts.filter((text) => /^'[\w$]+'$/.test(text)).join(' ');
    expect(ownIn(plain)).toEqual([]);
  });
});
