// A real policy install: the kit's own CRX and policy file, in a clean profile, as an administrator's computers
// get it. Then a changed policy, then an update of the extension, nobody pressing anything.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import type { ConfigHistory, StoredConfig } from '../../utils/storage/database';
import { servePortals } from '../portals/serve';
import { configFor } from './config-for';
import { DATABASE, readStoreInPage } from './harness/database';
import { makeKit, serveKit } from './harness/deploy-kit';
import { fillPlain, HOUSEHOLD, sendPlain } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { launchWithPolicies, openPageOf, waitForPage } from './harness/policy-browser';
import { CHROMIUM_POLICY, kitPolicy, MAY_WRITE_POLICIES, policyFile } from './harness/policy-files';
import { press } from './harness/recording';
import { type ExtensionScope, waitFor } from './harness/session';

// Alone: every browser of this computer sees the policy.
test.skip(!MAY_WRITE_POLICIES, 'writes policies of the system: only with CI=1 or POLICY_TESTS=1, as root');

/** Without it Chromium lets nobody inspect what a policy installed. */
const TEST_MAY_LOOK = { DeveloperToolsAvailability: 1 };

test('a forced install, a changed policy and an update keep data, key and consent @alone', async () => {
  test.setTimeout(330_000);
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-policy-'));
  const [first, second] = [join(folder, 'kit-1'), join(folder, 'kit-2')];
  let served = first;
  const server = await serveKit(() => served);
  const portals = await servePortals(PLAIN_PORTALS);
  const policy = policyFile(CHROMIUM_POLICY);
  const list = async (version: number, count: number) => {
    const file = join(folder, `list-${version}.json`);
    await writeFile(file, JSON.stringify(configFor(PLAIN_PORTALS.slice(0, count), 'xx-county', version)));
    return file;
  };
  let browser: Browser | null = null;
  try {
    const key = join(folder, 'key.pem');
    const common = ['--browser', 'chromium', '--url', server.url, '--key', key, '--locked', 'idleTimeout'];
    // All hosts are in the build; the policy's list says which of them are portals.
    await makeKit(...common, '--config', await list(1, 4), '--new-key', '--version', '1.0.0', '--out', first);
    const written = { ...JSON.parse(await readFile(kitPolicy(first, 'chromium'), 'utf8')), ...TEST_MAY_LOOK };
    await policy.write(JSON.stringify(written));
    const id = Object.keys(written['3rdparty'].extensions)[0] ?? '';

    browser = await launchWithPolicies(join(folder, 'profile'));
    const welcome = await waitForPage(browser, `chrome-extension://${id}/welcome.html`);
    expect(server.asked).toContain('fingertip-ledger.crx 200');
    const installed = await waitFor('the policy’s list', () => managedVersion(welcome), 30_000);
    expect(installed, 'on the first run').toBe(1);

    await press(welcome, 'start-recording');
    await waitFor('the content script', async () => ((await registered(welcome)) > 0 ? true : null));
    const page = await browser.newPage();
    await page.goto(`http://plain-a.test:${portals.port}/`);
    await fillPlain(page, HOUSEHOLD);
    await sendPlain(page);
    await waitFor('the submission', async () => ((await read(welcome, 'actions')).length > 0 ? true : null));
    const sources = await openPageOf(browser, id, 'configs.html#sources');
    await sources.waitForSelector('[data-in-force=managed]');
    const said = await sources.$eval('.admin-decided', (one) => one.textContent ?? '');
    expect(said).toContain('由浏览器策略统一下发');
    expect(said).toContain('看不到');

    // Changed while the browser runs: two portals left, one version more.
    const changed = structuredClone(written);
    changed['3rdparty'].extensions[id].configJson = await readFile(await list(2, 2), 'utf8');
    await policy.write(JSON.stringify(changed));
    await waitFor(
      'the changed list',
      async () => ((await managedVersion(sources)) === 2 ? true : null),
      60_000,
    );
    // An older one and a broken one change nothing, and the page says why.
    changed['3rdparty'].extensions[id].configJson = await readFile(await list(1, 4), 'utf8');
    await policy.write(JSON.stringify(changed));
    await sources.waitForSelector('[data-refused=managed] [data-problem=olderVersion]', { timeout: 60_000 });
    expect(await managedVersion(sources)).toBe(2);
    const history = (await read(sources, 'configHistory')) as ConfigHistory[];
    expect(history.slice(-2).map((entry) => [entry.source, entry.version])).toEqual([
      ['managed', 1],
      ['managed', 2],
    ]);

    const before = await keptOf(sources);
    await page.close();
    await sources.close();
    await welcome.close().catch(() => undefined);
    await makeKit(...common, '--config', await list(1, 4), '--version', '1.0.1', '--out', second);
    served = second;
    // Chromium looks every few hours: it is told to look now, and does the rest as it always does.
    const asking = await openPageOf(browser, id, 'manifest.json');
    await asking.evaluate(() => (globalThis as ExtensionScope).chrome.runtime.requestUpdateCheck());
    await asking.close();
    const unpacked = join(folder, 'profile/Default/Extensions', id);
    await waitFor(
      'the update',
      async () => ((await readdir(unpacked)).some((name) => name.startsWith('1.0.1')) ? true : null),
      90_000,
    );
    // It takes the old one's place when that has rested for a while, and at the latest with the next start.
    await browser.close();
    browser = await launchWithPolicies(join(folder, 'profile'));
    const own = await openPageOf(browser, id, 'manifest.json');
    const version = await own.evaluate(
      () => (globalThis as ExtensionScope).chrome.runtime.getManifest().version,
    );
    expect(version).toBe('1.0.1');
    const after = await keptOf(own);
    await waitFor('the new version’s scripts', async () => ((await registered(own)) > 0 ? true : null));
    expect(after).toEqual(before);
    expect(JSON.parse(before).actions).toBe(1);
  } finally {
    await browser?.close();
    await policy.remove();
    await server.close();
    await portals.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

const read = (page: Page, store: string) => page.evaluate(readStoreInPage, DATABASE, store);

async function managedVersion(page: Page): Promise<number | null> {
  const rows = (await read(page, 'configs')) as StoredConfig[];
  return rows.find(({ id }) => id === 'managed')?.config.version ?? null;
}

const registered = (page: Page) =>
  page.evaluate(
    async () => (await (globalThis as ExtensionScope).chrome.scripting.getRegisteredContentScripts()).length,
  );

/** What an update must not touch: consent, person, records, and that the hashing key is the same one. */
async function keptOf(page: Page): Promise<string> {
  const settings = (await read(page, 'settings')) as { key: string; value: unknown }[];
  const meta = await page.evaluate(async (database) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(database);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows = await new Promise<{ key: string; value: unknown }[]>((resolve) => {
      const asking = db.transaction('meta').objectStore('meta').getAll();
      asking.onsuccess = () => resolve(asking.result);
    });
    db.close();
    // The key can't be read out, which is the point of it; what it makes of a text tells it from others.
    const key = rows.find(({ value }) => value instanceof CryptoKey)?.value as CryptoKey;
    const mark = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('mark'));
    const installation = rows.find((row) => row.key === 'installationId')?.value;
    return { installation, mark: [...new Uint8Array(mark)].join() };
  }, DATABASE);
  return JSON.stringify({
    consentAt: settings.find(({ key }) => key === 'consentAt')?.value,
    personId: settings.find(({ key }) => key === 'personId')?.value,
    people: await read(page, 'people'),
    actions: (await read(page, 'actions')).length,
    entries: await read(page, 'entries'),
    meta,
  });
}
