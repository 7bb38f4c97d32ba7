// Debian's Chromium with the unpacked build, headless unless told otherwise. Puppeteer and not Playwright:
// Playwright makes every page believe that it is visible and focused, and attention is what is measured.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumPath } from './browsers';
import { DATABASE, readEverythingInPage, readStoreInPage } from './database';
import { noteFailures } from './painted';
import { type LaunchOptions, type Session, waitFor } from './session';

/** The id that Chromium derives from the manifest's pinned key: its SHA-256 in the letters a to p. */
export async function chromiumExtensionId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as { key?: string };
  // Without a key the id comes from the folder's path.
  const seed = manifest.key ? Buffer.from(manifest.key, 'base64') : Buffer.from(extension);
  const digest = createHash('sha256').update(seed).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Puppeteer switches these on for calm tests; a person's browser has none of them. */
const UNLIKE_A_PERSON = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

export function chromiumArguments(extension: string, locale: string): string[] {
  return [
    `--load-extension=${extension}`,
    `--disable-extensions-except=${extension}`,
    '--host-resolver-rules=MAP *.test 127.0.0.1',
    '--disable-background-networking',
    '--no-first-run',
    `--lang=${locale}`,
    // Chromium refuses its sandbox to root, and needs it from everyone else.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * On Linux the interface follows LANGUAGE, not `--lang`. The locale itself must be one that every machine has:
 * with one that isn't installed Chromium can't open a file whose name is Chinese.
 */
export function languageOf(locale: string): Record<string, string> {
  return { LC_ALL: 'C.UTF-8', LANGUAGE: locale.replace('-', '_') };
}

export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'fingertip-ledger-chromium-')));
  const locale = options.locale ?? 'zh-CN';
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    headless: options.headless ?? true,
    enableExtensions: true,
    ignoreDefaultArgs: UNLIKE_A_PERSON,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 60_000,
    args: [...chromiumArguments(options.extension, locale), ...(options.args ?? [])],
    env: { ...process.env, ...languageOf(locale), ...options.env },
  });
  const id = await chromiumExtensionId(options.extension);
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  const isWorker = (url: string) => url.startsWith(extensionUrl(''));
  // Asked again and again: Puppeteer's own wait misses a worker whose address arrives after it was attached.
  const findWorker = () =>
    browser.targets().find((target) => target.type() === 'service_worker' && isWorker(target.url()));
  await waitFor('the background worker', () => findWorker() ?? null, 30_000);

  // The installation opens the welcome page by itself: it must not take the focus in the middle of a test.
  if (options.firstRun ?? !options.profile) {
    const installTab = await waitFor(
      'the welcome page of a new installation',
      async () => (await browser.pages()).find((page) => page.url() === extensionUrl('welcome.html')) ?? null,
      30_000,
    );
    await installTab.close();
  }

  const inExtension = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    // The manifest is of the extension's origin and runs none of its scripts: reading disturbs nothing.
    const page = await browser.newPage();
    try {
      await page.goto(extensionUrl('manifest.json'));
      return await work(page);
    } finally {
      await page.close();
    }
  };

  return {
    kind: 'chromium',
    browser,
    profile,
    extensionUrl,
    newPage: () => browser.newPage(),
    async openExtensionPage(name) {
      const page = await browser.newPage();
      noteFailures(page);
      await page.goto(extensionUrl(name), { waitUntil: 'domcontentloaded' });
      return page;
    },
    readDatabase: <T>(store: string) =>
      inExtension((page) => page.evaluate(readStoreInPage, DATABASE, store) as Promise<T[]>),
    readEverything: () => inExtension((page) => page.evaluate(readEverythingInPage)),
    async killWorker() {
      // Asked of the browser itself: Puppeteer's list may keep a worker that has long gone.
      const session = await browser.target().createCDPSession();
      const running = async () => {
        const { targetInfos } = await session.send('Target.getTargets');
        return targetInfos
          .filter(({ type, url }) => type === 'service_worker' && isWorker(url))
          .map(({ targetId }) => targetId);
      };
      const wanted = await running();
      await waitFor(
        'the worker to end',
        async () => {
          const left = (await running()).filter((id) => wanted.includes(id));
          // One that is just starting does not hear that it is to end: it is told until it has gone.
          for (const targetId of left)
            await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
          return left.length === 0 ? true : null;
        },
        30_000,
      );
      await session.detach();
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
