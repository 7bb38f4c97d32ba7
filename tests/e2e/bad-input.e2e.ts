// What arrives from outside is refused by name: a config that is none, a message that is none. The last good
// config stays, and nothing is recorded.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type PortalServer, servePortals } from '../portals/serve';
import { configFor } from './config-for';
import { painted } from './harness/painted';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { importFile, openSession, startRecording } from './harness/recording';
import type { Session } from './harness/session';
import { evaluateInContentScript } from './harness/watchers';

let session: Session;
let server: PortalServer;
let folder: string;

test.beforeEach(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-configs-'));
  server = await servePortals(PLAIN_PORTALS);
});
test.afterEach(async () => {
  await session.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const GOOD = configFor(PLAIN_PORTALS, 'good-county', 3) as { portals: { match: string[] }[] };

function changed(change: (config: typeof GOOD) => void): string {
  const copy = structuredClone(GOOD);
  change(copy);
  return JSON.stringify(copy);
}

const BAD: { name: string; text: string; code: string; path: string }[] = [
  { name: 'broken JSON', text: JSON.stringify(GOOD).slice(0, -20), code: 'notJson', path: '' },
  { name: 'nothing', text: '', code: 'notJson', path: '' },
  {
    name: 'over 256 KiB',
    text: JSON.stringify({ ...GOOD, 'x-padding': 'x'.repeat(256 * 1024) }),
    code: 'tooLarge',
    path: '',
  },
  {
    name: 'every address',
    text: changed((config) => config.portals[1]?.match.splice(0, 1, '*://*/*')),
    code: 'tooBroad',
    path: 'portals[1].match[0]',
  },
  {
    name: 'a whole top-level domain',
    text: changed((config) => config.portals[0]?.match.push('https://*.gov.cn/*')),
    code: 'tooBroad',
    path: 'portals[0].match[1]',
  },
  {
    name: 'a pattern that is none',
    text: changed((config) => config.portals[2]?.match.push('cunwu.example.gov.cn')),
    code: 'badPattern',
    path: 'portals[2].match[1]',
  },
  {
    name: 'a list instead of an object',
    text: '[]',
    code: 'unknownFormat',
    path: 'format',
  },
  {
    name: 'an older version',
    text: JSON.stringify({ ...GOOD, version: 2 }),
    code: 'olderVersion',
    path: 'version',
  },
];

test('a bad config is refused with its place, and the last good one stays', async () => {
  session = await openSession('chromium', { build: 'store' });
  const good = join(folder, 'good.json');
  await writeFile(good, JSON.stringify(GOOD));
  expect(await importFile(session, good)).toBe('accepted');
  const before = JSON.stringify(await session.readDatabase('configs'));
  expect(before).toContain('good-county');

  for (const bad of BAD) {
    const file = join(folder, 'bad.json');
    await writeFile(file, bad.text);
    const problems = await importFile(session, file);
    expect.soft(problems, bad.name).toContainEqual({ code: bad.code, path: bad.path });
    expect.soft(JSON.stringify(await session.readDatabase('configs')), bad.name).toBe(before);
  }
  const page = await session.openExtensionPage('configs.html');
  await painted(page);
  const shown = await page.evaluate(() => document.body.textContent);
  expect(shown, 'the good one is still the one in force').toContain('good-county');
});

const now = Date.now();
const SPAN = {
  visitId: '0'.repeat(32),
  seq: 0,
  portalId: 'plain-a',
  route: '/',
  depth: 0,
  startedAt: now - 5_000,
  endedAt: now,
  gaps: [],
  utcOffsetMin: 480,
  endReason: null,
  standIn: false,
};
/** Messages that a page which has broken into the content script's process could send. */
const BAD_MESSAGES: [name: string, message: unknown, code?: string][] = [
  ['no object', 'span'],
  ['null', null],
  ['an unknown type', { type: 'deleteEverything', data: null }],
  ['a name from the prototype', { type: 'constructor', data: {} }],
  ['no data', { type: 'span' }],
  ['a span without an id', { type: 'span', data: { ...SPAN, visitId: undefined } }],
  ['a span of negative length', { type: 'span', data: { ...SPAN, endedAt: SPAN.startedAt - 1 } }],
  [
    'a span in the distant future',
    { type: 'span', data: { ...SPAN, startedAt: 9e12, endedAt: 9e12 + 1_000 } },
  ],
  ['a span of another portal', { type: 'span', data: { ...SPAN, portalId: 'plain-b' } }, 'wrongSender'],
  ['a span of an unknown portal', { type: 'span', data: { ...SPAN, portalId: 'nobody' } }, 'wrongSender'],
  ['a route with digits and Han', { type: 'span', data: { ...SPAN, route: '/村民/110101' } }],
  ['gaps of nonsense', { type: 'span', data: { ...SPAN, gaps: [['a', 'b']] } }],
  ['an attempt with a whole document', { type: 'attempt', data: { values: 'x'.repeat(1_000_000) } }],
  ['evidence for nothing', { type: 'evidence', data: { actionId: 'x', evidence: [1], at: 'now', final: 0 } }],
  ['a command: consent', { type: 'startRecording', data: { region: null } }, 'wrongSender'],
  ['a command: pause', { type: 'setPaused', data: { paused: true } }, 'wrongSender'],
  ['a command: a person', { type: 'addPerson', data: { name: '某人' } }, 'wrongSender'],
  ['a command: a config', { type: 'importConfig', data: { text: JSON.stringify(GOOD) } }, 'wrongSender'],
  ['a command: which tabs are open', { type: 'findPortalTabs', data: null }, 'wrongSender'],
  ['a command: the picker', { type: 'startPicker', data: { tabId: 1, frameIds: [0] } }, 'wrongSender'],
  ['a command: no portals', { type: 'choosePortals', data: { portalIds: [], region: null } }, 'wrongSender'],
];

test('a message of the wrong shape or from the wrong sender is refused', async () => {
  session = await openSession('chromium');
  await startRecording(session);
  const page = await session.newPage();
  await page.goto(`http://plain-a.test:${server.port}/`);
  await page.click('#send');
  const stores = ['actions', 'entries', 'people', 'configs', 'settings', 'corrections'];
  const read = async () => {
    const rows = await Promise.all([]);
    for (const store of stores) rows.push([store, await session.readDatabase(store)] as never);
    return JSON.stringify(rows);
  };
  const foreign = async () =>
    (await session.readDatabase<{ id: string; portalId: string }>('spans')).filter(
      (span) => span.portalId !== 'plain-a' || span.id.startsWith(SPAN.visitId),
    );
  const before = await read();
  for (const [name, message, code] of BAD_MESSAGES) {
    const answer = await sendFrom(page, message);
    expect.soft(answer?.ok, `${name}: ${JSON.stringify(answer)}`).toBe(false);
    if (code) expect.soft(answer?.problem?.code, name).toBe(code);
  }
  expect(await foreign()).toEqual([]);
  expect(await read()).toBe(before);
  // The control: the same span, well formed and of the page's own portal, is taken.
  expect((await sendFrom(page, { type: 'span', data: SPAN }))?.ok).toBe(true);
  expect((await foreign()).length).toBe(1);
});

interface Answer {
  ok: boolean;
  problem?: { code: string; path: string };
}

/** What the background answers to a content script's message. */
async function sendFrom(page: Page, message: unknown): Promise<Answer | null> {
  return evaluateInContentScript<Answer | null>(
    session,
    page,
    `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
  );
}
