// The pictures for the stores, 1280 x 800 in both languages, from a made-up quarter: written to .output/store/.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ROOT } from './harness/build';
import { fillLedger, pageOf } from './harness/fill-ledger';
import { painted } from './harness/painted';
import { openSession, startRecording } from './harness/recording';
import type { Session } from './harness/session';

const SHOTS = join(ROOT, '.output', 'store');
const SIZE = { width: 1280, height: 800 };
const VIEWS: { name: string; address: string; pick?: string }[] = [
  { name: '1-day', address: 'report.html' },
  { name: '2-quarter', address: 'report.html', pick: 'quarter' },
  { name: '3-record', address: 'report.html#record' },
  { name: '4-export', address: 'export.html' },
  { name: '5-portals', address: 'configs.html' },
];
const utcOffsetMin = -new Date().getTimezoneOffset();
const QUARTER = {
  seed: 11,
  days: 92,
  portals: 12,
  spans: 5_600,
  actions: 1_100,
  utcOffsetMin,
  today: dateKeyAt(Date.now(), utcOffsetMin),
};

test('pictures for the stores', async () => {
  test.setTimeout(240_000);
  await mkdir(SHOTS, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-store-pictures-'));
  try {
    const chinese = await openSession('chromium', { profile, firstRun: true, locale: 'zh-CN' });
    try {
      await startRecording(chinese);
      const page = await chinese.openExtensionPage('welcome.html');
      await fillLedger(pageOf(page), QUARTER);
      await page.close();
      await takePictures(chinese, 'zh_CN');
    } finally {
      await chinese.close();
    }
    const english = await openSession('chromium', { profile, locale: 'en-US' });
    await takePictures(english, 'en').finally(() => english.close());
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function takePictures(session: Session, language: string): Promise<void> {
  for (const { name, address, pick } of VIEWS) {
    const page = await session.openExtensionPage(address);
    await page.setViewport(SIZE);
    await painted(page);
    if (pick) {
      await page.click(`[data-range="${pick}"]`);
      await page.waitForSelector(`[data-range="${pick}"][aria-pressed="true"]`);
    }
    expect(await textOf(page), `${name} in ${language}: the made-up portals are on it`).toMatch(/\d/);
    const path = join(SHOTS, `${name}-${language}.png`) as `${string}.png`;
    // What the window shows: to resize it for the picture leaves the browser waiting for a frame now and then.
    const picture = await page.screenshot({ path, captureBeyondViewport: false });
    // Width and height of a PNG stand at its 17th byte.
    const head = new DataView(picture.buffer, picture.byteOffset);
    expect([head.getUint32(16), head.getUint32(20)], `${name} in ${language}`).toEqual([
      SIZE.width,
      SIZE.height,
    ]);
    await page.close();
  }
}

const textOf = (page: Page) => page.evaluate(() => document.querySelector('main')?.textContent ?? '');
