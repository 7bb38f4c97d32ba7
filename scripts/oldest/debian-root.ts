// A folder with an older Debian in it, made by debootstrap from Debian's own packages and kept for the next time,
// and a command that runs one of its programs. The folder is outside the sources: a tool that walks them must not
// walk into another system.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fingertip-ledger');

export interface DebianRoot {
  suite: string;
  /** Security updates too, where the release alone is older than what is wanted. */
  security: boolean;
  packages: readonly string[];
}

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status === 0) return;
  const why = done.error ? String(done.error) : `${done.stdout}\n${done.stderr}`.slice(-2_000);
  throw new Error(`${command} ${args.join(' ')} failed:\n${why}`);
}

/** The folder of an installed root; made when it isn't there yet, which takes minutes and about 1 GB. */
export function ensureRoot({ suite, security, packages }: DebianRoot): string {
  const root = join(CACHE, `${suite}-${packages.join('-')}`);
  if (existsSync(root)) return root;
  mkdirSync(CACHE, { recursive: true });
  // Under another name until it is whole: an interrupted one is made anew.
  const half = `${root}.half`;
  rmSync(half, { recursive: true, force: true });
  run('debootstrap', ['--variant=minbase', '--include=ca-certificates', suite, half]);
  if (security) addSecurity(half, suite);
  run('chroot', [half, 'apt-get', 'update', '-qq']);
  run('chroot', [half, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
  run('chroot', [half, 'apt-get', 'clean']);
  renameSync(half, root);
  return root;
}

/** Beside the server that debootstrap took the release from. */
function addSecurity(root: string, suite: string): void {
  const list = join(root, 'etc', 'apt', 'sources.list');
  const server = /^deb (\S+?)\/debian\/? /m.exec(readFileSync(list, 'utf8'))?.[1];
  if (!server) throw new Error(`no server in ${list}`);
  appendFileSync(list, `deb ${server}/debian-security ${suite}-security main\n`);
}

/**
 * Writes a command that runs `program` of the root with the same arguments, network and /tmp (where profiles and
 * builds are). Its mounts are its own and end with it.
 */
export function commandInRoot(root: string, program: string): string {
  const file = join(CACHE, 'commands', program.replaceAll('/', '-').replace(/^-/, ''));
  const mounts = ['/proc', '/sys', '/dev', '/dev/shm', '/tmp'].map(
    (folder) => `mount --bind ${folder} ${join(root, folder)}`,
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `#!/bin/sh\nexec unshare --mount sh -c '${mounts.join(' && ')} && exec chroot ${root} ${program} "$@"' sh "$@"\n`,
    { mode: 0o755 },
  );
  return file;
}
