// Values never rest, nothing is sent, and where there is no portal or no consent the extension doesn't exist.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Action, Span } from '../../utils/domain/records';
import { type PortalServer, servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import { fillPlain, HOUSEHOLD, type PlainValues, sendPlain } from './harness/plain-acts';
import { ELSEWHERE, PLAIN_PORTALS } from './harness/plain-portals';
import { openSession, press, settledActions, startRecording } from './harness/recording';
import { type BrowserKind, type Session, waitFor } from './harness/session';
import { extensionWorlds, requestsInNetLog, watchWorker } from './harness/watchers';

/** Each place has its own, so that a find says where it came from. Digits, Latin and Han, whole and part. */
const CANARIES = {
  holder: '金丝雀甲户主',
  phone: '17391004455',
  address: 'canaryaddress9 金丝雀巷',
  note: '金丝雀乙 Canary-Note-5512 说明',
  title: '金丝雀丙标题',
  query: 'canaryquery7788',
  path: 'canary6677path金丝雀丁',
  hash: 'canaryhash3344',
} as const;
const NEEDLES = [
  ...Object.values(CANARIES),
  '金丝雀',
  'canary',
  '17391004',
  encodeURIComponent('金丝雀'),
  Buffer.from(CANARIES.note).toString('base64').slice(0, 20),
];
const CONTROL = 'planted-control-row-82713';

const findIn = (text: string, needles: readonly string[]) =>
  needles.filter((needle) => text.toLowerCase().includes(needle.toLowerCase()));

let server: PortalServer;
let session: Session;
let folder: string;
let kind: BrowserKind;
const at = (host: string, path = '/') => `http://${host}:${server.port}${path}`;

// biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are asked for
test.beforeEach(async ({}, info) => {
  test.setTimeout(180_000);
  kind = info.project.name as BrowserKind;
  server = await servePortals([...PLAIN_PORTALS, ELSEWHERE]);
  folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-netlog-'));
  const args = kind === 'chromium' ? [`--log-net-log=${join(folder, 'net.json')}`] : [];
  session = await openSession(kind, { hosts: hostsOf([...PLAIN_PORTALS, ELSEWHERE]), args });
});
test.afterEach(async () => {
  await session.close().catch(() => undefined);
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a form under an address full of canaries, fills it with canaries, and sends it. */
async function visitAndSubmit(page: Page, values: PlainValues = CANARIES): Promise<void> {
  const query = `?title=${encodeURIComponent(CANARIES.title)}&q=${CANARIES.query}`;
  await page.goto(at('plain-a.test', `/${encodeURIComponent(CANARIES.path)}${query}#/${CANARIES.hash}`));
  await fillPlain(page, values);
  await sendPlain(page);
}

test('what a person types is found nowhere, and nothing is sent', async () => {
  const worker = kind === 'chromium' ? await watchWorker(session) : null;
  await startRecording(session);
  const lines: string[] = [];
  const page = await session.newPage();
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(String(error)));
  await visitAndSubmit(page);
  await visitAndSubmit(page);
  const other = await session.newPage();
  other.on('console', (message) => lines.push(message.text()));
  await other.goto(at('plain-c.test', `/?title=${encodeURIComponent(CANARIES.title)}`));
  await fillPlain(other, CANARIES);
  // Filled and left: what isn't sent must not stay either.
  await other.goto('about:blank');

  const rows = await settledActions(session);
  expect(
    rows
      .map(({ outcome, evidence }) => ({ outcome, evidence }))
      .filter(({ outcome }) => outcome !== 'accepted'),
    'accepted, all of them',
  ).toEqual([]);
  expect(rows.length, 'it did record').toBe(2);
  expect((await session.readDatabase<{ hashes: string[] }>('entries')).length, 'it did hash').toBe(2);

  const kept = await session.readEverything();
  expect(findIn(kept, NEEDLES), 'in the database and the storage areas').toEqual([]);
  await plantControl();
  expect(findIn(await session.readEverything(), [CONTROL]), 'the same search finds what is there').toEqual([
    CONTROL,
  ]);
  const said = [...lines, ...(worker?.lines ?? [])].join('\n');
  expect(findIn(said, NEEDLES), 'in any console').toEqual([]);
  await expectHashesOnlyWhereTheyMayBe(said);
  expect(await exportKeyInPage(), 'the key').toEqual({ extractable: false, exported: 'refused' });

  if (!worker) return;
  const own = (url: string) => /^(chrome-extension|data|blob):/.test(url);
  expect(
    worker.requests.filter((url) => !own(url)),
    'requests of the worker',
  ).toEqual([]);
  await worker.stop();
  // Even if asked to, an extension page may not: its own policy allows itself alone. Only the worker, which
  // asks for a subscribed list, may reach further.
  const probe = await session.openExtensionPage('settings.html');
  const forbidden = await probe.evaluate(
    (url) =>
      fetch(url).then(
        () => 'sent',
        () => 'refused',
      ),
    at('elsewhere.test', '/sent'),
  );
  expect(forbidden).toBe('refused');
  await session.close();
  const logged = await requestsInNetLog(join(folder, 'net.json'));
  const by = (origin: string) => logged.filter(({ initiator }) => initiator.startsWith(origin));
  expect(
    by('http://plain-a.test').length,
    "the page's own requests are in the browser's log",
  ).toBeGreaterThan(0);
  const ours = by('chrome-extension://').filter(({ url }) => !own(url));
  expect(ours, "requests of the extension in the browser's log").toEqual([]);
});

/** Hashes of entries are in the two stores that are in no export, and nowhere else. */
async function expectHashesOnlyWhereTheyMayBe(said: string): Promise<void> {
  const entries = await session.readDatabase<{ hashes: string[] }>('entries');
  const hashes = entries.flatMap((row) => row.hashes);
  expect(hashes.length, 'there are hashes to look for').toBeGreaterThan(3);
  const kept = JSON.parse(await session.readEverything()) as Record<string, unknown>;
  const holding = Object.keys(kept).filter((place) => findIn(JSON.stringify(kept[place]), hashes).length > 0);
  expect(holding.sort(), 'places that hold hashes').toEqual([
    'fingertip-ledger/entries',
    'fingertip-ledger/waiting',
  ]);
  expect(findIn(said, hashes), 'hashes in any console').toEqual([]);
}

/** Even a page of the extension cannot get the key out. */
async function exportKeyInPage(): Promise<{ extractable: boolean; exported: string }> {
  const page = await session.openExtensionPage(kind === 'chromium' ? 'manifest.json' : 'icons/48.png');
  const answer = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const asking = db.transaction('meta').objectStore('meta').get('hmacKey');
    await new Promise((resolve) => {
      asking.onsuccess = resolve;
    });
    db.close();
    const key = (asking.result as { value: CryptoKey }).value;
    const exported = await crypto.subtle.exportKey('raw', key).then(
      () => 'exported',
      () => 'refused',
    );
    return { extractable: key.extractable, exported };
  });
  await page.close();
  return answer;
}

