// The background worker dies after 30 s of rest, and a browser may die at any time: every accepted submission
// must be there exactly once, and no minute may be lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { DayRow } from '../../utils/domain/day-summary';
import type { Action } from '../../utils/domain/records';
import { type PortalServer, servePortals } from '../portals/serve';
import { fillPlain, HOUSEHOLD, sendPlain, typeInto, waitForAnswer } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { openSession, settledActions, startRecording } from './harness/recording';
import { type Session, waitFor } from './harness/session';

let server: PortalServer;
let session: Session;
let page: Page;
const at = (path: string) => `http://plain-a.test:${server.port}${path}`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const accepted = (rows: Action[]) =>
  rows.filter((row) => row.kind === 'submission' && row.outcome === 'accepted');

test.beforeEach(async () => {
  test.setTimeout(180_000);
  server = await servePortals(PLAIN_PORTALS);
  session = await openSession('chromium');
  await startRecording(session);
  page = await session.newPage();
});
test.afterEach(async () => {
  await session.close();
  await server.close();
});

test('the worker dies in the middle of a form', async () => {
  await page.goto(at('/'));
  await typeInto(page, 'holder', HOUSEHOLD.holder);
  await typeInto(page, 'phone', HOUSEHOLD.phone);
  await session.killWorker();
  await typeInto(page, 'address', HOUSEHOLD.address);
  await typeInto(page, 'note', HOUSEHOLD.note);
  await sendPlain(page);
  const rows = await settledActions(session, 30_000, 1);
  expect(rows.length).toBe(1);
  expect(accepted(rows).length).toBe(1);
  expect(rows[0]?.fields.edited).toBe(4);
});

test('the worker dies between the commit and its confirmation', async () => {
  await page.goto(at('/slow'));
  await fillPlain(page, HOUSEHOLD);
  await page.click('#send');
  await pause(700);
  await session.killWorker();
  await waitForAnswer(page);
  const rows = await settledActions(session, 30_000, 1);
  expect(rows.length).toBe(1);
  expect(accepted(rows).length).toBe(1);
});

test('the worker dies at many moments: each submission is there exactly once', async () => {
  const delays = [0, 40, 90, 150, 300, 1_200, 2_400];
  for (const delay of delays) {
    await page.goto(at('/slow'));
    await fillPlain(page, { ...HOUSEHOLD, note: `第${delay}次走访，一切如常` });
    await page.click('#send');
    await pause(delay);
    await session.killWorker();
    await waitForAnswer(page);
    // A person reads the answer. Of a page that is left within milliseconds of it, the browser drops the last
    // words when it must start the worker first.
    await pause(400);
  }
  const rows = await settledActions(session);
  expect(server.writes.length).toBe(delays.length);
  expect(accepted(rows).length).toBe(delays.length);
  expect(rows.length).toBe(delays.length);
});

test('no time is lost when the worker dies', async () => {
  await page.goto(at('/'));
  const startedAt = Date.now();
  for (let second = 0; second < 24; second++) {
    await typeInto(page, 'note', '记');
    if (second === 12) await session.killWorker();
    await pause(1_000);
  }
  const elapsedMs = Date.now() - startedAt;
  await page.goto('about:blank');
  const activeMs = await waitFor('the sums of the day', async () => {
    const rows = await session.readDatabase<DayRow>('days');
    const sum = rows.reduce((total, row) => total + row.active60Ms, 0);
    return sum > 20_000 ? sum : null;
  });
  expect(Math.abs(activeMs - elapsedMs)).toBeLessThanOrEqual(1_500);
});

test('the browser is closed 100 ms after the commit', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-closed-'));
  const first = await openSession('chromium', { profile, firstRun: true });
  await startRecording(first);
  const form = await first.newPage();
  await form.goto(at('/'));
  await fillPlain(form, HOUSEHOLD);
  await form.click('#send');
  await pause(100);
  await first.close();
  const second = await openSession('chromium', { profile });
  try {
    const rows = await settledActions(second);
    expect(rows.length).toBe(1);
    expect(rows[0]?.kind).toBe('submission');
    // Whether its answer was still seen is up to the machine; that it is no draft or refusal is not.
    expect(['accepted', 'unknown']).toContain(rows[0]?.outcome);
    expect(rows[0]?.settledAt).not.toBeNull();
  } finally {
    await second.close();
    await rm(profile, { recursive: true, force: true });
  }
});
