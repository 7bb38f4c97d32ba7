// Export, backup, restore and the workbench in real Firefox: the story of packages.e2e.ts, short. The made-up
// records lie in the database as the recorder would have left them.
import 'fake-indexeddb/auto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { openPackage } from '../../utils/export/package-reader';
import { openDatabase } from '../../utils/storage/database';
import { fillLedger } from '../fixtures/ledger-year';
import { joinBytes, makePackage } from '../integration/export/package';
import { painted } from './harness/painted';
import { openSession, press } from './harness/recording';
import { type Session, waitFor } from './harness/session';

const RANGE = { from: '2026-03-02', to: '2026-03-20' };
const PEOPLE = 7;
type Rows = Record<string, unknown>[];

let session: Session;
let downloads: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  downloads = await mkdtemp(join(tmpdir(), 'fingertip-ledger-downloads-'));
  session = await openSession('firefox', {
    prefs: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.manager.showWhenStarting': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/zip,application/octet-stream',
    },
  });
  const welcome = await session.openExtensionPage('welcome.html');
  await press(welcome, 'start-recording');
  const person = await waitFor(
    'the first person',
    async () => (await session.readDatabase<{ id: string }>('people'))[0] ?? null,
  );
  await putRows(welcome, await madeRows(person.id));
  await welcome.close();
});

test.afterAll(async () => {
  await session.close();
  await rm(downloads, { recursive: true, force: true });
});

async function madeRows(personId: string): Promise<Record<string, Rows>> {
  const db = openDatabase(`made-${personId}`);
  await fillLedger(db, { ...RANGE, personId, seed: 5, spansADay: 12 });
  const all: Record<string, Rows> = {};
  for (const store of ['spans', 'actions', 'days'] as const)
    all[store] = (await db[store].toArray()) as unknown as Rows;
  all.coverage = (await db.coverage.toArray()).map((row) => ({ ...row, id: (row.id ?? 0) + 1_000 }));
  all.configHistory = (await db.configHistory.toArray()).map((row) => ({ ...row, id: 0 })) as unknown as Rows;
  return all;
}

/** Rows as text: a page of another process takes no objects with prototypes of their own. */
async function putRows(page: Page, rows: Record<string, Rows>): Promise<void> {
  await page.evaluate(async (text: string) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
    });
    for (const [store, some] of Object.entries(JSON.parse(text) as Record<string, object[]>)) {
      const writing = db.transaction(store, 'readwrite');
      for (const row of some) writing.objectStore(store).put(row);
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
    }
    db.close();
  }, JSON.stringify(rows));
}

async function openPage(name: string): Promise<Page> {
  const page = await session.openExtensionPage(`${name}.html`);
  await painted(page);
  return page;
}

/** The page may lie below the fold, where a click of the protocol's own doesn't reach. */
const click = (page: Page, selector: string) =>
  page.evaluate((at: string) => document.querySelector<HTMLElement>(at)?.click(), selector);

/** The one file that comes after `act`, when it has come whole. */
async function downloaded(
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const before = new Set(await readdir(downloads));
  await act();
  const name = await waitFor(
    'a download',
    async () => {
      const names = (await readdir(downloads)).filter((one) => !before.has(one));
      return names.length === 1 && !names[0]?.endsWith('.part') ? (names[0] ?? null) : null;
    },
    60_000,
  );
  // Firefox makes an empty file first and moves the whole one over it.
  const bytes = await waitFor('the whole of it', async () => {
    const read = await readFile(join(downloads, name)).catch(() => null);
    return read && read.length > 0 ? new Uint8Array(read) : null;
  });
  return { name, bytes };
}

async function save(page: Page) {
  return downloaded(async () => {
    await click(page, '[data-action="export"]');
    await waitFor('the file to be made', () => page.$('[data-save="saved"]'), 60_000);
  });
}

function table(zip: Uint8Array, name: string): Record<string, string>[] {
  const [head = '', ...lines] = new TextDecoder()
    .decode(unzipSync(zip)[`data/${name}.csv`])
    .trim()
    .split('\r\n');
  const names = head.replace('\uFEFF', '').split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}

