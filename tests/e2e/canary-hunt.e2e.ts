// After a day's work: what was typed, and where, is looked for in every file of the browser's profile, packed or
// not, and in the browser's own log of its network. What a browser keeps of pages by itself (addresses in its
// history) is told apart by the same day played without the extension.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { makeRandom } from '../../scripts/seed/random';
import { newDay, playDay } from '../faults/portal-day';
import { json, startStrangeServer } from '../integration/strange-server';
import { type PortalServer, servePortals } from '../portals/serve';
import { configFor } from './config-for';
import { chromiumPath } from './harness/browsers';
import { languageOf } from './harness/launch-chromium';
import { painted } from './harness/painted';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { type Find, huntIn, isOfExtension, placeOf } from './harness/profile-hunt';
import { openSession, settledActions, startRecording } from './harness/recording';
import type { ExtensionScope, Session } from './harness/session';
import { requestsInNetLog } from './harness/watchers';

const SEED = 11;
const FORMS = 25;
/** What is typed (portal-day.ts), and what stands in addresses and titles. */
const NEEDLES = ['金丝雀', 'canary', '1739100', 'canaryquery7788', '金丝雀标题'];
const CONTROL = 'planted-control-row-82713-对照';

let server: PortalServer;
let folder: string;
test.beforeEach(async () => {
  test.setTimeout(240_000);
  server = await servePortals(PLAIN_PORTALS);
  folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-hunt-'));
});
test.afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function playCanaryDay(page: Page): Promise<void> {
  const titled = `/?title=${encodeURIComponent('金丝雀标题')}&q=canaryquery7788#/canary3344`;
  await page.goto(`http://plain-a.test:${server.port}${titled}`);
  const day = newDay();
  await playDay(page, server, makeRandom(SEED), day, () => day.sent.length < FORMS);
  // A form that is filled in and left.
  await page.click('[name=note]').catch(() => undefined);
  await page.keyboard.type('金丝雀未发送');
  await page.goto('about:blank');
}

test('a day of work leaves nothing of ours in the profile, and nothing in the network log', async () => {
  const profile = join(folder, 'with');
  const netLog = join(folder, 'net.json');
  const session = await openSession('chromium', {
    profile,
    firstRun: true,
    args: [`--log-net-log=${netLog}`],
  });
  await startRecording(session);
  const page = await session.newPage();
  await playCanaryDay(page);
  const actions = await settledActions(session);
  expect(actions.filter((row) => row.outcome === 'accepted').length, 'it did record').toBeGreaterThan(
    FORMS / 2,
  );
  await lookAtPages(session);
  await plant(session);
  const id = new URL(session.extensionUrl('')).host;
  await session.close();

  const finds = await huntIn(profile, [...NEEDLES, CONTROL]);
  const ours = finds.filter(({ file }) => isOfExtension(file, id));
  const controls = ours.filter(({ needle }) => needle === CONTROL);
  expect(controls.length, 'the same search finds a planted row in our own files').toBeGreaterThan(0);
  expect(
    ours.filter(({ needle }) => needle !== CONTROL),
    'in our own files',
  ).toEqual([]);
  const elsewhere = finds.filter(({ file }) => !isOfExtension(file, id));
  expect(
    elsewhere.filter(({ needle }) => needle === CONTROL),
    'rows of ours outside our files',
  ).toEqual([]);

  const bare = join(folder, 'without');
  await playWithout(bare);
  const without = new Set(
    (await huntIn(bare, NEEDLES)).map(({ file, needle }) => `${placeOf(file)} ${needle}`),
  );
  expect(without.size, 'the browser itself keeps addresses: the search sees them').toBeGreaterThan(0);
  // The browser makes these from its history when it gets round to it, which a short day may or may not see.
  const isOfHistory = ({ file, needle }: Find) =>
    /^Default\/(Top Sites|Favicons|Shortcuts|Network Action Predictor)(-journal)?$/.test(file) &&
    without.has(`Default/History ${needle}`);
  expect(
    elsewhere.filter((find) => !without.has(`${placeOf(find.file)} ${find.needle}`) && !isOfHistory(find)),
    'in files that do not hold it without the extension',
  ).toEqual([]);

  const logged = await requestsInNetLog(netLog);
  expect(logged.filter(({ initiator }) => initiator.startsWith('http://plain-')).length).toBeGreaterThan(
    FORMS,
  );
  expect(logged.filter(isSentByUs), 'requests of the extension').toEqual([]);
});

test('with a subscription, only its address is asked', async () => {
  const lists = await startStrangeServer();
  const netLog = join(folder, 'net.json');
  const address = `${lists.origin.replace('127.0.0.1', 'plain-a.test')}/list.json`;
  lists.answers.set('/list.json', json(JSON.stringify(configFor(PLAIN_PORTALS, 'subscribed', 1))));
  const session = await openSession('chromium', { args: [`--log-net-log=${netLog}`] });
  await startRecording(session);
  const sources = await session.openExtensionPage('configs.html#sources');
  const data = { address, publicKey: null };
  await sources.evaluate(
    async (message) => (globalThis as ExtensionScope).chrome.runtime.sendMessage(message),
    { type: 'subscribe', data },
  );
  await sources.waitForSelector('[data-in-force=unsigned]');
  const page = await session.newPage();
  await playCanaryDay(page);
  expect((await settledActions(session)).length).toBeGreaterThan(0);
  await session.close();
  await lists.close();
  const asked = [
    ...new Set((await requestsInNetLog(netLog)).filter(isSentByUs).map(({ url }) => url)),
  ].sort();
  // The list, and the signature beside it.
  expect(asked).toContain(address);
  expect(asked.filter((url) => url !== address && url !== `${address}.sig`)).toEqual([]);
});

const isSentByUs = ({ url, initiator }: { url: string; initiator: string }) =>
  initiator.startsWith('chrome-extension://') && !/^(?:chrome-extension|data|blob):/.test(url);

/** What a person opens at the end of a day. */
async function lookAtPages(session: Session): Promise<void> {
  for (const name of ['popup.html', 'report.html', 'export.html', 'settings.html']) {
    const page = await session.openExtensionPage(name);
    await painted(page);
    await page.close();
  }
}

/** In a row that fits into one block, and in one so long that Blink packs it. */
async function plant(session: Session): Promise<void> {
  const page = await session.openExtensionPage('licences.json');
  await page.evaluate(async (control) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = db.transaction('people', 'readwrite');
    writing.objectStore('people').put({ id: 'control', name: control });
    writing.objectStore('people').put({ id: 'long', name: `${'甲乙'.repeat(20_000)}${control}` });
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    db.close();
  }, CONTROL);
  await page.close();
}

/** The same day in the same browser, which has never heard of the extension. */
async function playWithout(profile: string): Promise<void> {
  const args = [
    '--host-resolver-rules=MAP *.test 127.0.0.1',
    '--disable-background-networking',
    '--no-first-run',
  ];
  const browser: Browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    userDataDir: profile,
    args: [...args, '--lang=zh-CN', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, ...languageOf('zh-CN') },
  });
  await playCanaryDay(await browser.newPage());
  await browser.close();
}
