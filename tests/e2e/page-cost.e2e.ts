// The costs that are cheap to measure, as counts and ratios with wide margins; `npm run bench` measures all of
// them properly.
import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { openBare } from '../bench/bare-browser';
import { serveFields } from '../bench/fields-page';
import { look, type Presence, timeKeys } from '../bench/measure-page';
import { median } from '../bench/table';
import { openSession, startRecording } from './harness/recording';

const KEYS = 48;
/** The bench's budget is half; a busy machine may not fail a build. */
const MOST_RATIO = 2;

interface Seen {
  elsewhere: Presence;
  portal: Presence;
  key: number;
}

async function see(browser: Browser, port: number): Promise<Seen> {
  const elsewhere = await look(browser, `http://127.0.0.1:${port}/form/x`);
  const address = `http://plain-a.test:${port}/form/x`;
  const portal = await look(browser, address);
  const page = await browser.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable');
  await page.goto(address, { waitUntil: 'load' });
  const key = median(await timeKeys(page, cdp, KEYS));
  await page.close();
  return { elsewhere, portal, key };
}

test('costs nothing elsewhere and little in a portal', async ({ browserName: _ }, info) => {
  info.setTimeout(180_000);
  const server = await serveFields();
  try {
    const bare = await openBare('listening');
    const listening = await see(bare.browser, server.port).finally(bare.close);
    const session = await openSession('chromium');
    await startRecording(session).catch(async (error) => {
      await session.close();
      throw error;
    });
    const own = await see(session.browser, server.port).finally(session.close);
    expect(own.elsewhere).toMatchObject({ bytes: 0, worlds: 0 });
    expect(own.elsewhere.listeners).toBe(listening.elsewhere.listeners);
    // It must be there at all, or the rest says nothing.
    expect(own.portal.worlds).toBeGreaterThan(0);
    expect(own.portal.bytes).toBeGreaterThan(0);
    expect(own.key / listening.key).toBeLessThan(MOST_RATIO);
  } finally {
    server.close();
  }
});
