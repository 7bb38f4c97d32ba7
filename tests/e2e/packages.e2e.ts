// Export, backup, restore and the workbench in a real browser: files are really saved, opened and read back.
import 'fake-indexeddb/auto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Download, expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { openDatabase } from '../../utils/storage/database';
import { fillLedger } from '../fixtures/ledger-year';
import { joinBytes, makePackage } from '../integration/export/package';
import { chromiumPath } from './harness/browsers';
import { ensureBuilt, ROOT } from './harness/build';
import { chromiumArguments, chromiumExtensionId, languageOf } from './harness/launch-chromium';

const RANGE = { from: '2026-03-02', to: '2026-03-20' };
const SHOTS = join(ROOT, 'test-results', 'packages');
type Rows = Record<string, unknown>[];

let context: BrowserContext;
let base: string;
let profile: string;
let personId: string;

test.beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-packages-'));
  const extension = join(profile, 'extension');
  await cp(await ensureBuilt('managed', 'chromium'), extension, { recursive: true });
  context = await chromium.launchPersistentContext(join(profile, 'profile'), {
    executablePath: chromiumPath(),
    headless: true,
    acceptDownloads: true,
    args: chromiumArguments(extension, 'zh-CN'),
    env: { ...process.env, ...languageOf('zh-CN') } as Record<string, string>,
    locale: 'zh-CN',
  });
  base = `chrome-extension://${await chromiumExtensionId(extension)}`;
  const page = await openPage('welcome');
  await page.click('[data-action="start-recording"]');
  personId = await page.evaluate(async () => {
    for (;;) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('fingertip-ledger');
        opening.onsuccess = () => resolve(opening.result);
      });
      const people = await new Promise<{ id: string }[]>((resolve) => {
        const asking = db.transaction('people').objectStore('people').getAll();
        asking.onsuccess = () => resolve(asking.result);
      });
      db.close();
      if (people[0]) return people[0].id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await putRows(page, await madeRows(personId));
  await page.close();
});

test.afterAll(async () => {
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function openPage(name: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(String(error), name).toBe(''));
  await page.goto(`${base}/${name}.html`);
  await page.waitForSelector('html[data-ready]');
  return page;
}

async function madeRows(person: string): Promise<Record<string, Rows>> {
  const db = openDatabase(`made-${person}`);
  await fillLedger(db, { ...RANGE, personId: person, seed: 5, spansADay: 12 });
  const history = (await db.configHistory.toArray()).map((row) => ({ ...row, id: 0 }));
  return {
    spans: (await db.spans.toArray()) as unknown as Rows,
    actions: (await db.actions.toArray()) as unknown as Rows,
    days: (await db.days.toArray()) as unknown as Rows,
    coverage: (await db.coverage.toArray()).map(({ id, ...row }) => ({
      ...row,
      id: (id ?? 0) + 1_000,
    })) as Rows,
    configHistory: history as unknown as Rows,
  };
}

async function putRows(page: Page, rows: Record<string, Rows>): Promise<void> {
  await page.evaluate(async (all) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
    });
    for (const [store, some] of Object.entries(all)) {
      const writing = db.transaction(store, 'readwrite');
      for (const row of some) writing.objectStore(store).put(row);
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
    }
    db.close();
  }, rows);
}

const readRows = (page: Page, store: string): Promise<Rows> =>
  page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
      const asking = db.transaction(name).objectStore(name).getAll();
      asking.onsuccess = () => resolve(asking.result);
    });
    db.close();
    return rows;
  }, store);

async function saved(page: Page): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="export"]')]);
  await page.waitForSelector('[data-save="saved"]');
  return download;
}

async function table(download: Download, name: string): Promise<Record<string, string>[]> {
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  const [head = '', ...lines] = new TextDecoder().decode(files[`data/${name}.csv`]).trim().split('\r\n');
  const names = head.replace('\uFEFF', '').split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

test('what is shown is what is written, and what was struck is not', async () => {
  const page = await openPage('export');
  await page.getByLabel('从', { exact: true }).fill(RANGE.from);
  await page.getByLabel('到', { exact: true }).fill(RANGE.to);
  const shown = async (name: string) =>
    Number(await page.locator(`[data-total="${name}"]`).first().textContent());
  const made = (await readRows(page, 'days')) as { checkIns: number; localDate: string }[];
  const all = made.reduce((sum, row) => sum + row.checkIns, 0);
  await expect.poll(() => shown('check_ins')).toBe(all);
  await page.screenshot({ path: join(SHOTS, 'export-L2.png'), fullPage: true });

  const whole = await saved(page);
  expect(whole.suggestedFilename()).toMatch(/^fingertip-ledger_L2_2026-03-02_2026-03-20_[0-9a-f]{8}\.zip$/);
  const days = await table(whole, 'days');
  expect(days.reduce((sum, row) => sum + Number(row.check_ins), 0)).toBe(all);

  await page.click('[data-strike-day="2026-03-03"]');
  await page.getByRole('radio', { name: /去标识化明细/ }).check();
  const rest = made
    .filter((row) => row.localDate !== '2026-03-03')
    .reduce((sum, row) => sum + row.checkIns, 0);
  await expect.poll(() => shown('check_ins')).toBe(rest);
  await page.screenshot({ path: join(SHOTS, 'export-L1.png'), fullPage: true });
  const struck = await saved(page);
  for (const name of ['days', 'spans', 'visits', 'actions'])
    expect((await table(struck, name)).filter((row) => row.local_date === '2026-03-03')).toEqual([]);
  expect((await table(struck, 'spans')).length).toBeGreaterThan(100);
  await page.close();
});

test('an export that is cancelled leaves no file, and the next one is whole', async () => {
  const page = await openPage('export');
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await page.evaluate(() => {
    const seen = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>('[data-action="cancel-export"]');
      if (!button) return;
      seen.disconnect();
      button.click();
    });
    seen.observe(document.body, { childList: true, subtree: true });
    document.querySelector<HTMLElement>('[data-action="export"]')?.click();
  });
  await page.waitForSelector('[data-save="cancelled"]');
  expect(downloads).toBe(0);
  expect((await table(await saved(page), 'days')).length).toBeGreaterThan(50);
  expect(downloads).toBe(1);
  await page.close();
});