async function plantControl(): Promise<void> {
  const page = await session.openExtensionPage(kind === 'chromium' ? 'manifest.json' : 'icons/48.png');
  await page.evaluate(async (control) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('fingertip-ledger');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = db.transaction('people', 'readwrite');
    writing.objectStore('people').put({ id: 'control', name: control });
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    db.close();
  }, CONTROL);
  await page.close();
}

test('before consent nothing is recorded and nothing runs in a page', async () => {
  const page = await session.newPage();
  await visitAndSubmit(page);
  if (kind === 'chromium') expect(await extensionWorlds(session, page)).toEqual([]);
  for (const store of ['spans', 'actions', 'entries', 'days', 'coverage', 'people']) {
    expect(await session.readDatabase(store), store).toEqual([]);
  }
  expect(findIn(await session.readEverything(), NEEDLES)).toEqual([]);
});

test('while paused nothing is recorded', async () => {
  await startRecording(session);
  const page = await session.newPage();
  await visitAndSubmit(page, HOUSEHOLD);
  await settledActions(session);
  const popup = await session.openExtensionPage('popup.html');
  await press(popup, 'pause');
  await waitFor('the pause', () =>
    popup.evaluate(() =>
      document.querySelector('[data-action="pause"]')?.getAttribute('aria-pressed') === 'true' ? true : null,
    ),
  );
  const pausedAt = Date.now();
  await popup.close();
  const before = await settledActions(session);
  await page.bringToFront();
  await fillPlain(page, HOUSEHOLD);
  await sendPlain(page);
  const fresh = await session.newPage();
  await fresh.goto(at('plain-b.test'));
  await fillPlain(fresh, HOUSEHOLD);
  await sendPlain(fresh);
  await fresh.goto('about:blank');
  // Longer than a checkpoint of an open span takes.
  await new Promise((resolve) => setTimeout(resolve, 17_000));
  expect((await session.readDatabase<Action>('actions')).length, 'actions').toBe(before.length);
  const spans = await session.readDatabase<Span>('spans');
  expect(
    spans.filter((span) => span.endedAt > pausedAt + 500),
    'spans',
  ).toEqual([]);
  expect((await session.readDatabase('entries')).length, 'entries').toBe(1);
});

