// Measures what an extension costs one page, by the browser's own counters (Chromium's debugging protocol).
import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** Eight keys a second: fast typing. */
const KEY_MS = 125;
const KEYS_PER_FIELD = 8;
const STRETCH_MS = 10_000;

export interface Presence {
  bytes: number;
  listeners: number;
  worlds: number;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What of an extension is in a page: bytes of its scripts, its worlds, and all listeners there are. */
export async function look(browser: Browser, address: string): Promise<Presence> {
  const page = await browser.newPage();
  const cdp = await page.createCDPSession();
  let bytes = 0;
  let worlds = 0;
  cdp.on('Debugger.scriptParsed', ({ url, length = 0 }) => {
    if (url.startsWith('chrome-extension://')) bytes += length;
  });
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds += 1;
  });
  await cdp.send('Debugger.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Performance.enable');
  await page.goto(address, { waitUntil: 'load' });
  await wait(500);
  const listeners = await metric(cdp, 'JSEventListeners');
  await page.close();
  return { bytes, listeners, worlds };
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}
const scriptMs = async (cdp: CDPSession) => 1_000 * (await metric(cdp, 'ScriptDuration'));

/** A new page each time; all garbage gone. */
export async function readHeap(browser: Browser, address: string, times: number): Promise<number[]> {
  const sizes: number[] = [];
  for (let i = 0; i < times; i++) {
    const page = await browser.newPage();
    const cdp = await page.createCDPSession();
    await page.goto(address, { waitUntil: 'load' });
    await page.bringToFront();
    await page.click('input');
    await page.keyboard.type('走访记录', { delay: 50 });
    await wait(1_500);
    for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
    sizes.push((await cdp.send('Runtime.getHeapUsage')).usedSize);
    await page.close();
  }
  return sizes;
}

export async function timeLoads(
  page: Page,
  cdp: CDPSession,
  address: string,
  loads: number,
): Promise<number[]> {
  await page.goto(address, { waitUntil: 'load' });
  const times: number[] = [];
  for (let i = 0; i < loads; i++) {
    await wait(300);
    const before = await scriptMs(cdp);
    await page.reload({ waitUntil: 'load' });
    await wait(300);
    const after = await scriptMs(cdp);
    // A new process counts from nothing.
    times.push(after >= before ? after - before : after);
  }
  return times;
}

export async function timeKeys(page: Page, cdp: CDPSession, keys: number): Promise<number[]> {
  await page.bringToFront();
  const fields = await page.$$('input');
  const times: number[] = [];
  for (let at = 0; at < keys / KEYS_PER_FIELD; at++) {
    await fields[at]?.click();
    await wait(KEY_MS);
    const before = await scriptMs(cdp);
    for (let key = 0; key < KEYS_PER_FIELD; key++) {
      await page.keyboard.press('a');
      await wait(KEY_MS);
    }
    times.push((1_000 * ((await scriptMs(cdp)) - before)) / KEYS_PER_FIELD);
  }
  return times;
}

export async function timeRest(
  cdp: CDPSession,
  begin: () => Promise<void>,
  stretches: number,
): Promise<number[]> {
  await begin();
  await wait(2_000);
  const times: number[] = [];
  for (let i = 0; i < stretches; i++) {
    const before = await scriptMs(cdp);
    await wait(STRETCH_MS);
    times.push(((await scriptMs(cdp)) - before) / (STRETCH_MS / 1_000));
  }
  return times;
}
