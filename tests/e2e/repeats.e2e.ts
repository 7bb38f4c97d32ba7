// Repeats in the browser: a scripted day over plain portals and two made of UI libraries, typed by hand, with
// 12 double reports and 30 and more innocent look-alikes. All must be found and none invented; then what the
// pages show of it is corrected, taken back, and the fingerprints are deleted.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { DayRow } from '../../utils/domain/day-summary';
import type { Action } from '../../utils/domain/records';
import { type PortalServer, servePortals } from '../portals/serve';
import { ROOT } from './harness/build';
import { painted } from './harness/painted';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { loadPortals } from './harness/portals';
import { openSession, press, settledActions, startRecording } from './harness/recording';
import { type RepeatAct, repeatActs } from './harness/repeat-acts';
import { type Session, waitFor } from './harness/session';

const SHOTS = join(ROOT, 'test-results', 'pages');

let server: PortalServer;
let session: Session;

// One day, looked at from several sides.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(360_000);
  server = await servePortals([...PLAIN_PORTALS, ...(await loadPortals(['element-plus', 'survey']))]);
  session = await openSession('chromium');
  await startRecording(session);
});
test.afterAll(async () => {
  await session?.close().catch(() => undefined);
  await server?.close();
});

/** Accepted submissions in the order in which they were sent. */
async function submissions(): Promise<Action[]> {
  const rows = await settledActions(session);
  return rows
    .filter(({ kind, outcome }) => kind === 'submission' && outcome === 'accepted')
    .sort((a, b) => a.at - b.at);
}

async function perform(page: Page, acts: readonly RepeatAct[]): Promise<void> {
  for (const act of acts) {
    await act.perform(page, server);
    // A person looks at the answer; the driver would be gone before the page has painted it.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

test('a scripted day: every double report is found and none invented', async () => {
  test.setTimeout(420_000);
  const acts = repeatActs();
  const page = await session.newPage();
  await perform(page, acts);
  const wanted = acts.filter(({ sent }) => sent === 'accepted');
  expect(wanted.filter(({ repeat }) => repeat === 'crossPortal')).toHaveLength(12);
  expect(wanted.filter(({ repeat }) => repeat === null).length).toBeGreaterThanOrEqual(30);

  const rows = await submissions();
  const portalsOf = (list: readonly { portalId: string }[]) => list.map(({ portalId }) => portalId);
  expect(portalsOf(rows), 'every submission was seen').toEqual(portalsOf(wanted));
  const judged = rows.map((row, i) => `${wanted[i]?.name}: ${row.repeat?.scope ?? 'none'}`);
  expect(judged).toEqual(wanted.map(({ name, repeat }) => `${name}: ${repeat ?? 'none'}`));

  rows.forEach((row, i) => {
    const act = wanted[i];
    if (act?.repeat !== 'crossPortal') return;
    expect(row.repeat?.retypeMs, `${act.name}: retyping takes time`).toBeGreaterThan(0);
    expect(row.repeat?.retypeMs, act.name).toBeLessThanOrEqual(row.activeMs + 1);
    const had = row.entrySums?.from.map(({ portalId }) => portalId).sort();
    expect(had, `${act.name}: who had it`).toEqual([...(act.had ?? [])].sort());
  });
  const days = await session.readDatabase<DayRow>('days');
  const sum = (of: (row: DayRow) => number) => days.reduce((total, row) => total + of(row), 0);
  expect(sum((row) => row.repeatsCrossPortal)).toBe(12);
  expect(sum((row) => row.repeatsSameForm)).toBe(1);
  const refused = acts.filter(({ sent }) => sent === 'refused').length;
  expect(sum((row) => row.rejected)).toBe(refused);
  // What was refused has left nothing behind.
  expect((await session.readDatabase('entries')).length).toBe(rows.length);
});

const crossPortal = (page: Page) =>
  page.evaluate(() =>
    Number(
      document.querySelector<HTMLElement>('[data-metric="repeatsCrossPortal"]')?.dataset.value ?? Number.NaN,
    ),
  );

test('the day can be corrected in the popup, and taken back', async () => {
  const popup = await session.openExtensionPage('popup.html');
  await painted(popup);
  expect(await crossPortal(popup)).toBe(12);
  const opener = await waitFor('the list of repeats', () => popup.$('.disclosure button.chevron'));
  await opener.click();
  await popup.waitForSelector('[data-repeat="crossPortal"]');
  expect((await popup.$$('[data-repeat]')).length, 'the latest; the others are in the report').toBe(5);
  await mkdir(SHOTS, { recursive: true });
  await popup.setViewport({ width: 376, height: 900 });
  await popup.screenshot({ path: `${SHOTS}/repeats-popup.png`, fullPage: true });
  await (await popup.$('[data-repeat="crossPortal"] [data-action="not-a-repeat"]'))?.click();
  await waitFor('the correction', async () => ((await crossPortal(popup)) === 11 ? true : null));
  await press(popup, 'undo-correction');
  await waitFor('its undoing', async () => ((await crossPortal(popup)) === 12 ? true : null));
  await popup.close();

  const report = await session.openExtensionPage('report.html');
  await report.waitForSelector('.pairs [data-pair]');
  // Long lists begin with eight rows, and each comes when it has been read.
  await waitFor('all thirteen repeats', async () => {
    for (const more of await report.$$('[data-action="more-rows"]')) await more.click();
    return (await report.$$('[data-repeat]')).length >= 13 ? true : null;
  });
  const pairs = await report.$$eval('.pairs [data-pair]', (rows) =>
    rows.map((row) => row.getAttribute('data-pair')),
  );
  expect(pairs).toContain('plain-a plain-b');
  expect(pairs).toContain('plain-a element-plus');
  expect((await report.$$('[data-repeat]')).length).toBe(13);
  await report.screenshot({ path: `${SHOTS}/repeats-report.png`, fullPage: true });
  await report.close();
});

test('without the fingerprints nothing is recognised; the figures stay', async () => {
  test.setTimeout(120_000);
  const settings = await session.openExtensionPage('settings.html');
  await press(settings, 'forget-entries');
  await press(settings, 'forget-entries-yes');
  await waitFor('the deletion', async () =>
    (await session.readDatabase('entries')).length === 0 ? true : null,
  );
  await settings.close();
  const before = await submissions();
  const again = repeatActs().find(({ name }) => name.startsWith('double 1:'));
  if (!again) throw new Error('no such act');
  const page = await session.newPage();
  await perform(page, [again]);
  const rows = await submissions();
  expect(rows).toHaveLength(before.length + 1);
  expect(rows.at(-1)?.repeat).toBeNull();
  expect(rows.filter(({ repeat }) => repeat?.scope === 'crossPortal')).toHaveLength(12);
});
