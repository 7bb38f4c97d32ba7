// What changes while the browser runs takes effect in it: a permission that is taken back and given again, a
// policy that says something else and then nothing. Open pages follow; what was recorded stays.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Coverage, Span } from '../../utils/domain/records';
import type { ConfigHistory, StoredConfig } from '../../utils/storage/database';
import { type PortalServer, servePortals } from '../portals/serve';
import { configFor, hostsOf } from './config-for';
import { ensureBuilt } from './harness/build';
import { chromiumExtensionId } from './harness/launch-chromium';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { CHROMIUM_POLICY, MAY_WRITE_POLICIES, policyFile } from './harness/policy-files';
import { importFile, openSession, press, startRecording } from './harness/recording';
import { type BrowserKind, type ExtensionScope, type Session, waitFor } from './harness/session';

let session: Session;
let server: PortalServer;
let folder: string;

test.beforeEach(async () => {
  test.setTimeout(240_000);
  server = await servePortals(PLAIN_PORTALS);
  folder = await mkdtemp(join(tmpdir(), 'fingertip-ledger-run-time-'));
});
test.afterEach(async () => {
  // A skipped test opened none.
  await (session as Session | undefined)?.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('a permission that is taken back silences open pages; given again, they go on', async ({
  browserName: _,
}, info) => {
  test.skip(info.project.name !== 'firefox', 'Chromium’s question is the browser’s own: permissions.e2e.ts');
  const file = join(folder, 'county.json');
  await writeFile(file, JSON.stringify(configFor(PLAIN_PORTALS, 'some-county')));
  session = await openSession('firefox', { build: 'store', hosts: hostsOf(PLAIN_PORTALS) });
  expect(await importFile(session, file)).toBe('accepted');
  const welcome = await session.openExtensionPage('welcome.html');
  await press(welcome, 'start-recording');
  await press(welcome, 'grant-hosts');
  await waitFor('the registration', async () => ((await registered(welcome)).length > 0 ? true : null));

  const work = await session.newPage();
  await work.goto(`http://plain-a.test:${server.port}/`);
  await workOn(work);
  await waitForSpans('plain-a', 1);

  await welcome.bringToFront();
  const origins = ['http://plain-a.test/*'];
  await welcome.evaluate(
    (those) => (globalThis as ExtensionScope).chrome.permissions.remove({ origins: those }),
    origins,
  );
  await waitFor('the registration to go', async () =>
    (await registered(welcome)).some((match) => match.includes('plain-a')) ? null : true,
  );
  const before = await spansOf('plain-a');
  // Plain-b is measured meanwhile: it is the mark by which plain-a's silence is told.
  await work.bringToFront();
  await workOn(work);
  const other = await session.newPage();
  await other.goto(`http://plain-b.test:${server.port}/`);
  await workOn(other);
  await waitForSpans('plain-b', 1);
  const after = await spansOf('plain-a');
  expect(Math.max(...after.map(({ endedAt }) => endedAt))).toBe(
    Math.max(...before.map(({ endedAt }) => endedAt)),
  );
  expect(after.length, 'what was recorded stays').toBe(before.length);
  const coverage = await session.readDatabase<Coverage>('coverage');
  expect(coverage.some(({ state, portalId }) => state === 'noPermission' && portalId === 'plain-a')).toBe(
    true,
  );

  const configs = await session.openExtensionPage('configs.html');
  await press(configs, 'grant-hosts');
  await waitFor('the registration again', async () =>
    (await registered(configs)).some((match) => match.includes('plain-a')) ? true : null,
  );
  await work.bringToFront();
  await workOn(work);
  await waitFor('the open page to go on', async () =>
    (await spansOf('plain-a')).length > before.length ? true : null,
  );
});

test('every key of a policy arrives; changed and removed it takes effect at once @alone', async ({
  browserName: _,
}, info) => {
  test.skip((info.project.name as BrowserKind) !== 'chromium', 'Firefox reads policies when it starts');
  test.skip(!MAY_WRITE_POLICIES, 'writes policies of the system: only with CI=1 or POLICY_TESTS=1, as root');
  const id = await chromiumExtensionId(await ensureBuilt('managed', 'chromium'));
  const policy = policyFile(CHROMIUM_POLICY);
  const write = (said: object) =>
    policy.write(JSON.stringify({ '3rdparty': { extensions: { [id]: said } } }));
  const said = {
    configJson: JSON.stringify(configFor(PLAIN_PORTALS.slice(0, 1), 'xx-county', 1)),
    configUrl: `http://plain-a.test:${server.port}/list.json`,
    configSha256: 'ab'.repeat(32),
    configPublicKey: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE',
    updateIntervalMinutes: 90,
    locked: 'idleTimeout,portals',
    showWelcome: false,
  };
  await write(said);
  try {
    session = await openSession('chromium', { firstRun: false });
    await startRecording(session);
    const page = await session.openExtensionPage('configs.html#sources');
    const managed = () =>
      page.evaluate(() => (globalThis as ExtensionScope).chrome.storage.managed.get(null));
    await waitFor('the policy', async () => (Object.keys(await managed()).length > 0 ? true : null), 30_000);
    expect(await managed(), 'the schema that Chromium loads lets every key through').toEqual(said);
    await page.waitForSelector('[data-in-force=managed]', { timeout: 30_000 });
    expect(await setTimeoutTo(page, 120_000)).toMatchObject({
      ok: false,
      problem: { code: 'lockedByAdmin' },
    });

    const work = await session.newPage();
    await work.goto(`http://plain-c.test:${server.port}/`);
    await workOn(work);
    // The list widens: the page that is open already is measured from now on.
    await write({
      ...said,
      configJson: JSON.stringify(configFor(PLAIN_PORTALS, 'xx-county', 2)),
      locked: '',
    });
    await waitFor('version 2', async () => ((await managedVersion()) === 2 ? true : null), 60_000);
    await work.bringToFront();
    await workOn(work);
    await waitForSpans('plain-c', 1);
    await page.bringToFront();
    expect(await setTimeoutTo(page, 120_000), 'the lock is gone').toMatchObject({ ok: true });

    await policy.write('{}');
    await page.waitForSelector('[data-in-force=bundled]', { timeout: 60_000 });
    const history = await session.readDatabase<ConfigHistory>('configHistory');
    expect(history.slice(-3).map(({ source, version }) => [source, version])).toEqual([
      ['managed', 1],
      ['managed', 2],
      ['bundled', 1],
    ]);
    const coverage = await session.readDatabase<Coverage>('coverage');
    for (const { hash } of history.slice(-3))
      expect(coverage.some(({ configHash }) => configHash === hash)).toBe(true);
    expect((await spansOf('plain-c')).length, 'no list deletes a record').toBeGreaterThan(0);
  } finally {
    await policy.remove();
  }
});

/** A few acts of a person, and a look away, which ends the span. */
async function workOn(page: Page): Promise<void> {
  await page.bringToFront();
  await page.click('h1');
  await page.keyboard.press('ArrowDown');
  await page.click('h1');
}

const spansOf = async (portalId: string) =>
  (await session.readDatabase<Span>('spans')).filter((span) => span.portalId === portalId);

/** Reading opens a tab of its own for a moment, which ends the span on the page in front. */
const waitForSpans = (portalId: string, count: number) =>
  waitFor(
    `a span of ${portalId}`,
    async () => ((await spansOf(portalId)).length >= count ? true : null),
    30_000,
  );

const registered = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const scripts = await (globalThis as ExtensionScope).chrome.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches ?? []);
  });

async function managedVersion(): Promise<number | null> {
  const rows = await session.readDatabase<StoredConfig>('configs');
  return rows.find(({ id }) => id === 'managed')?.config.version ?? null;
}

const setTimeoutTo = (page: Page, idleTimeoutMs: number): Promise<unknown> =>
  page.evaluate(async (value) => {
    const message = { type: 'setIdleTimeout', data: { idleTimeoutMs: value } };
    const answer = await (globalThis as ExtensionScope).chrome.runtime.sendMessage(message);
    return (answer as { reply: unknown }).reply;
  }, idleTimeoutMs);
