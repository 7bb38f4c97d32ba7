// Installs what is missing: dependencies always, browsers only as root on Debian's relatives. Plain Node
// without dependencies: it runs on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './find-browser.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

export const say = (line) => process.stdout.write(`${line}\n`);

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return true;
  say(
    `This needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  return false;
}

/** Runs `npm ci` when node_modules is missing or older than the lockfile. */
export function installDependencies() {
  // npm leaves this file behind as its last step, so an interrupted installation is seen as missing.
  const done = join(ROOT, 'node_modules', '.package-lock.json');
  // `npm ci` would empty the folder that a link points to, which is somebody else's.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const changedAt = (file) => statSync(file).mtimeMs;
  if (existsSync(done) && changedAt(done) >= changedAt(join(ROOT, 'package-lock.json'))) return true;
  say('Installing dependencies (npm ci) …');
  const windows = platform() === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  });
  if (run.status === 0) return true;
  say('npm ci failed: see above. A registry must be reachable (npm config get registry).');
  return false;
}

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
const hasChineseFont = () =>
  has('fc-list') && spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout.trim() !== '';

/** Debian splits the interface's languages off: without them Chromium speaks English only. */
function lacksChromiumLanguages(chromium) {
  const folder = '/usr/lib/chromium/locales';
  return (!chromium || chromium === '/usr/bin/chromium') && !existsSync(join(folder, 'zh-CN.pak'));
}

function missingPackages(forTests) {
  const { chromium, firefox } = findBrowsers();
  const missing = [];
  if (!chromium) missing.push('chromium');
  if (lacksChromiumLanguages(chromium)) missing.push('chromium-l10n');
  if (!firefox && forTests) missing.push('firefox-esr');
  if (!hasChineseFont()) missing.push('fontconfig', 'fonts-noto-cjk');
  if (forTests && !has('Xvfb')) missing.push('xvfb');
  if (forTests && !has('xdotool')) missing.push('xdotool');
  // A test opens exported tables in a spreadsheet.
  if (forTests && !has('soffice')) missing.push('libreoffice-calc-nogui');
  return missing;
}

/**
 * Installs the browsers that drive tests and the headless day; says plainly what to do where it may not.
 * Returns false when something that is needed is still missing.
 */
export function installBrowsers({ forTests }) {
  if (platform() !== 'linux') {
    const { chromium, edge, firefox } = findBrowsers();
    const enough = (chromium || edge) && (firefox || !forTests);
    if (!enough) say('Please install Chromium or Microsoft Edge, and for the tests Firefox as well.');
    return Boolean(enough);
  }
  const missing = missingPackages(forTests);
  if (missing.length === 0) return true;
  const command = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (!has('apt-get')) {
    say(`Missing here (by Debian's names): ${missing.join(', ')}. Please install them.`);
    return false;
  }
  if (process.getuid?.() !== 0) {
    say(`Missing here: ${missing.join(', ')}. Please run: sudo ${command}`);
    return false;
  }
  say(`Installing from Debian's packages: ${missing.join(', ')} …`);
  const quietly = (args) => {
    const run = spawnSync('apt-get', ['-qq', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0) say(`apt-get ${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
    return run.status === 0;
  };
  // A stale or partly unreachable index may still hold what is needed: let the installation decide.
  quietly(['update']);
  const done = quietly(['install', '-y', '--no-install-recommends', ...missing]);
  if (!findBrowsers().chromium) {
    say('There is still no Chromium (on Ubuntu it is a snap: install it by hand and set CHROMIUM_PATH).');
  }
  return done;
}
