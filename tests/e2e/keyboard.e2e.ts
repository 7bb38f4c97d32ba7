// The main tasks with the keyboard alone: Tab to a control, Enter or Space on it. A task that a control can't be
// reached for, or that leaves the focus nowhere, fails.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { dateKeyAt } from '../../utils/domain/local-day';
import { chromiumPath } from './harness/browsers';
import { ensureBuilt } from './harness/build';
import { fillLedger } from './harness/fill-ledger';
import { chromiumArguments, chromiumExtensionId, languageOf } from './harness/launch-chromium';

const MOST_TABS = 200;
const utcOffsetMin = -new Date().getTimezoneOffset();

test('the main tasks by keyboard alone', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-keyboard-'));
  const extension = join(profile, 'extension');
  await cp(await ensureBuilt('managed', 'chromium'), extension, { recursive: true });
  const context = await chromium.launchPersistentContext(join(profile, 'profile'), {
    executablePath: chromiumPath(),
    headless: true,
    args: chromiumArguments(extension, 'zh-CN'),
    env: { ...process.env, ...languageOf('zh-CN') } as Record<string, string>,
    locale: 'zh-CN',
  });
  try {
    const base = `chrome-extension://${await chromiumExtensionId(extension)}`;
    const open = async (name: string) => {
      const page = await context.newPage();
      await page.goto(`${base}/${name}`);
      await page.waitForSelector('html[data-ready]');
      return page;
    };
    await test.step('consent', async () => {
      const page = await open('welcome.html');
      await press(page, '[data-action="start-recording"]');
      await page.waitForSelector('[role="status"] h1');
      const today = dateKeyAt(Date.now(), utcOffsetMin);
      await fillLedger(page, {
        seed: 3,
        days: 40,
        portals: 6,
        spans: 800,
        actions: 300,
        utcOffsetMin,
        today,
      });
      await page.close();
    });
    await test.step('pause and go on', async () => {
      const page = await open('popup.html');
      await press(page, '[data-action="pause"]');
      await page.waitForSelector('[data-action="pause"][aria-pressed="true"]');
      await press(page, '[data-action="pause"]');
      await page.waitForSelector('[data-action="pause"][aria-pressed="false"]');
      await page.close();
    });
    await test.step('another range, its table, and what a figure means', async () => {
      const page = await open('report.html');
      await press(page, '[data-range="month"]');
      await page.waitForSelector('[data-range="month"][aria-pressed="true"]');
      // On the first of a month that is still the day alone.
      await page.waitForSelector('[data-range="day"][aria-pressed="false"]');
      await press(page, '.disclosure > button');
      await page.waitForSelector('.disclosure > button[aria-expanded="true"]');
      await press(page, '.term');
      await page.waitForSelector('.term[aria-expanded="true"] ~ .explanation');
      await page.close();
    });
    await test.step('print the statement', async () => {
      const page = await open('report.html#statement');
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '');
      });
      await press(page, '[data-range="month"]');
      await press(page, '[data-action="print"]');
      await page.waitForSelector('html[data-printed]');
      await page.close();
    });
    await test.step('find a row, ask why, strike it, take it back, and delete a day', async () => {
      const page = await open('report.html#record');
      await press(page, '.record-row > button');
      await page.waitForSelector('.record-row > button[aria-expanded="true"]');
      await press(page, '.record-row .corrections button:last-child');
      await page.waitForSelector('.record-row.struck');
      await press(page, '.correction button');
      await expect(page.locator('.record-row.struck')).toHaveCount(0, { timeout: 20_000 });
      await press(page, '.deletion .field button');
      await page.waitForSelector('[data-action="confirm-deletion"]');
      await press(page, '[data-action="confirm-deletion"]');
      await page.waitForSelector('.deletion [role="alert"] > p');
      await page.close();
    });
    await test.step('another idle timeout', async () => {
      const page = await open('settings.html');
      await tabTo(page, 'input[type="radio"]');
      await page.keyboard.press('ArrowDown');
      await page.waitForSelector('input[type="radio"]:checked:focus');
      await page.close();
    });
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs <= MOST_TABS; tabs++) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) {
      const seen = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement as Element);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
      });
      expect(seen, `the focus on ${selector} is seen`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${selector} by keyboard`);
}
