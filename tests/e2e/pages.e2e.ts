// The pages as a person sees them: both languages, light and dark, narrow and enlarged, with a day's data.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { dateKeyAt } from '../../utils/domain/local-day';
import { servePortals } from '../portals/serve';
import { chromiumPath } from './harness/browsers';
import { ensureBuilt, ROOT } from './harness/build';
import { fillLedger } from './harness/fill-ledger';
import { chromiumArguments, chromiumExtensionId, languageOf } from './harness/launch-chromium';
import { FIELDS, HOUSEHOLD } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { type ExtensionScope, waitFor } from './harness/session';

/** Each view by its page and where on it; `pick` names the range to choose first. */
const VIEWS: { page: string; fragment?: string; pick?: string }[] = [
  { page: 'popup' },
  { page: 'welcome' },
  { page: 'report' },
  { page: 'report', pick: 'quarter' },
  { page: 'report', fragment: 'statement', pick: 'month' },
  { page: 'report', fragment: 'record' },
  { page: 'settings' },
  { page: 'configs' },
  { page: 'export' },
  { page: 'workbench' },
];
/** Two months of a busy office, up to today. */
const HISTORY = {
  seed: 7,
  days: 60,
  portals: 15,
  spans: 6_000,
  actions: 1_500,
  utcOffsetMin: -new Date().getTimezoneOffset(),
};
/** 376: the popup's own width. 640: a window of 1280 enlarged to 200 %. 320: the narrowest of WCAG 1.4.10. */
const WIDTHS = [1280, 640, 320];
const SHOTS = join(ROOT, 'test-results', 'pages');

