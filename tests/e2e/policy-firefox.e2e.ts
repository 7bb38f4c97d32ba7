// A real policy install in Firefox ESR: the kit's unsigned XPI and its policies.json, in a clean profile; then a
// changed policy, which Firefox reads at its next start.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { StoredConfig } from '../../utils/storage/database';
import { configFor } from './config-for';
import { firefoxPath } from './harness/browsers';
import { DATABASE, readStoreInPage } from './harness/database';
import { makeKit, serveKit } from './harness/deploy-kit';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { FIREFOX_POLICY, kitPolicy, MAY_WRITE_POLICIES, policyFile } from './harness/policy-files';
import { press } from './harness/recording';
import { waitFor } from './harness/session';

// Alone: every browser of this computer sees the policy.
test.skip(!MAY_WRITE_POLICIES, 'writes policies of the system: only with CI=1 or POLICY_TESTS=1, as root');

const GECKO_ID = 'fingertip-ledger@fingertip-ledger.org';

test('an unsigned XPI is installed by policies.json, and a changed policy is followed @alone', async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-policy-'));
  const kit = join(folder, 'kit');
  const profile = join(folder, 'profile');
  const server = await serveKit(() => kit);
  const policy = policyFile(FIREFOX_POLICY);
  const uuid = randomUUID();
  const list = (version: number) => JSON.stringify(configFor(PLAIN_PORTALS, 'xx-county', version));
  let browser: Browser | null = null;
  try {
    const file = join(folder, 'list.json');
    await writeFile(file, list(1));
    await makeKit(
      '--version',
      '1.0.0',
      '--browser',
      'firefox',
      '--url',
      server.url,
      '--config',
      file,
      '--out',
      kit,
      '--locked',
      'sources',
    );
    const written = JSON.parse(await readFile(kitPolicy(kit, 'firefox'), 'utf8'));
    await policy.write(JSON.stringify(written));

    browser = await launch(profile, uuid);
    const welcome = await waitForWelcome(browser, uuid);
    expect(server.asked).toContain('fingertip-ledger-1.0.0.xpi 200');
    await waitFor(
      'the policy’s list',
      async () => ((await managedVersion(welcome)) === 1 ? true : null),
      30_000,
    );
    await press(welcome, 'start-recording');
    await waitFor('consent', async () => ((await read(welcome, 'people')).length > 0 ? true : null));
    const before = JSON.stringify(await read(welcome, 'people'));
    await browser.close();

    written.policies['3rdparty'].Extensions[GECKO_ID].configJson = list(2);
    await policy.write(JSON.stringify(written));
    browser = await launch(profile, uuid);
    const page = await open(browser, uuid, 'configs.html#sources');
    await waitFor('the changed list', async () => ((await managedVersion(page)) === 2 ? true : null), 30_000);
    await page.waitForSelector('[data-in-force=managed]');
    const said = await page.evaluate(() => document.querySelector('.admin-decided')?.textContent ?? '');
    expect(said).toMatch(/set by a browser policy|由浏览器策略统一下发/);
    expect(JSON.stringify(await read(page, 'people'))).toBe(before);
  } finally {
    await browser?.close();
    await policy.remove();
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

function launch(profile: string, uuid: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: true,
    userDataDir: profile,
    protocolTimeout: 60_000,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: uuid }),
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
}

async function waitForWelcome(browser: Browser, uuid: string): Promise<Page> {
  return waitFor(
    'the welcome page',
    async () => {
      for (const page of await browser.pages()) {
        const address = await page.evaluate(() => location.href).catch(() => '');
        if (address === `moz-extension://${uuid}/welcome.html`) return page;
      }
      return null;
    },
    60_000,
  );
}

/** `goto` never resolves for these pages: the document is asked itself. */
async function open(browser: Browser, uuid: string, name: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(`moz-extension://${uuid}/${name}`).catch(() => undefined);
  await waitFor(
    name,
    async () => {
      const address = await page.evaluate(() => location.href).catch(() => '');
      return address.startsWith(`moz-extension://${uuid}/`) ? true : null;
    },
    30_000,
  );
  return page;
}

const read = (page: Page, store: string) => page.evaluate(readStoreInPage, DATABASE, store);

async function managedVersion(page: Page): Promise<number | null> {
  const rows = (await read(page, 'configs')) as StoredConfig[];
  return rows.find(({ id }) => id === 'managed')?.config.version ?? null;
}
