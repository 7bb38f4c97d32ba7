// The same in a real browser: an export of L1 with Parquet from IndexedDB against merely reading those rows by
// the same index, and the page's heap meanwhile. Run with tsx, sizes as arguments.
import { ensureBuilt } from '../e2e/harness/build';
import { launchChromium } from '../e2e/harness/launch-chromium';
import { waitFor } from '../e2e/harness/session';

const SIZES = process.argv.slice(2).map(Number);
const MEGABYTE = 1 << 20;
/** tsx names inner functions by a helper that a page doesn't have. */
const NAMES = 'globalThis.__name = (named) => named';
const [FROM, DAYS] = ['2025-01-01', 365];

/** In the page: rows as the recorder writes them, `perDay` spans and a third as many actions on each date. */
async function seed(from: string, days: number, spansADay: number): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('fingertip-ledger');
    opening.onsuccess = () => resolve(opening.result);
  });
  const people = await new Promise<{ id: string }[]>((resolve) => {
    const asking = db.transaction('people').objectStore('people').getAll();
    asking.onsuccess = () => resolve(asking.result);
  });
  const personId = people[0]?.id;
  const hex = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  let rows = 0;
  const clearing = db.transaction(['spans', 'actions', 'days'], 'readwrite');
  for (const store of ['spans', 'actions', 'days']) clearing.objectStore(store).clear();
  await new Promise((resolve) => clearing.addEventListener('complete', resolve));
  for (let d = 0; d < days; d++) {
    const midnight = Date.parse(`${from}T00:00:00Z`) + d * 86_400_000;
    const localDate = new Date(midnight).toISOString().slice(0, 10);
    const writing = db.transaction(['spans', 'actions', 'days'], 'readwrite');
    const common = {
      personId,
      route: '/web/#/report/:n',
      utcOffsetMin: 0,
      localDate,
      configHash: 'c'.repeat(64),
    };
    writing
      .objectStore('days')
      .put({ ...common, portalId: 'plain-a', burden: true, sharedFrom: [], repeatedForms: [] });
    for (let i = 0; i < spansADay; i++) {
      const visitId = hex();
      const portalId = `plain-${'abc'[i % 3]}`;
      const startedAt = midnight + Math.floor((i / spansADay) * 86_000_000);
      const openMs = Math.floor(60_000_000 / spansADay);
      rows += 1;
      writing.objectStore('spans').put({
        ...common,
        id: `${visitId}:0`,
        visitId,
        portalId,
        depth: 0,
        startedAt,
        endedAt: startedAt + openMs,
        openMs,
        gaps: [[5_000, 16_000]],
        endReason: 'blurred',
      });
      if (i % 3 !== 0) continue;
      rows += 1;
      writing.objectStore('actions').put({
        ...common,
        id: hex(),
        portalId,
        kind: 'submission',
        formKey: 'abc',
        startedAt,
        at: startedAt + openMs,
        settledAt: startedAt + openMs,
        activeMs: openMs,
        outcome: 'accepted',
        confidence: 'confirmed',
        evidence: ['request:ok'],
        fields: { total: 9, edited: 7, typed: 5, pasted: 1, chosen: 1, filled: 0 },
        uploads: { images: 0, videos: 0, documents: 0 },
        repeat: null,
      });
    }
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
  }
  db.close();
  return rows;
}

/** In the page: every span and action by person and date, a date at a time, and nothing done with them. */
async function bareRead(from: string, days: number): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('fingertip-ledger');
    opening.onsuccess = () => resolve(opening.result);
  });
  const people = await new Promise<{ id: string }[]>((resolve) => {
    const asking = db.transaction('people').objectStore('people').getAll();
    asking.onsuccess = () => resolve(asking.result);
  });
  const startedAt = performance.now();
  for (let d = 0; d < days; d++) {
    const localDate = new Date(Date.parse(`${from}T00:00:00Z`) + d * 86_400_000).toISOString().slice(0, 10);
    for (const store of ['spans', 'actions'])
      await new Promise((resolve) => {
        const asking = db
          .transaction(store)
          .objectStore(store)
          .index('[personId+localDate]')
          .getAll([people[0]?.id ?? '', localDate]);
        asking.onsuccess = () => resolve(asking.result);
      });
  }
  db.close();
  return performance.now() - startedAt;
}

const session = await launchChromium({ extension: await ensureBuilt('managed', 'chromium') });
try {
  const welcome = await session.openExtensionPage('welcome.html');
  await welcome.waitForSelector('[data-action="start-recording"]');
  await welcome.click('[data-action="start-recording"]');
  await waitFor('the first person', async () => (await session.readDatabase('people'))[0] ?? null);
  await welcome.close();
  console.log('| rows | bare reading s | CSV + Parquet s | ratio | µs a row | peak heap of the page MB |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const size of SIZES.length > 0 ? SIZES : [100_000, 300_000, 1_000_000]) {
    const seeding = await session.openExtensionPage('settings.html');
    seeding.setDefaultTimeout(0);
    await seeding.evaluate(NAMES);
    const rows = await seeding.evaluate(seed, FROM, DAYS, Math.round((size * 3) / 4 / DAYS));
    await seeding.close();
    const page = await session.openExtensionPage('export.html');
    await page.waitForSelector('html[data-ready]', { timeout: 300_000 });
    await page.evaluate(NAMES);
    await page.evaluate(bareRead, FROM, DAYS);
    const bare = await page.evaluate(bareRead, FROM, DAYS);
    const click = (selector: string) =>
      page.evaluate((at) => (document.querySelector(at) as HTMLElement).click(), selector);
    await click('input[value="L1"]');
    await page.evaluate(() => {
      const tick = [...document.querySelectorAll('label')].find((label) =>
        label.textContent?.includes('Parquet'),
      );
      tick?.querySelector('input')?.click();
    });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    let heap = 0;
    const startedAt = performance.now();
    await click('[data-action="export"]');
    for (;;) {
      const state = await page.evaluate(() =>
        document.querySelector('[data-save]')?.getAttribute('data-save'),
      );
      heap = Math.max(heap, (await page.metrics()).JSHeapUsedSize ?? 0);
      if (state === 'saved') break;
      if (state === 'failed' || performance.now() - startedAt > 400_000)
        throw new Error(`the export is ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    const ms = performance.now() - startedAt;
    const cells = [
      rows,
      (bare / 1000).toFixed(1),
      (ms / 1000).toFixed(1),
      (ms / bare).toFixed(1),
      ((ms * 1000) / rows).toFixed(0),
      (heap / MEGABYTE).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    await page.close();
  }
} finally {
  await session.close();
}
