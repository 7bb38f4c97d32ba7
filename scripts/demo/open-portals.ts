// The desktop's demo: builds the managed build for the sample portals, serves them on loopback, and opens a
// browser with the extension on a throw-away profile. It runs until Ctrl+C or until the browser is closed.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostsOf } from '../../tests/e2e/config-for';
import { ensureBuilt } from '../../tests/e2e/harness/build';
import { chromiumArguments } from '../../tests/e2e/harness/launch-chromium';
import { launchFirefox } from '../../tests/e2e/harness/launch-firefox';
import { PLAIN_PORTALS } from '../../tests/e2e/harness/plain-portals';
import { loadPortals } from '../../tests/e2e/harness/portals';
import { servePortals } from '../../tests/portals/serve';
import { findBrowsers } from '../find-browser.mjs';
import { startPagePortal } from './start-page';

const portals = [...(await loadPortals()), ...PLAIN_PORTALS];
const start = startPagePortal(portals);
const { chromium, edge, firefox, chrome } = findBrowsers();
if (chrome && !chromium && !edge) {
  console.log('Google Chrome ignores --load-extension since version 137; Firefox is used instead.');
}
console.log('Building the extension for the sample portals …');
const kind = chromium || edge ? 'chromium' : 'firefox';
const extension = await ensureBuilt('managed', kind);
const server = await servePortals([...portals, start]);
const address = `http://${start.host}:${server.port}/`;
const stop = kind === 'chromium' ? await openChromium(chromium ?? edge ?? '') : await openFirefox();
console.log(`Opened ${kind === 'chromium' ? (chromium ?? edge) : firefox} on ${address}`);
console.log('Press start on the welcome page, then work in the portals. Ctrl+C ends.');

let ended = false;
async function end(): Promise<void> {
  if (ended) return;
  ended = true;
  await stop();
  await server.close();
  process.exit(0);
}
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());

/** Started without a debugger attached: it is the person's own browser window, only with another profile. */
async function openChromium(program: string): Promise<() => Promise<void>> {
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-demo-'));
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  const flags = [`--user-data-dir=${profile}`, '--no-default-browser-check', address];
  const child = spawn(program, [...chromiumArguments(extension, locale), ...flags], { stdio: 'ignore' });
  child.on('exit', () => void end());
  return async () => {
    await exitOf(child);
    // The profile holds only what was done in the demo.
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  };
}

async function openFirefox(): Promise<() => Promise<void>> {
  const hosts = hostsOf([...portals, start]);
  const session = await launchFirefox({ extension, hosts, headless: false, keepWelcome: true });
  const page = await session.newPage();
  await page.goto(address);
  session.browser.on('disconnected', () => void end());
  return () => session.close().catch(() => undefined);
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