test('a page that is no portal has nothing of ours in it', async () => {
  test.skip(kind === 'firefox', 'BiDi shows no isolated worlds');
  await startRecording(session);
  const page = await session.newPage();
  await page.goto(at('plain-a.test'));
  expect((await extensionWorlds(session, page)).length, 'a portal has').toBeGreaterThan(0);
  await page.goto(at('elsewhere.test'));
  expect(await extensionWorlds(session, page)).toEqual([]);
  await fillPlain(page, HOUSEHOLD);
  await sendPlain(page);
  const spans = await session.readDatabase<Span>('spans');
  expect(spans.filter((span) => span.portalId !== 'plain-a')).toEqual([]);
  expect(await session.readDatabase('actions')).toEqual([]);
});

test('a page cannot tell that it is measured', async () => {
  /** What a page could notice: messages, events of its own document, new globals, nodes, changed natives. */
  const look = async () => {
    const page = await session.newPage();
    await page.evaluateOnNewDocument(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      addEventListener('message', ({ data }) => seen.push(`message ${JSON.stringify(data)}`));
      const dispatch = EventTarget.prototype.dispatchEvent;
      EventTarget.prototype.dispatchEvent = function (event) {
        seen.push(`event ${event.type}`);
        return dispatch.call(this, event);
      };
      document.addEventListener('wxt:content-script-started', () => seen.push('wxt'));
    });
    await page.goto(at('plain-a.test'), { waitUntil: 'load' });
    await fillPlain(page, HOUSEHOLD);
    await sendPlain(page);
    const found = await page.evaluate(() => ({
      seen: (globalThis as unknown as { seen: string[] }).seen,
      globals: Object.getOwnPropertyNames(globalThis).sort(),
      nodes: document.querySelectorAll('*').length,
      attributes: [...document.documentElement.attributes, ...document.body.attributes].map(
        ({ name }) => name,
      ),
      fetch: Function.prototype.toString.call(fetch),
      submit: Function.prototype.toString.call(HTMLFormElement.prototype.submit),
    }));
    await page.close();
    return found;
  };
  const without = await look();
  await startRecording(session);
  const measured = await look();
  expect(await session.readDatabase('spans'), 'the page was measured').not.toEqual([]);
  expect(measured).toEqual(without);
  expect(measured.seen).toEqual([]);
});
