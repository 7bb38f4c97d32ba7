// Hard cases of windows and tabs that only Chromium's protocol, or a screen of its own, can bring about.
import type { Page } from 'puppeteer-core';
import { answerOf, waitFor } from '../harness/session';
import { inWorker, tabIdOf } from './in-worker';
import type { Scenario } from './scenarios';
import { onePage, pageAt, pause } from './stage';

/** When the page got or lost the focus, by its own clock: the driver may hear of it late. */
const focusTurned = async (page: Page, has: boolean): Promise<number> => {
  const turned = await page.waitForFunction(
    (wanted) => (document.hasFocus() === wanted ? Date.now() : null),
    { polling: 50 },
    has,
  );
  return (await turned.jsonValue()) ?? Date.now();
};

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
      // The browser ends the page's process at once: what that had not yet told is lost, up to a checkpoint.
      await focusTurned(page, false);
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
      stage.clock.turnTo(null, await focusTurned(page, false));
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
      stage.clock.turnTo(null, await focusTurned(page, false));
      await pause(4_000);
      await stage.screen.press('Escape');
      stage.clock.turnTo('village', await focusTurned(page, true));
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
      await waitFor('the prepared page', () =>
        answerOf(page.evaluate(() => location.pathname.endsWith('/next') || null)),
      );
      // The driver exchanges its own frame for that of the page a moment later.
      await pause(500);
      await stage.type(page, page, 3_000);
    },
  },
];
