// A subscription in the real browser, against a server that misbehaves: the list in force changes with a good
// answer and stays with every bad one, the page says why, and open pages follow.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Span } from '../../utils/domain/records';
import type { ConfigHistory, StoredConfig } from '../../utils/storage/database';
import {
  endless,
  gzipBomb,
  json,
  type StrangeServer,
  slowDrip,
  startStrangeServer,
  status,
  withEtag,
} from '../integration/strange-server';
import { type PortalServer, servePortals } from '../portals/serve';
import { configFor } from './config-for';
import { fillPlain, HOUSEHOLD, sendPlain } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { openSession, settledActions, startRecording } from './harness/recording';
import { type ExtensionScope, type Session, waitFor } from './harness/session';

let session: Session;
let lists: StrangeServer;
let portals: PortalServer;

test.beforeEach(async () => {
  lists = await startStrangeServer();
  portals = await servePortals(PLAIN_PORTALS);
});
test.afterEach(async () => {
  await session.close();
  await lists.close();
  await portals.close();
});

/** A good key of nobody's. */
const STRANGE_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64');

const list = (version: number, count: number) =>
  JSON.stringify(configFor(PLAIN_PORTALS.slice(0, count), 'subscribed', version));

test('a form that the list leaves out is not counted; the same form elsewhere is', async () => {
  session = await openSession('chromium');
  await startRecording(session);
  const config = configFor(PLAIN_PORTALS, 'with-rules', 1) as { portals: { forms?: object[] }[] };
  const [a] = config.portals;
  if (a) a.forms = [{ route: '/left-out', ignore: true }];
  const page = await session.openExtensionPage('configs.html');
  const text = JSON.stringify(config);
  expect(await command(page, 'importConfig', { text })).toMatchObject({ ok: true });
  const work = await session.newPage();
  for (const path of ['left-out', 'counted']) {
    await work.goto(`http://plain-a.test:${portals.port}/${path}`);
    await fillPlain(work, HOUSEHOLD);
    await sendPlain(work);
  }
  await work.goto('about:blank');
  const actions = await settledActions(session);
  expect(actions.map(({ route, outcome }) => [route, outcome])).toEqual([['/counted', 'accepted']]);
  const spans = await session.readDatabase<Span>('spans');
  expect(
    spans.some((span) => span.route === '/left-out'),
    'its time counts',
  ).toBe(true);
});

