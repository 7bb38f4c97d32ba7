// What is shipped comes from one version of each dependency, and runs nothing that it did not bring along.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

it('every dependency is pinned to one version, and the lockfile knows its content', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string; link?: boolean }>;
  };
  for (const name of Object.keys(dependencies)) {
    const locked = lock.packages[`node_modules/${name}`];
    expect(locked?.version, name).toBe(dependencies[name]);
    expect(locked?.integrity, name).toMatch(/^sha512-/);
  }
});

it('pages may run their own scripts and connect to the extension alone', () => {
  const rooms = new URL('../../entrypoints/', import.meta.url);
  const pages = readdirSync(rooms).filter((name) => existsSync(new URL(`${name}/index.html`, rooms)));
  expect(pages.length).toBeGreaterThan(5);
  for (const name of pages) {
    const html = read(`entrypoints/${name}/index.html`);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(html)?.[1] ?? '';
    expect(policy, name).toMatch(/connect-src 'self'(?:;|$)/);
    expect(html, name).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  }
  const policy = /const EXTENSION_PAGES_POLICY = \[([\s\S]*?)\]/.exec(read('wxt.config.ts'))?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'\"");
  expect(policy).not.toMatch(/unsafe|wasm|data:.*script/);
});
