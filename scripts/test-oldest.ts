// `npm run test:oldest`: the main story in the oldest browsers there are packages of: Debian 11's Chromium 120 and
// Debian 12's first Firefox ESR, 140, each in a root of its own release. As root on Debian's relatives.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './install.mjs';
import { commandInRoot, type DebianRoot, ensureRoot } from './oldest/debian-root';

const OLD: { project: string; path: string; program: string; root: DebianRoot; major: number }[] = [
  {
    project: 'chromium',
    path: 'CHROMIUM_PATH',
    program: '/usr/bin/chromium',
    root: { suite: 'bullseye', security: true, packages: ['chromium', 'fonts-wqy-microhei'] },
    major: 120,
  },
  {
    // Debian 11 has it in its security updates alone, whose packages are no longer all there.
    project: 'firefox',
    path: 'FIREFOX_PATH',
    program: '/usr/bin/firefox-esr',
    root: { suite: 'bookworm', security: false, packages: ['firefox-esr', 'fonts-wqy-microhei'] },
    major: 140,
  },
];

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error(
    'This makes Debian roots: it needs Linux, root, and the packages debootstrap and util-linux.',
  );
  process.exit(1);
}
const only = process.argv[2];
let failed = 0;
let passed = 0;
for (const { project, path, program, root, major } of OLD) {
  if (only && only !== project) continue;
  console.log(`${project}: Debian ${root.suite} …`);
  const command = commandInRoot(ensureRoot(root), program);
  const version = spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout.trim();
  console.log(version);
  const isOld = new RegExp(`\\b${major}\\.`).test(version);
  if (!isOld)
    console.log(`this is not version ${major}: the root has another browser than the test is about`);
  const done = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', 'main-story', '--project', project],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, [path]: command } },
  );
  if (isOld && done.status === 0) passed += 1;
  else failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
