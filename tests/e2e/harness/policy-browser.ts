// Chromium as a person's: with the background networking that policy installs and updates go by.
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumPath } from './browsers';
import { waitFor } from './session';

export async function launchWithPolicies(profile: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: chromiumPath(),
    headless: true,
    enableExtensions: true,
    // Policy installs and updates are what these switches stop.
    ignoreDefaultArgs: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-extensions',
    ],
    userDataDir: profile,
    args: [
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_CN' },
  });
}

export async function waitForPage(browser: Browser, address: string): Promise<Page> {
  return waitFor(
    address,
    async () => (await browser.pages()).find((page) => page.url() === address) ?? null,
    60_000,
  );
}

export async function openPageOf(browser: Browser, id: string, name: string): Promise<Page> {
  const page = await browser.newPage();
  await page
    .goto(`chrome-extension://${id}/${name}`, { waitUntil: 'domcontentloaded' })
    .catch(() => undefined);
  return page;
}