test('a sealed backup is looked at first, and brings back what was lost, once', async () => {
  const page = await openPage('export');
  await page.getByRole('radio', { name: /个人备份/ }).check();
  await page.getByLabel('口令（可以不设）').fill('三月的账本 2026');
  await page.getByLabel('再输一遍').fill('三月的账本 2026');
  const file = join(profile, 'backup.sealed');
  await (await saved(page)).saveAs(file);
  const before = { spans: await readRows(page, 'spans'), days: await readRows(page, 'days') };

  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
    });
    const clearing = db.transaction(['spans', 'actions', 'days'], 'readwrite');
    for (const store of ['spans', 'actions', 'days']) clearing.objectStore(store).clear();
    await new Promise((resolve) => clearing.addEventListener('complete', resolve));
    db.close();
  });
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await page.setInputFiles('[data-action="choose-backup"]', file);
  await page.getByLabel('备份的口令').fill('wrong one');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByText('口令不对')).toBeVisible();
  await page.getByLabel('备份的口令').fill('三月的账本 2026');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByText('其中 0 条')).toBeVisible();
  await page.screenshot({ path: join(SHOTS, 'restore.png'), fullPage: true });
  await page.click('[data-action="restore"]');
  await page.waitForSelector('[data-restore="done"]', { timeout: 60_000 });
  expect(await readRows(page, 'spans')).toEqual(before.spans);
  expect(await readRows(page, 'days')).toEqual(before.days);

  await page.setInputFiles('[data-action="choose-backup"]', file);
  await page.getByLabel('备份的口令').fill('三月的账本 2026');
  await page.getByRole('button', { name: '打开' }).click();
  await page.click('[data-action="restore"]');
  await expect(page.getByText('新添 0 条')).toBeVisible({ timeout: 60_000 });
  expect(await readRows(page, 'spans')).toEqual(before.spans);
  await page.close();
});

test('the workbench says what each file is, merges and releases', async () => {
  const folder = join(profile, 'packages');
  await mkdir(folder);
  const paths: string[] = [];
  for (let i = 1; i <= 9; i++) {
    const person = String(i).repeat(32);
    const db = openDatabase(`person-${i}`);
    await db.meta.put({ key: 'installationId', value: `browser ${i}` });
    await fillLedger(db, { ...RANGE, personId: person, seed: i, spansADay: 12 });
    const digest = String(i).repeat(64);
    const { name, pieces } = await makePackage(db, { ...RANGE, personId: person, level: 'L2', digest });
    paths.push(join(folder, `${i}-${name}`));
    await writeFile(paths.at(-1) as string, joinBytes(pieces));
  }
  const broken = join(folder, 'broken.zip');
  await writeFile(broken, (await readFile(paths[0] as string)).subarray(0, 2_000));

  const page = await openPage('workbench');
  await page.setInputFiles('[data-action="choose-packages"]', [...paths, paths[1] as string, broken]);
  await expect(page.locator('[data-usable="9"][data-people="9"]')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('tr[data-verdict="duplicate"]')).toHaveCount(1);
  await expect(page.locator('tr[data-verdict="broken"] [data-problem]')).toHaveCount(1);
  await page.click('[data-action="release"]');
  await page.waitForSelector('[data-action="save-release"]', { timeout: 30_000 });
  await page.screenshot({ path: join(SHOTS, 'workbench.png'), fullPage: true });
  const [release] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-action="save-release"]'),
  ]);
  expect(release.suggestedFilename()).toMatch(/^fingertip-ledger_L3_/);
  const cells = await table(release, 'indicator_table');
  expect(cells.length).toBeGreaterThan(50);
  expect(cells.filter((cell) => cell.status === 'published' && Number(cell.people) < 5)).toEqual([]);
  const [merged] = await Promise.all([page.waitForEvent('download'), page.click('[data-action="merge"]')]);
  expect(new Set((await table(merged, 'days')).map((row) => row.person_id)).size).toBe(9);
  await page.close();
});
