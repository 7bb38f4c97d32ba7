// Hard cases of the machine, in Chromium: sleep, a stall, clocks and zones, a lock, the worker's end.
import type { CDPSession, Page } from 'puppeteer-core';
import { inWorker, tabIdOf } from './in-worker';
import type { Scenario } from './scenarios';
import { onePage, pageAt, pause, type Stage } from './stage';

/** Evaluates in the world of the content script, which has clocks of its own to move. */
async function inContentScript(page: Page, source: string): Promise<void> {
  const session: CDPSession = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const contextId = worlds.at(-1);
  if (contextId === undefined) throw new Error('no content script in the page');
  await session.send('Runtime.evaluate', { expression: source, contextId });
}

const moveClock = (page: Page, ms: number) =>
  inContentScript(page, `{ const now = Date.now.bind(Date); Date.now = () => now() + ${ms}; }`);

/** Signals every process of the browser. */
function signalBrowser(stage: Stage, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const pid = stage.session.browser.process()?.pid;
  if (pid === undefined) throw new Error('no browser process');
  // The launcher leads a process group of its own.
  process.kill(-pid, signal);
}

export const MACHINE_SCENARIOS: readonly Scenario[] = [
  {
    name: 'sleeps for fifty seconds with all processes stopped',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 5_000);
      signalBrowser(stage, 'SIGSTOP');
      stage.clock.turnTo(null, Date.now());
      await pause(50_000);
      signalBrowser(stage, 'SIGCONT');
      stage.clock.turnTo('village', Date.now());
      await stage.type(page, page, 5_000);
    },
  },
  {
    name: 'stalls for ten seconds with all processes stopped',
    prepare: onePage('village'),
    async play(stage, pages) {
      // Too short to be told from a busy page: it counts.
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      signalBrowser(stage, 'SIGSTOP');
      await pause(10_000);
      signalBrowser(stage, 'SIGCONT');
      await stage.type(page, page, 3_000);
    },
  },
  ...([3_600_000, -3_600_000] as const).map(
    (ms): Scenario => ({
      name: ms > 0 ? 'sets the clock an hour ahead' : 'sets the clock an hour back',
      anyTime: true,
      prepare: onePage('village'),
      async play(stage, pages) {
        const page = pageAt(pages);
        await stage.front('village', page);
        await stage.type(page, page, 4_000);
        await moveClock(page, ms);
        await stage.type(page, page, 4_000);
      },
    }),
  ),
  {
    name: 'works over midnight',
    anyTime: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      const midnight = new Date();
      midnight.setHours(24, 0, 4, 0);
      await moveClock(page, midnight.getTime() - 8_000 - Date.now());
      await stage.front('village', page);
      await stage.type(page, page, 8_000);
    },
  },
  {
    name: 'travels into another time zone',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      await page.emulateTimezone('Asia/Urumqi');
      await stage.type(page, page, 3_000);
      await page.emulateTimezone('Asia/Tokyo');
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'goes on after the worker was ended twice',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      for (let n = 0; n < 2; n++) {
        await stage.type(page, page, 3_000);
        await stage.session.killWorker();
      }
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'locks the screen for four seconds as the idle state tells it',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await page.evaluate(() => {
        document.title = location.href;
      });
      const tabId = await tabIdOf(stage, page);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      const tell = (locked: boolean) =>
        inWorker(
          stage,
          `chrome.tabs.sendMessage(${tabId}, { type: 'systemLocked', data: { locked: ${locked} } })`,
        );
      await stage.turn(null, () => tell(true));
      await pause(4_000);
      await stage.turn('village', () => tell(false));
      await stage.type(page, page, 3_000);
    },
  },
];
