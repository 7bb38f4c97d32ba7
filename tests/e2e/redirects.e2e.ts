// Where a subscription's server points elsewhere, in real browsers: within its own origin it is followed, and
// another origin is not even asked. Both hosts are in the build, so nothing but our own care keeps us from it.
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { StoredConfig } from '../../utils/storage/database';
import { json, type StrangeServer, startStrangeServer, status } from '../integration/strange-server';
import { configFor, hostsOf } from './config-for';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { openSession } from './harness/recording';
import { type BrowserKind, type ExtensionScope, type Session, waitFor } from './harness/session';

let session: Session;
let lists: StrangeServer;
let other: StrangeServer;

test.beforeEach(async () => {
  lists = await startStrangeServer();
  other = await startStrangeServer();
});
test.afterEach(async () => {
  await session.close();
  await lists.close();
  await other.close();
});

const named = (origin: string) => origin.replace('127.0.0.1', 'plain-a.test');
const list = (version: number) => json(JSON.stringify(configFor(PLAIN_PORTALS, 'subscribed', version)));

test('a redirect is followed within its origin; another origin is never asked', async ({
  browserName: _,
}, info) => {
  session = await openSession(info.project.name as BrowserKind, { hosts: hostsOf(PLAIN_PORTALS) });
  const page = await session.openExtensionPage('configs.html#sources');
  const here = named(lists.origin);
  lists.answers.set('/list.json', status(302, { location: './a/moved.json#top' }));
  lists.answers.set('/a/moved.json', status(307, { location: `${here}/b/list.json?v=1` }));
  lists.answers.set('/b/list.json?v=1', list(1));
  await command(page, 'subscribe', { address: `${here}/list.json`, publicKey: null });
  await waitFor('version 1, which had moved twice', async () => ((await version(page)) === 1 ? true : null));
  const asked = lists.asked.map(({ path }) => path);
  expect(asked.slice(0, 3)).toEqual(['/list.json', '/a/moved.json', '/b/list.json?v=1']);

  other.answers.set('/list.json', list(2));
  for (const location of [
    `${named(other.origin)}/list.json`,
    `${other.origin}/list.json`,
    `//${new URL(named(other.origin)).host}/list.json`,
    '/list.json',
  ]) {
    lists.answers.set('/list.json', status(302, { location }));
    await command(page, 'checkSubscription', null);
    await page.waitForSelector('[data-refused=unsigned] [data-problem=redirected]');
    // A good answer between two bad ones, so that each refusal is its own.
    lists.answers.set('/list.json', list(1));
    await command(page, 'checkSubscription', null);
    await waitFor('the refusal to go', async () =>
      (await page.$('[data-refused=unsigned]')) === null ? true : null,
    );
  }
  expect(other.asked).toEqual([]);
  expect(await version(page)).toBe(1);
});

async function version(page: Page): Promise<number | null> {
  await page.bringToFront();
  const rows = await session.readDatabase<StoredConfig>('configs');
  return rows.find(({ id }) => id === 'unsigned')?.config.version ?? null;
}

/** As the page's own buttons send it. */
async function command(page: Page, type: string, data: unknown): Promise<unknown> {
  return page.evaluate(
    async (message) => (globalThis as ExtensionScope).chrome.runtime.sendMessage(message),
    { type, data },
  );
}
