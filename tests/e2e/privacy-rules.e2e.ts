// What a person wants left out: fields by words of their own, time until tomorrow, hours outside work. And the
// badge, which says nothing unless asked to.
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Coverage, Entry, Span } from '../../utils/domain/records';
import { type PortalServer, servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import { painted } from './harness/painted';
import { fillPlain, HOUSEHOLD, sendPlain } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { openSession, press, settledActions, startRecording } from './harness/recording';
import { type ExtensionScope, type Session, waitFor } from './harness/session';

/** The label of one field of the plain form. */
const PRIVATE = '家庭住址';

let server: PortalServer;
let session: Session;
let settings: Page;

test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await servePortals(PLAIN_PORTALS);
  session = await openSession('chromium', { hosts: hostsOf(PLAIN_PORTALS) });
  await startRecording(session);
  settings = await session.openExtensionPage('settings.html');
  await painted(settings);
});
test.afterEach(async () => {
  await session.close();
  await server.close();
});

const published = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify(await (globalThis as ExtensionScope).chrome.storage.local.get(null)),
  );
const badge = (page: Page) =>
  page.evaluate(async () => (globalThis as ExtensionScope).chrome.action.getBadgeText({}));
const isRecording = async (page: Page) => /"recording":true/.test(await published(page));

async function submitAt(letter: string): Promise<void> {
  const page = await session.newPage();
  await page.goto(`http://plain-${letter}.test:${server.port}/`);
  await fillPlain(page, HOUSEHOLD);
  await sendPlain(page);
  await page.close();
}

test('a field with a private word is not read, not even for its fingerprint', async () => {
  await submitAt('a');
  await settings.bringToFront();
  await settings.type('.private-words textarea', PRIVATE);
  await settings.click('.private-words button[type=submit]');
  await waitFor('pages to be told', async () =>
    (await published(settings)).includes(PRIVATE) ? true : null,
  );
  await submitAt('b');
  await settledActions(session);
  const entries = await session.readDatabase<Entry & { portalId: string }>('entries');
  const hashesAt = (portalId: string) =>
    new Set(entries.filter((entry) => entry.portalId === portalId).flatMap(({ hashes }) => hashes)).size;
  expect(hashesAt('plain-a')).toBeGreaterThan(1);
  expect(hashesAt('plain-b')).toBe(hashesAt('plain-a') - 1);
});

test('a pause until tomorrow ends by itself at midnight', async () => {
  await press(settings, 'pause');
  await press(settings, 'pause-until-tomorrow');
  const alarm = await waitFor('the alarm that ends it', () =>
    settings.evaluate(async () => {
      const found = await (globalThis as ExtensionScope).chrome.alarms.get('pause');
      return found ? new Date(found.scheduledTime).toString() : null;
    }),
  );
  expect(alarm).toContain('00:00:00');
  expect(Date.parse(alarm) - Date.now()).toBeLessThanOrEqual(25 * 3_600_000);
  expect(await isRecording(settings)).toBe(false);
  await press(settings, 'resume');
  await waitFor('recording to go on', async () => ((await isRecording(settings)) ? true : null));
});

test('outside the working hours nothing is recorded when the person wishes so', async () => {
  // The test's zone is one in which it is the lunch break, or a weekend.
  await press(settings, 'only-working-hours');
  await waitFor('pages to be told', async () => ((await isRecording(settings)) ? null : true));
  await submitAt('a');
  expect(await session.readDatabase<Span>('spans')).toEqual([]);
  expect(await session.readDatabase('actions')).toEqual([]);
  const coverage = await session.readDatabase<Coverage>('coverage');
  expect(coverage.filter(({ portalId }) => portalId === undefined).at(-1)?.state).toBe('paused');
  const popup = await session.openExtensionPage('popup.html');
  await painted(popup);
  expect(await popup.$('[data-action="pause"]'), 'no button that would do nothing').toBeNull();
});

test('the badge says nothing until it is asked to, and nothing while paused', async () => {
  await submitAt('a');
  await settings.bringToFront();
  expect(await badge(settings)).toBe('');
  await settings.click('input[name=badge][value=minutes]');
  await waitFor('the minutes', async () => (/^\d+$/.test(await badge(settings)) ? true : null));
  await settings.click('input[name=badge][value=dot]');
  await waitFor('the dot', async () => ((await badge(settings)) === '•' ? true : null));
  await press(settings, 'pause');
  await waitFor('nothing', async () => ((await badge(settings)) === '' ? true : null));
});
