// A scripted day of three minutes over four portals. The script keeps its own clock of who had the focus; the
// recorded active time must agree within the larger of 2 % and 1 s.
import { expect, test } from '@playwright/test';
import type { Frame, Page } from 'puppeteer-core';
import type { DayRow } from '../../utils/domain/day-summary';
import { servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import { FocusClock } from './harness/focus-clock';
import { ELSEWHERE, PLAIN_PORTALS } from './harness/plain-portals';
import { openSession, startRecording } from './harness/recording';
import { openScreen, type Screen } from './harness/screen';
import type { BrowserKind, Session } from './harness/session';

const T_MS = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('active time agrees with the clock of the script', async ({ browserName: _ }, info) => {
  test.setTimeout(8 * 60_000);
  const kind = info.project.name as BrowserKind;
  const portals = [...PLAIN_PORTALS, ELSEWHERE];
  const server = await servePortals(portals);
  // Headless Chromium gives the focus to every window at once, so its windows get a screen; Firefox doesn't.
  const screen = kind === 'chromium' ? await openScreen() : null;
  const session = await openTimedSession(kind, screen);
  try {
    await startRecording(session);
    const clock = new FocusClock();
    const before = await performDay(
      session,
      clock,
      (host, path = '/') => `http://${host}:${server.port}${path}`,
    );
    const expected = clock.activeMs(T_MS);
    const recorded = await recordedActiveMs(session);
    // What the tabs got while they were loaded is no part of the script.
    for (const [portal, ms] of before) recorded.set(portal, (recorded.get(portal) ?? 0) - ms);
    for (const [portal, expectedMs] of expected) {
      const recordedMs = recorded.get(portal) ?? 0;
      console.log(`${portal}: ${Math.round(expectedMs)} ms by the script, ${recordedMs} ms recorded`);
      const allowedMs = Math.max(expectedMs * 0.02, 1_000);
      expect
        .soft(Math.abs(recordedMs - expectedMs), `active time of ${portal}`)
        .toBeLessThanOrEqual(allowedMs);
    }
    expect([...recorded.keys()].sort(), 'portals with time').toEqual([...expected.keys()].sort());
  } finally {
    await session.close();
    screen?.close();
    await server.close();
  }
});

function openTimedSession(kind: BrowserKind, screen: Screen | null): Promise<Session> {
  const hosts = hostsOf([...PLAIN_PORTALS, ELSEWHERE]);
  return openSession(kind, screen ? { hosts, headless: false, env: screen.env } : { hosts });
}

async function performDay(session: Session, clock: FocusClock, at: (host: string, path?: string) => string) {
  /** A switch takes some milliseconds: its middle is the best that can be known from outside. */
  const turn = async (portal: string | null, doing: () => Promise<unknown>) => {
    const before = Date.now();
    await doing();
    clock.turnTo(portal, (before + Date.now()) / 2);
  };
  const typeFor = async (page: Page, target: Page | Frame, ms: number, everyMs: number) => {
    const until = Date.now() + ms;
    await target.click('input[name=holder]');
    clock.input(Date.now());
    while (Date.now() < until) {
      await pause(Math.min(everyMs, until - Date.now()));
      await page.keyboard.press('KeyA');
      clock.input(Date.now());
    }
  };
  /** Loaded beforehand in tabs nobody looks at, so that loading is no part of what is measured. */
  const load = async (page: Page, host: string, path?: string) => {
    await page.goto(at(host, path), { waitUntil: 'load' });
    return page;
  };
  const a = await load(await session.newPage(), 'plain-a.test');
  const b = await load(await session.newPage(), 'plain-b.test', '/embedding');
  const d = await load(await session.newPage(), 'plain-d.test');
  const elsewhere = await load(await session.newPage(), 'elsewhere.test');
  const c = await load(await session.browser.newPage({ type: 'window' }), 'plain-c.test');
  // Nothing tracked has the focus while the sums are read, and the tab that reads opens in this window.
  await elsewhere.bringToFront();
  const before = await recordedActiveMs(session);
  await elsewhere.bringToFront();
  clock.turnTo(null, Date.now());

  await turn('plain-a', () => a.bringToFront());
  await typeFor(a, a, 30_000, 2_500);

  await turn('plain-b', () => b.bringToFront());
  const frame = b.frames().find((one) => one.url().includes('frame-b.test'));
  if (!frame) throw new Error('the embedded form is not there');
  await typeFor(b, frame, 25_000, 2_000);

  // Every portal is hidden.
  await turn(null, () => elsewhere.bringToFront());
  await pause(15_000);

  // The second window comes to the front; a portal stays visible in the first, without the focus.
  await turn('plain-a', () => a.bringToFront());
  await pause(1_000);
  await turn('plain-c', () => c.bringToFront());
  await typeFor(c, c, 20_000, 3_000);

  // Five seconds of work, then someone knocks at the door: a minute of it still counts, the rest doesn't.
  await turn('plain-d', () => d.bringToFront());
  await typeFor(d, d, 5_000, 1_000);
  await pause(75_000);

  await turn('plain-a', () => a.bringToFront());
  await typeFor(a, a, 10_000, 2_000);
  await turn(null, () => elsewhere.bringToFront());
  return before;
}

/** The day rows' sums, once they no longer change. */
async function recordedActiveMs(session: Session): Promise<Map<string, number>> {
  let last = '';
  for (let tries = 0; tries < 10; tries++) {
    const rows = await session.readDatabase<DayRow>('days');
    // The run may lie across midnight.
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(row.portalId, (sums.get(row.portalId) ?? 0) + row.active60Ms);
    const now = JSON.stringify([...sums]);
    if (now === last) return sums;
    last = now;
    await pause(1_000);
  }
  throw new Error('the sums of the day never came to rest');
}
