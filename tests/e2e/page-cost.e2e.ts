// The costs that can be counted exactly; `npm run bench` measures the others.
import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { openBare } from '../bench/bare-browser';
import { serveFields } from '../bench/fields-page';
import { look, type Presence } from '../bench/measure-page';
import { openSession, startRecording } from './harness/recording';

interface Seen {
  elsewhere: Presence;
  portal: Presence;
}

async function see(browser: Browser, port: number): Promise<Seen> {
  const elsewhere = await look(browser, `http://127.0.0.1:${port}/form/x`);
  const address = `http://plain-a.test:${port}/form/x`;
  const portal = await look(browser, address);
  return { elsewhere, portal };
}

test('costs nothing elsewhere', async ({ browserName: _ }, info) => {
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
  } finally {
    server.close();
  }
});
