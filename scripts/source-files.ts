// The files that make up the sources: what git tracks, or, in a folder unpacked from the sources archive, all
// that is there but what commands have made.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const MADE = new Set(['node_modules', '.output', '.wxt', '.git', 'test-results', 'playwright-report']);

/** Paths below `root`, with slashes, in order. */
export function sourceFiles(root: string): string[] {
  const names = trackedFiles(root) ?? filesBelow(root, '');
  return names.filter((name) => statSync(join(root, name), { throwIfNoEntry: false })?.isFile()).sort();
}

function trackedFiles(root: string): string[] | null {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const top = git('rev-parse', '--show-toplevel');
  // Unpacked somewhere inside another repository, git would speak of that one.
  if (top.status !== 0 || resolve(top.stdout.trim()) !== resolve(root)) return null;
  const list = git('ls-files', '-z');
  return list.status === 0 ? list.stdout.split('\0').filter((name) => name !== '') : null;
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (folder === '' && MADE.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