test('a subscription is followed, and every bad answer is named', async () => {
  test.setTimeout(200_000);
  // The organisation's build has the hosts already: the browser's own question can't be answered here.
  session = await openSession('chromium');
  await startRecording(session);
  expect(lists.asked, 'nobody subscribed, nothing is asked').toEqual([]);

  lists.answers.set('/list.json', json(list(1, 2)));
  const page = await session.openExtensionPage('configs.html#sources');
  const address = `${lists.origin.replace('127.0.0.1', 'plain-a.test')}/list.json`;
  expect(await command(page, 'subscribe', { address, publicKey: null })).toMatchObject({ ok: true });
  await page.waitForSelector('[data-in-force=unsigned]');

  const work = await session.newPage();
  await work.goto(`http://plain-b.test:${portals.port}/`);
  await waitForSpans('plain-b', 1);

  const bad: [string, Parameters<typeof lists.answers.set>[1], string][] = [
    ['fails', status(500), 'serverAnswer'],
    ['redirects', status(302, { location: 'http://elsewhere.test/' }), 'redirected'],
    ['points to itself', status(302, { location: '/list.json' }), 'redirected'],
    ['gives a page', json('<html>', { 'content-type': 'text/html' }), 'wrongType'],
    ['never ends', endless, 'tooLarge'],
    ['sends a bomb', gzipBomb, 'tooLarge'],
    ['drips', slowDrip, 'timedOut'],
    ['goes back', json(list(0, 1)), 'olderVersion'],
    ['is over-broad', json(list(2, 1).replace('plain-a.test', '*')), 'tooBroad'],
  ];
  for (const [name, answer, code] of bad) {
    lists.answers.set('/list.json', answer);
    await command(page, 'checkSubscription', null);
    const shown = await waitFor(`${name}: ${code}`, async () =>
      page.evaluate(
        (wanted) =>
          document.querySelector(`[data-refused=unsigned] [data-problem=${wanted}]`) !== null || null,
        code,
      ),
    );
    expect(shown).toBe(true);
    expect((await inForce()).version, name).toBe(1);
  }

  // A signature that does not fit the key beside it, and then a server that has nothing new.
  lists.answers.set('/list.json', json(list(2, 2)));
  lists.answers.set('/list.json.sig', json(new Uint8Array(64).fill(7)));
  lists.answers.set('/list.json.pub', json(`${STRANGE_KEY}\n`));
  await command(page, 'checkSubscription', null);
  await page.waitForSelector('[data-refused=unsigned] [data-problem=badSignature]');
  expect((await inForce()).version, 'badly signed').toBe(1);
  for (const path of ['/list.json.sig', '/list.json.pub']) lists.answers.delete(path);
  lists.answers.set('/list.json', withEtag(list(1, 2), '"v1"'));
  await command(page, 'checkSubscription', null);
  await command(page, 'checkSubscription', null);
  expect(lists.asked.at(-1)?.headers['if-none-match']).toBe('"v1"');
  await page.bringToFront();
  await waitFor('nothing to be refused any more', async () =>
    (await page.$('[data-refused=unsigned]')) === null ? true : null,
  );

  // Plain-b leaves the list: its page, which is open, is measured no more; its records stay.
  const before = (await session.readDatabase<Span>('spans')).filter(
    (span) => span.portalId === 'plain-b',
  ).length;
  lists.answers.set('/list.json', json(list(3, 1)));
  await page.bringToFront();
  await command(page, 'checkSubscription', null);
  await waitFor('version 3', async () => ((await inForce()).version === 3 ? true : null));
  await work.bringToFront();
  await work.click('h1');
  await work.reload();
  await work.click('h1');
  await page.bringToFront();
  const after = (await session.readDatabase<Span>('spans')).filter((span) => span.portalId === 'plain-b');
  expect(after.length).toBeGreaterThanOrEqual(before);
  const history = await session.readDatabase<ConfigHistory>('configHistory');
  expect(history.slice(-2).map(({ source, version }) => [source, version])).toEqual([
    ['unsigned', 1],
    ['unsigned', 3],
  ]);
  const { hash } = history.at(-1) as ConfigHistory;
  expect(after.filter((span) => span.configHash === hash)).toEqual([]);
  const coverage = await session.readDatabase<{ configHash: string }>('coverage');
  expect(new Set(coverage.map((row) => row.configHash)).size).toBeGreaterThanOrEqual(2);

  // Left: the list that came with the build is in force again, and nothing is asked any more.
  await command(page, 'unsubscribe', null);
  await page.waitForSelector('[data-in-force=bundled]');
  lists.asked.length = 0;
  await command(page, 'checkSubscription', null);
  expect(lists.asked).toEqual([]);
});

async function inForce(): Promise<{ version: number | null }> {
  const rows = await session.readDatabase<StoredConfig>('configs');
  return { version: rows.find(({ id }) => id === 'unsigned')?.config.version ?? null };
}

async function waitForSpans(portalId: string, count: number): Promise<void> {
  await waitFor(
    `a span of ${portalId}`,
    async () => {
      const spans = await session.readDatabase<Span>('spans');
      return spans.filter((span) => span.portalId === portalId).length >= count ? true : null;
    },
    30_000,
  );
}

/** As the page's own buttons send it. */
async function command(page: Page, type: string, data: unknown): Promise<unknown> {
  return page.evaluate(
    async (message) => {
      const answer = await (globalThis as ExtensionScope).chrome.runtime.sendMessage(message);
      return (answer as { reply?: unknown }).reply ?? answer;
    },
    { type, data },
  );
}