for (const locale of ['zh-CN', 'en-US']) {
  test(`pages in ${locale}`, async () => {
    test.setTimeout(480_000);
    await mkdir(SHOTS, { recursive: true });
    const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-pages-'));
    const extension = join(profile, 'extension');
    await cp(await ensureBuilt('managed', 'chromium'), extension, { recursive: true });
    const server = await servePortals(PLAIN_PORTALS);
    const context = await chromium.launchPersistentContext(join(profile, 'profile'), {
      executablePath: chromiumPath(),
      headless: true,
      args: chromiumArguments(extension, locale),
      env: { ...process.env, ...languageOf(locale) } as Record<string, string>,
      locale,
    });
    try {
      const base = `chrome-extension://${await chromiumExtensionId(extension)}`;
      await showBefore(context, base, locale);
      await recordSomething(context, base, server.port);
      for (const view of VIEWS) await lookAt(context, base, view, locale);
    } finally {
      await context.close();
      await server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

async function openPage(
  context: BrowserContext,
  base: string,
  name: string,
  errors: string[],
  fragment = '',
): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${base}/${name}.html#${fragment}`);
  await page.waitForSelector('html[data-ready]', { timeout: 10_000 });
  return page;
}

async function showBefore(context: BrowserContext, base: string, locale: string): Promise<void> {
  for (const page of ['welcome', 'popup', 'report', 'settings'])
    await lookAt(context, base, { page }, locale, 'before-consent');
}

async function recordSomething(context: BrowserContext, base: string, port: number): Promise<void> {
  const welcome = await openPage(context, base, 'welcome', []);
  await welcome.click('[data-action="start-recording"]');
  await waitFor('the content script to be registered', () =>
    welcome.evaluate(async () => {
      const { scripting } = (globalThis as ExtensionScope).chrome;
      return (await scripting.getRegisteredContentScripts()).length > 0 || null;
    }),
  );
  const today = dateKeyAt(Date.now(), HISTORY.utcOffsetMin);
  await fillLedger(welcome, { ...HISTORY, today });
  await welcome.close();
  for (const host of ['plain-a.test', 'plain-b.test', 'plain-c.test']) {
    const page = await context.newPage();
    await page.goto(`http://${host}:${port}/`);
    for (const field of FIELDS) await page.locator(`[name=${field}]`).pressSequentially(HOUSEHOLD[field]);
    await page.click('#send');
    await page.waitForFunction(() => document.querySelector('#said')?.textContent !== '');
    // Long enough to be one of the day's portals (10 s of activity).
    await page.locator('[name=note]').pressSequentially('再次走访，情况属实。', { delay: 1_000 });
    await page.close();
  }
}

async function lookAt(
  context: BrowserContext,
  base: string,
  { page: name, fragment, pick }: (typeof VIEWS)[number],
  locale: string,
  state = 'day',
) {
  const errors: string[] = [];
  const page = await openPage(context, base, name, errors, fragment);
  const view = [name, fragment, pick].filter(Boolean).join('-');
  if (pick) await page.click(`[data-range="${pick}"]`);
  if (fragment === 'record') {
    await page.click('.record-row button');
    await page.click('[data-action="delete-everything"]');
  }
  const where = `${view} in ${locale} (${state})`;
  expect.soft(await page.getAttribute('html', 'lang'), where).toMatch(locale === 'zh-CN' ? /^zh/ : /^en/);
  expect.soft(await page.title(), where).not.toBe('');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of name === 'popup' ? [376, 320] : WIDTHS) {
      await page.setViewportSize({ width, height: name === 'popup' ? 600 : 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${where}: overflow at ${width} px`).toBeLessThanOrEqual(0);
      const spilled = await page.evaluate(textsOutOfTheirBoxes);
      expect.soft(spilled, `${where}: text out of its box at ${width} px`).toEqual([]);
      const path = join(SHOTS, `${view}-${state}-${locale}-${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    const axe = new AxeBuilder({ page });
    // In the dark nothing but the colours is another.
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(', ')}`);
    expect.soft(found, `${where}, ${colorScheme}: axe-core`).toEqual([]);
  }
  await lookInForcedColours(page, where, join(SHOTS, `${view}-${state}-${locale}-forced.png`));
  if (pick === 'quarter') await printEveryRow(page, where, join(SHOTS, `${view}-${locale}.pdf`));
  if (fragment === 'statement') await printOnOnePage(page, where, join(SHOTS, `${view}-${locale}.pdf`));
  expect.soft(errors, `${where}: console`).toEqual([]);
  await page.close();
}

/** Runs in the page: what says more than its box can show, where nothing scrolls and nothing is cut on purpose. */
function textsOutOfTheirBoxes(): string[] {
  const boxes = document.querySelectorAll<HTMLElement>(
    'button, a, th, td, dt, dd, label, legend, h1, h2, h3, p, li',
  );
  return [...boxes]
    .filter((box) => box.checkVisibility() && !box.closest('.clip, .scroll, .unseen'))
    .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1)
    .map((box) => `${box.tagName} ${box.className}: ${box.textContent?.slice(0, 40)}`);
}

async function lookInForcedColours(page: Page, where: string, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' });
  await page.screenshot({ path, fullPage: true });
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect.soft(moving, `${where}: moves although asked not to`).toBe(0);
  await page.emulateMedia({ forcedColors: 'none' });
}

async function printOnOnePage(page: Page, where: string, path: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ path, preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  expect.soft(pages, `${where}: printed pages`).toBe(1);
}

/** Each row is counted when the browser is about to lay the paper out. */
async function printEveryRow(page: Page, where: string, path: string): Promise<void> {
  const rows = () => page.locator('.pairs [data-pair]').count();
  const onScreen = await rows();
  // Listens after the table: what it has not drawn by now is not on the paper.
  await page.evaluate(() => {
    const count = () => {
      document.documentElement.dataset.printed = String(
        document.querySelectorAll('.pairs [data-pair]').length,
      );
    };
    addEventListener('beforeprint', count, { once: true });
  });
  await page.pdf({ path, preferCSSPageSize: true });
  const printed = Number(await page.getAttribute('html', 'data-printed'));
  expect.soft(onScreen, `${where}: rows on the screen`).toBe(8);
  expect.soft(printed, `${where}: rows on paper`).toBeGreaterThan(onScreen);
  expect.soft(await rows(), `${where}: rows after printing`).toBe(onScreen);
}
