// A county's office lists its thirty systems: the table as Excel saved it, a name for the list, one slip mended,
// an address tried, the list saved and in force on this computer. The screenshots of the guide are made here.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { parseDomainConfig } from '../../utils/config/parse';
import { ROOT } from './harness/build';
import { allowDownloads, choose, fill, problemCount } from './harness/editing';
import { openSession, press } from './harness/recording';
import { type Session, waitFor } from './harness/session';

const TABLE = join(ROOT, 'tests/fixtures/thirty-systems-gbk.csv');
const PICTURES = join(ROOT, process.env.UPDATE_IMAGES ? 'docs/images' : 'test-results/config-editor');

let session: Session;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-editor-'));
  await mkdir(PICTURES, { recursive: true });
});
test.afterEach(async () => {
  await session.close();
  await rm(folder, { recursive: true, force: true });
});

test('from a table of thirty systems to a list in force', async () => {
  test.setTimeout(180_000);
  session = await openSession('chromium', { build: 'store' });
  const page = await session.openExtensionPage('configs.html#edit');
  await allowDownloads(page, folder);
  await page.setViewport({ width: 1000, height: 900 });

  await choose(page, 'open-table', TABLE);
  await waitFor('the rows', async () => ((await page.$$('.portal-rows li')).length === 30 ? true : null));
  await fill(page, '名录名称', '某县政务系统名录');
  await fill(page, '编号', 'xx-county');
  await fill(page, '发布单位', '某县减负办');
  expect(await problemCount(page)).toBe(0);
  await picture(page, 'editor-list');

  // A slip: half the country in one line, and a pasted address.
  await page.click('.portal-rows li:nth-child(4) .row');
  await fill(
    page,
    '网址（每行一个）',
    'https://gdbh.example.gov.cn/login.do?x=1#/map\n*://*.gov.cn/*\n*://*/*',
  );
  expect(await problemCount(page)).toBe(3);
  await picture(page, 'editor-mend');
  const offered = await page.$eval('.pattern-help button', (one) => one.textContent);
  expect(offered).toContain('https://gdbh.example.gov.cn/*');
  await page.click('.pattern-help button');
  expect((await page.$$('[data-confirm-broad]')).length, 'every website can’t be confirmed').toBe(1);
  expect(await page.$eval('[data-action=save-list]', (one) => (one as HTMLButtonElement).disabled)).toBe(
    true,
  );
  await page.click('[data-confirm-broad] input');
  expect(await problemCount(page)).toBe(1);
  await fill(page, '网址（每行一个）', 'https://gdbh.example.gov.cn/*');
  expect(await problemCount(page)).toBe(0);
  await page.click('.portal-rows li:nth-child(4) .row');

  const tester = (await page.$('.address-tester input')) as ElementHandle<HTMLInputElement>;
  await tester.type('https://mz.example.gov.cn/yanglao/web/#/report/2026');
  expect(await page.$eval('[data-tested]', (one) => one.textContent)).toContain('养老服务信息');

  await press(page, 'save-list');
  const saved = await waitFor('the file', async () => {
    const [name] = (await readdir(folder)).filter((each) => each.endsWith('.json'));
    return name ?? null;
  });
  expect(saved).toBe('xx-county-v1.json');
  const parsed = parseDomainConfig(new Uint8Array(await readFile(join(folder, saved))));
  expect(parsed.ok && parsed.value.config.portals.length).toBe(30);
  await press(page, 'save-policies');
  await waitFor('the zip', async () =>
    (await readdir(folder)).includes('xx-county-policies.zip') ? true : null,
  );
  await press(page, 'use-list');
  await waitFor('the list to be in use', async () => {
    const stored = await session.readDatabase<{ id: string; config: { id: string } }>('configs');
    return stored.some(({ id, config }) => id === 'imported' && config.id === 'xx-county') ? true : null;
  });
  await page.bringToFront();
  await page.click('a[href="#sources"]');
  await page.waitForSelector('[data-in-force=imported]');
  await picture(page, 'sources');
});

test('an old list is refused, and one press issues it again above the one in use', async () => {
  session = await openSession('chromium', { build: 'store' });
  const list = { format: 1, id: 'xx-county', version: 7, title: { 'zh-CN': '某县' }, portals: [PORTAL] };
  const file = async (version: number) => {
    const path = join(folder, `v${version}.json`);
    await writeFile(path, JSON.stringify({ ...list, version }));
    return path;
  };
  const page = await session.openExtensionPage('configs.html#edit');
  await choose(page, 'open-list', await file(7));
  await press(page, 'use-list');
  await waitForVersion(7);
  await page.bringToFront();
  await choose(page, 'open-list', await file(5));
  await press(page, 'use-list');
  await page.waitForSelector('[data-problem=olderVersion]');
  await waitForVersion(7);
  await page.bringToFront();
  await press(page, 'reissue');
  await press(page, 'use-list');
  await waitForVersion(8);
});

const PORTAL = {
  id: 'a',
  title: { 'zh-CN': '甲' },
  category: 'reporting',
  match: ['https://a.example.gov.cn/*'],
};

async function waitForVersion(version: number): Promise<void> {
  await waitFor(`version ${version}`, async () => {
    const [stored] = await session.readDatabase<{ config: { version: number } }>('configs');
    return stored?.config.version === version ? true : null;
  });
}

async function picture(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const path = join(PICTURES, scheme === 'light' ? `${name}.png` : `${name}-dark.png`);
    if (scheme === 'dark' && process.env.UPDATE_IMAGES) continue;
    await page.screenshot({ path: path as `${string}.png`, fullPage: true });
  }
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
}
