// The archives that the stores are handed, as a person meets them: installed, updated with a record in them, and
// removed. The version before is the same build under a lower number: what is tested is that an update keeps the
// record, the permission and the fingerprints, and that nothing outlives the removal.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { storeArchive } from '../../scripts/store-archive';
import type { Action } from '../../utils/domain/records';
import { type PortalServer, servePortals } from '../portals/serve';
import { configFor, hostsOf } from './config-for';
import { ensureBuilt } from './harness/build';
import { grantHosts } from './harness/granting';
import { launchChromium } from './harness/launch-chromium';
import { launchFirefox } from './harness/launch-firefox';
import { fillPlain, HOUSEHOLD, sendPlain } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { importFile, press, settledActions, waitForRegistration } from './harness/recording';
import { openScreen } from './harness/screen';
import { type BrowserKind, type ExtensionScope, type Session, waitFor } from './harness/session';

const BEFORE = '0.0.9';
const PORTAL = PLAIN_PORTALS.slice(0, 1);

test('installed from the archive, updated with a record, removed', async ({ browserName: _ }, info) => {
  test.setTimeout(240_000);
  const kind = info.project.name as BrowserKind;
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-packed-'));
  const unpacked = join(folder, 'extension');
  const profile = join(folder, 'profile');
  const server = await servePortals(PORTAL);
  const screen = kind === 'chromium' ? await openScreen() : null;
  const built = await ensureBuilt('store', kind);
  const archive = async (version?: string) => {
    const file = join(folder, `${version ?? 'now'}.zip`);
    const bytes = storeArchive(built, version);
    await writeFile(file, bytes);
    await unpack(bytes, unpacked);
    return file;
  };
  const options = { extension: unpacked, profile, hosts: hostsOf(PORTAL) };
  const chromium = (firstRun: boolean) =>
    launchChromium({ ...options, firstRun, headless: false, env: screen?.env ?? {} });

  await mkdir(profile);
  let file = await archive(BEFORE);
  let session =
    kind === 'chromium' ? await chromium(true) : await launchFirefox({ ...options, archive: file });
  try {
    expect(await versionOf(session)).toBe(BEFORE);
    const list = join(folder, 'list.json');
    await writeFile(list, JSON.stringify(configFor(PORTAL, 'some-county')));
    expect(await importFile(session, list)).toBe('accepted');
    const welcome = await session.openExtensionPage('welcome.html');
    await press(welcome, 'start-recording');
    await grantHosts(welcome, screen);
    await waitForRegistration(welcome);
    await welcome.close();
    await submitHousehold(session, server);
    const before = await settledActions(session);
    expect(before.map(({ outcome }) => outcome)).toEqual(['accepted']);

    file = await archive();
    if (kind === 'chromium') {
      await session.close();
      session = await chromium(false);
    } else {
      await session.browser.installExtension(file);
    }
    await waitFor('the new version', async () =>
      (await versionOf(session).catch(() => BEFORE)) === BEFORE ? null : true,
    );
    expect(await settledActions(session), 'the record is kept').toEqual(before);
    const popup = await session.openExtensionPage('popup.html');
    await waitForRegistration(popup);
    await popup.close();
    await submitHousehold(session, server);
    const after = (await settledActions(session)).sort((a: Action, b: Action) => a.at - b.at);
    expect(after.map(({ outcome, repeat }) => [outcome, repeat?.scope ?? null])).toEqual([
      ['accepted', null],
      ['accepted', 'sameForm'],
    ]);

    expect((await keptFor(kind, profile)).length, 'its data is in the profile').toBeGreaterThan(0);
    await removeItself(session);
    await waitFor(
      'its data to be gone',
      async () => ((await keptFor(kind, profile)).length === 0 ? true : null),
      30_000,
    );
  } finally {
    await session.close();
    screen?.close();
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** The same folder each time: without a key, Chromium takes the id from the path. */
async function unpack(bytes: Uint8Array, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function versionOf(session: Session): Promise<string> {
  const page = await session.openExtensionPage('icons/48.png');
  try {
    return await page.evaluate(() => (globalThis as ExtensionScope).chrome.runtime.getManifest().version);
  } finally {
    await page.close();
  }
}

async function submitHousehold(session: Session, server: PortalServer): Promise<void> {
  const page = await session.newPage();
  await page.goto(`http://plain-a.test:${server.port}/`);
  await fillPlain(page, HOUSEHOLD);
  await sendPlain(page);
  // The answer is read before the page is left.
  await waitFor('the accepted submission', async () =>
    (await settledActions(session)).length >= server.writes.length ? true : null,
  );
  await page.close();
}

/** As the browser's own list of extensions does it; the page goes with it. */
async function removeItself(session: Session): Promise<void> {
  const page = await session.openExtensionPage('popup.html');
  await page
    .evaluate(() => void (globalThis as ExtensionScope).chrome.management.uninstallSelf())
    .catch(() => undefined);
}

/** The databases of extensions in a profile. */
async function keptFor(kind: BrowserKind, profile: string): Promise<string[]> {
  const folder =
    kind === 'chromium' ? join(profile, 'Default', 'IndexedDB') : join(profile, 'storage', 'default');
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^(chrome|moz)-extension/.test(name));
}
