// Hard cases that only Chromium's protocol, or a screen of its own, can bring about.
import type { CDPSession, Page } from 'puppeteer-core';
import { waitFor } from '../harness/session';
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

const tabIdOf = (stage: Stage, page: Page) =>
  stage.asExtension(async (title: string, scope) => {
    const tabs = await scope.chrome.tabs.query({});
    return tabs.find((tab) => tab.title === title)?.id ?? -1;
  }, page.url());

export const CHROMIUM_SCENARIOS: readonly Scenario[] = [
  {
    name: 'has a second window in front of the first',
    prepare: async (stage) => [
      await stage.open('village'),
      await stage.open('academy', 'form', '', 'window'),
    ],
    async play(stage, pages) {
      await stage.front('village', pageAt(pages));
      await pause(2_000);
      await stage.front('academy', pageAt(pages, 1));
      await stage.type(pageAt(pages, 1), pageAt(pages, 1), 5_000);
      await stage.front('village', pageAt(pages));
      await pause(2_000);
    },
  },
  {
    name: 'has one portal in two windows side by side',
    prepare: async (stage) => [
      await stage.open('village'),
      await stage.open('village', 'form', '', 'window'),
    ],
    async play(stage, pages) {
      for (let n = 0; n < 4; n++) {
        await stage.front('village', pageAt(pages, n % 2));
        await pause(1_500);
      }
    },
  },
  {
    name: 'works in a window that the page has opened',
    prepare: onePage('village', 'popup'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await pause(1_000);
      const opening = new Promise<Page | null>((resolve) => page.once('popup', resolve));
      await page.click('#open');
      stage.input();
      const opened = await opening;
      if (!opened) throw new Error('no window was opened');
      await opened.waitForSelector('[name=holder]');
      await stage.type(opened, opened, 5_000);
      await stage.turn(null, () => opened.close().then(() => stage.elsewhere.bringToFront()));
    },
  },
  {
    name: 'answers an alert after five seconds',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 2_000);
      // The page's own box is the page: reading it counts.
      const shown = new Promise<void>((resolve) =>
        page.once('dialog', (dialog) => setTimeout(() => void dialog.accept().then(resolve), 5_000)),
      );
      void page.evaluate(() => alert('请核对')).catch(() => undefined);
      await shown;
      await stage.type(page, page, 2_000);
    },
  },
  {
    name: 'watches a video in full screen',
    measure: 'open',
    prepare: onePage('academy', 'video'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('academy', page);
      await page.click('#full');
      await pause(18_000);
      await page.evaluate(() => document.exitFullscreen().catch(() => undefined));
    },
  },
  {
    name: 'puts the video into a small window and works elsewhere',
    prepare: async (stage) => [await stage.open('academy', 'video'), await stage.open('village')],
    async play(stage, pages) {
      await stage.front('academy', pageAt(pages));
      await pageAt(pages).click('#pip');
      await pause(2_000);
      await stage.front('village', pageAt(pages, 1));
      await stage.type(pageAt(pages, 1), pageAt(pages, 1), 5_000);
    },
  },
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
  {
    name: 'has its tab moved into another window',
    prepare: async (stage) => [
      await stage.open('village'),
      await stage.open('outside', 'form', '', 'window'),
    ],
    async play(stage, pages) {
      const page = pageAt(pages);
      await page.evaluate(() => {
        document.title = location.href;
      });
      const tabId = await tabIdOf(stage, page);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      const move = `chrome.windows.getAll().then(async (all) => {
        const { windowId } = await chrome.tabs.get(${tabId});
        const other = all.find(({ id }) => id !== windowId);
        await chrome.tabs.move(${tabId}, { windowId: other.id, index: -1 });
      })`;
      await stage.turn(null, () => inWorker(stage, move));
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'comes back to a tab that was discarded',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await page.evaluate(() => {
        document.title = location.href;
      });
      const tabId = await tabIdOf(stage, page);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      await stage.leave();
      // The tab gets another id, and its page another connection, which the driver doesn't know.
      await inWorker(
        stage,
        `chrome.tabs.discard(${tabId}).then((tab) => { globalThis.discarded = tab.id; })`,
      );
      await pause(2_000);
      await stage.turn('village', () =>
        inWorker(stage, 'chrome.tabs.update(globalThis.discarded, { active: true })'),
      );
      await pause(4_000);
    },
  },
  {
    name: 'has the tools of developers in front',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      if (!stage.screen) throw new Error('no screen');
      await stage.screen.press('F12');
      // They take their time to open; the browser says when they have the keyboard.
      await page.waitForFunction(() => !document.hasFocus(), { polling: 50 });
      stage.clock.turnTo(null, Date.now());
      await pause(4_000);
    },
  },
  {
    name: 'works for long in a frame that no portal covers, at T thirty',
    measure: 30,
    prepare: onePage('village', 'outer', '?in=outside'),
    async play(stage, pages) {
      // Nobody may listen in that frame: that hands are at work is known from the idle state alone, which sees
      // the keys of the operating system and not the protocol's.
      const page = pageAt(pages);
      await stage.front('village', page);
      await (await stage.frame(page, 'outside')).click('[name=holder]');
      for (let n = 0; n < 20; n++) {
        await stage.screen?.press('a');
        stage.input();
        await pause(2_000);
      }
    },
  },
  {
    name: 'looks at the print preview for four seconds',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      if (!stage.screen) throw new Error('no screen');
      await stage.screen.press('ctrl+p');
      await page.waitForFunction(() => !document.hasFocus(), { polling: 50 });
      stage.clock.turnTo(null, Date.now());
      await pause(4_000);
      await stage.screen.press('Escape');
      await page.waitForFunction(() => document.hasFocus(), { polling: 50 });
      stage.clock.turnTo('village', Date.now());
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'goes on to a page that was loaded beforehand',
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await page.evaluate(() => {
        const next = `${location.pathname}/next`;
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [next] }] });
        document.head.append(rules);
        document.querySelector('#route')?.setAttribute('href', next);
      });
      await pause(3_000);
      await page.click('#route');
      stage.input();
      // The tab's frame is exchanged for the prepared one, and whoever asks in that moment gets no answer.
      await waitFor('the prepared page', () =>
        page.evaluate(() => location.pathname.endsWith('/next') || null).catch(() => null),
      );
      await stage.type(page, page, 3_000);
    },
  },
];

/** Runs in the background worker, which is no tab and takes no focus. */
async function inWorker(stage: Stage, source: string): Promise<void> {
  const target = stage.session.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(stage.session.extensionUrl('')));
  const worker = await target?.worker();
  if (!worker) throw new Error('no worker');
  await worker.evaluate(`(async () => { await ${source}; })()`);
}
