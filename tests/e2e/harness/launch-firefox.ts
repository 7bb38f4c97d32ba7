// Debian's Firefox ESR with the unpacked build, over WebDriver BiDi.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { firefoxPath } from './browsers';
import { DATABASE, readEverythingInPage, readStoreInPage } from './database';
import { answerOf, type LaunchOptions, type Session, waitFor } from './session';

interface FirefoxManifest {
  browser_specific_settings?: { gecko?: { id?: string } };
}

export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const manifest = JSON.parse(
    await readFile(join(options.extension, 'manifest.json'), 'utf8'),
  ) as FirefoxManifest;
  const geckoId = manifest.browser_specific_settings?.gecko?.id;
  if (!geckoId) throw new Error(`no gecko id in ${options.extension}/manifest.json`);
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'fingertip-ledger-firefox-')));
  // Firefox gives every installation a random address; known beforehand, its pages can be opened.
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath(),
    headless: options.headless ?? true,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 60_000,
    // Without system access BiDi refuses to look into moz-extension pages.
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
      'network.dns.localDomains': (options.hosts ?? []).join(','),
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.checkCompatibility': false,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'dom.security.https_first': false,
      ...options.prefs,
    },
    env: { ...process.env, ...options.env },
  });
  await browser.installExtension(options.archive ?? options.extension);

  const extensionUrl = (path: string) => `moz-extension://${uuid}/${path}`;
  const installTab = await waitFor(
    'the welcome page of a new installation',
    async () => {
      for (const page of await browser.pages()) {
        // BiDi leaves the page's own `url()` at about:blank for moz-extension addresses.
        const address = await answerOf(page.evaluate(() => location.href));
        if (address === extensionUrl('welcome.html')) return page;
      }
      return null;
    },
    30_000,
  );
  if (!options.keepWelcome) await installTab.close();
  const openExtensionPage = async (name: string): Promise<Page> => {
    const page = await browser.newPage();
    // `goto` never resolves for these pages: ask the document itself.
    page.goto(extensionUrl(name)).catch(() => undefined);
    await waitFor(`${name} in Firefox`, async () => {
      const [address, state] = await page
        .evaluate(() => [location.href, document.readyState] as const)
        .catch(() => ['', ''] as const);
      return address.startsWith(extensionUrl(name)) && state !== 'loading' ? true : null;
    });
    return page;
  };
  const inExtension = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await openExtensionPage('icons/48.png');
    try {
      return await work(page);
    } finally {
      await page.close();
    }
  };

  return {
    kind: 'firefox',
    browser,
    profile,
    extensionUrl,
    newPage: () => browser.newPage(),
    openExtensionPage,
    readDatabase: <T>(store: string) =>
      inExtension((page) => page.evaluate(readStoreInPage, DATABASE, store) as Promise<T[]>),
    readEverything: () => inExtension((page) => page.evaluate(readEverythingInPage)),
    killWorker() {
      throw new Error('BiDi knows no background scripts: worker death is tested in Chromium');
    },
    async kill() {
      const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
      browser.process()?.kill('SIGKILL');
      await ended;
    },
    async close() {
      await browser.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