test('a package from Firefox is whole and good, with Parquet in it', async () => {
  test.setTimeout(180_000);
  const page = await openPage('export');
  await click(page, 'input[value="L1"]');
  await page.evaluate(() => {
    const ticks = [...document.querySelectorAll('label')];
    ticks
      .find((label) => label.textContent?.includes('Parquet'))
      ?.querySelector('input')
      ?.click();
  });
  await waitFor('the details', () => page.$('.preview select'), 30_000);
  const { name, bytes } = await save(page);
  expect(name).toMatch(/^fingertip-ledger_L1_.*\.zip$/);
  const opened = await openPackage(new Blob([bytes]));
  expect(opened.ok).toBe(true);
  if (!opened.ok) return;
  for (const one of opened.value.tables)
    expect((await opened.value.read(one, () => undefined)).ok, one.name).toBe(true);
  expect(Object.keys(unzipSync(bytes))).toContain('data/spans.parquet');
  expect(table(bytes, 'spans')).toHaveLength((await session.readDatabase('spans')).length);
  const days = await session.readDatabase<{ checkIns: number }>('days');
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(sum(table(bytes, 'days').map((row) => Number(row.check_ins)))).toBe(
    sum(days.map((row) => row.checkIns)),
  );
  await page.close();
});

test('a sealed backup from Firefox brings back what was lost, once', async () => {
  test.setTimeout(240_000);
  const page = await openPage('export');
  await click(page, 'input[value="L0"]');
  const fields = await waitFor('the passphrase', async () => {
    const found = await page.$$('input[type="password"]');
    return found.length >= 2 ? found : null;
  });
  for (const field of fields.slice(0, 2)) await field.type('march 2026 ledger');
  const { name, bytes } = await save(page);
  expect(name).toMatch(/\.sealed$/);
  const file = join(downloads, name);
  await writeFile(file, bytes);
  const before = { spans: await session.readDatabase('spans'), days: await session.readDatabase('days') };
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
  await page.close();
  for (const added of [true, false]) {
    const restoring = await openPage('export');
    const input = (await restoring.$('[data-action="choose-backup"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    const field = await waitFor('the lock', () =>
      restoring.$('form:has(button[type="submit"]) input[type="password"]'),
    );
    await field.type('march 2026 ledger');
    await click(restoring, 'form:has(input[type="password"]) button[type="submit"]');
    await waitFor('the preview', () => restoring.$('[data-action="restore"]'), 60_000);
    await click(restoring, '[data-action="restore"]');
    await waitFor('the end', () => restoring.$('[data-restore="done"]'), 60_000);
    const said = await restoring.evaluate(
      () => document.querySelector('[data-restore="done"]')?.textContent ?? '',
    );
    expect(Number(/\d+/.exec(said.replaceAll(',', ''))?.[0] ?? '0') > 0, said).toBe(added);
    expect(await session.readDatabase('spans')).toEqual(before.spans);
    expect(await session.readDatabase('days')).toEqual(before.days);
    await restoring.close();
  }
});

test('the workbench in Firefox checks, merges and releases', async () => {
  test.setTimeout(240_000);
  const paths: string[] = [];
  for (let i = 1; i <= PEOPLE; i++) {
    const personId = String(i).repeat(32);
    const db = openDatabase(`person-${i}`);
    await db.meta.put({ key: 'installationId', value: `browser ${i}` });
    await fillLedger(db, { ...RANGE, personId, seed: i, spansADay: 12 });
    const { pieces } = await makePackage(db, {
      ...RANGE,
      personId,
      level: 'L2',
      digest: String(i).repeat(64),
    });
    // Beside the downloads, not among them.
    paths.push(join(session.profile, `${i}.zip`));
    await writeFile(paths.at(-1) as string, joinBytes(pieces));
  }
  const page = await openPage('workbench');
  const input = (await page.$('[data-action="choose-packages"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
  await waitFor('the verdicts', () => page.$(`[data-usable="${PEOPLE}"][data-people="${PEOPLE}"]`), 60_000);
  await click(page, '[data-action="release"]');
  await waitFor('the release', () => page.$('[data-action="save-release"]'), 60_000);
  const release = await downloaded(() => click(page, '[data-action="save-release"]'));
  expect(release.name).toMatch(/^fingertip-ledger_L3_/);
  const cells = table(release.bytes, 'indicator_table');
  expect(cells.length).toBeGreaterThan(50);
  expect(cells.filter((cell) => cell.status === 'published' && Number(cell.people) < 5)).toEqual([]);
  const merged = await downloaded(() => click(page, '[data-action="merge"]'));
  expect(new Set(table(merged.bytes, 'days').map((row) => row.person_id)).size).toBe(PEOPLE);
  await page.close();
});
