// `npm run reproduce`: proves that what is handed to the stores comes from the sources and from nothing else. Packs
// the archives in two fresh clones of HEAD, in folders, zones and at moments of their own, and once more from the
// sources archive unpacked into an empty folder, by the commands of docs/release.md. All must be the same bytes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { ROOT } from './install.mjs';

const COMMANDS = [
  ['npm', 'ci', '--prefer-offline'],
  ['npm', 'run', 'zip'],
];

function run(folder: string, [command = '', ...args]: readonly string[], zone: string): void {
  const shell = process.platform === 'win32';
  const done = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell,
    env: { ...process.env, TZ: zone },
  });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} in ${folder}:\n${done.stdout}\n${done.stderr}`);
}

function clone(folder: string): string {
  run(ROOT, ['git', 'clone', '--quiet', '--no-hardlinks', ROOT, folder], 'UTC');
  return folder;
}

function unpack(archive: Uint8Array, folder: string): string {
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** The archives by name. */
function pack(folder: string, zone: string): Map<string, Uint8Array> {
  for (const command of COMMANDS) run(folder, command, zone);
  const output = join(folder, '.output');
  const names = readdirSync(output).filter((name) => name.endsWith('.zip'));
  if (names.length !== 3) throw new Error(`three archives were expected: ${names.join(', ')}`);
  return new Map(names.sort().map((name) => [name, new Uint8Array(readFileSync(join(output, name)))]));
}

const hashOf = (bytes: Uint8Array | undefined) =>
  bytes ? createHash('sha256').update(bytes).digest('hex') : 'missing';

/** Which files of two archives differ: what to look at first. */
function differences(one: Uint8Array, other: Uint8Array): string[] {
  const [first, second] = [unzipSync(one), unzipSync(other)];
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].filter((name) => hashOf(first[name]) !== hashOf(second[name]));
}

const folder = mkdtempSync(join(tmpdir(), 'fingertip-ledger-reproduce-'));
try {
  const first = pack(clone(join(folder, 'one')), 'Asia/Shanghai');
  const second = pack(clone(join(folder, 'a-second-clone', 'deeper')), 'America/New_York');
  const sources = [...first].find(([name]) => name.endsWith('-sources.zip'))?.[1];
  if (!sources) throw new Error('no archive of the sources');
  const third = pack(unpack(sources, join(folder, 'from-the-sources')), 'UTC');
  let differing = 0;
  for (const [name, bytes] of first) {
    console.log(`${hashOf(bytes)}  ${name}`);
    for (const [where, others] of [
      ['the second clone', second],
      ['the sources archive', third],
    ] as const) {
      const other = others.get(name);
      if (other && hashOf(other) === hashOf(bytes)) continue;
      differing += 1;
      const which = other ? differences(bytes, other).slice(0, 10).join(', ') || 'the packing' : 'missing';
      console.log(`  DIFFERS from ${where}: ${which}`);
    }
  }
  console.log(`${first.size * 2 - differing} passed, ${differing} failed`);
  process.exitCode = differing === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
