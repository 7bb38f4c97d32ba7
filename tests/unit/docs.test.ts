// What the documents say of the code, held to the code: permissions, version, commands, and where links lead.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { version, scripts } = JSON.parse(read('package.json')) as {
  version: string;
  scripts: Record<string, string>;
};
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
/** Announced, and not written yet: remove a name when its page is there. */
const filesBelow = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => join(folder, name));

describe('a document', () => {
  it.each(DOCUMENTS)('%s links to files that are there', (document) => {
    const links = [...read(document).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)|src="([^"]+)"/g)]
      .map(([, link = '', source = '']) => link || source)
      .filter((link) => !/^[a-z]+:/.test(link));
    const lost = links
      .map((link) => join(dirname(document), link).replaceAll('\\', '/'))
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(lost).toEqual([]);
  });

  it.each(DOCUMENTS)('%s names commands that are there', (document) => {
    const named = [...read(document).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the changes begin with this version', () => {
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
});

describe.each(['docs/store/zh_CN.md', 'docs/store/en.md'])('%s', (document) => {
  const config = read('wxt.config.ts');

  it('gives a reason for each permission and for no other', () => {
    const list = /permissions: \[([^\]]+)\]/.exec(config)?.[1] ?? '';
    const asked = [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
    const explained = [...read(document).matchAll(/^\| `(\w+)` \| \S/gm)].map(([, name = '']) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(explained.sort()).toEqual(asked.sort());
  });

  it('has the summary that the extension itself shows', () => {
    const locale = document.includes('zh_CN') ? 'zh_CN' : 'en';
    const messages = JSON.parse(read(`public/_locales/${locale}/messages.json`)) as Record<
      string,
      { message: string }
    >;
    expect(read(document)).toContain(`\n${messages.appDescription?.message}\n`);
    // What Chrome's store takes.
    expect(messages.appDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

it('no page writes HTML from text, as docs/release.md says', () => {
  const sources = ['components', 'entrypoints', 'utils'].flatMap(filesBelow);
  const found = sources.filter((file) =>
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(/.test(read(file)),
  );
  expect(found.map((file) => relative('.', file))).toEqual([]);
});
