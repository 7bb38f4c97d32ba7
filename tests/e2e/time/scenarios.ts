// The hard cases of measuring attention. Each says what is true in its own words: `stage.turn` and `stage.input`
// write the truth, nothing is computed from what was recorded.
import type { Page } from 'puppeteer-core';
import { onePage, pageAt, pause, type Stage } from './stage';

export interface Scenario {
  name: string;
  /** What is compared: active time at this idle timeout, or open time. Default 60 s. */
  measure?: 30 | 60 | 'open';
  /** Also played in Firefox. */
  firefox?: true;
  /** Spans are found by their route alone: the scenario moves a clock. */
  anyTime?: boolean;
  /** Loads its pages, before the clock runs. */
  prepare(stage: Stage): Promise<Page[]>;
  play(stage: Stage, pages: Page[]): Promise<void>;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'types into one page',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 8_000);
    },
  },
  {
    name: 'reads with the wheel and the mouse',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      for (let n = 0; n < 6; n++) {
        await page.mouse.move(100 + n * 10, 200);
        await page.mouse.wheel({ deltaY: 60 });
        stage.input();
        await pause(1_000);
      }
    },
  },
  {
    name: 'takes the hands off at T thirty',
    measure: 30,
    prepare: onePage('village', 'fake'),
    async play(stage, pages) {
      // The page itself makes input events all the while: they are nobody's hands.
      await stage.front('village', pageAt(pages));
      await pause(38_000);
    },
  },
  {
    name: 'goes to and fro between two portals',
    firefox: true,
    prepare: async (stage) => [await stage.open('village'), await stage.open('academy')],
    async play(stage, pages) {
      for (let n = 0; n < 8; n++) {
        await stage.front(n % 2 ? 'academy' : 'village', pageAt(pages, n % 2));
        await pause(1_000);
      }
    },
  },
  {
    name: 'flips through tabs without a pause',
    prepare: async (stage) => [await stage.open('village'), await stage.open('academy')],
    async play(stage, pages) {
      for (let n = 0; n < 24; n++) {
        await stage.front(n % 2 ? 'academy' : 'village', pageAt(pages, n % 2));
        await pause(120);
      }
    },
  },
  {
    name: 'leaves a portal in a hidden tab',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      await stage.front('village', pageAt(pages));
      await pause(2_000);
      await stage.leave();
      await pause(6_000);
    },
  },
  {
    name: 'types into a cross-origin frame for twenty seconds',
    firefox: true,
    prepare: onePage('town', 'outer', '?in=town-frame'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('town', page);
      await stage.type(page, await stage.frame(page, 'town-frame'), 20_000);
    },
  },
  {
    name: 'types into a frame of the same origin',
    firefox: true,
    prepare: onePage('village', 'outer', '?in=village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, await stage.frame(page, 'village'), 6_000);
    },
  },
  {
    name: 'works in a portal that another one embeds',
    firefox: true,
    prepare: onePage('village', 'outer', '?in=academy'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      const frame = await stage.frame(page, 'academy');
      await stage.turn('academy', () => frame.click('[name=holder]'));
      await stage.type(page, frame, 5_000);
      await stage.turn('village', () => page.click('[name=holder]'));
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'works in a frame in a frame',
    prepare: onePage('village', 'outer', '?in=town-frame>academy'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 2_000);
      const frame = await stage.frame(page, 'academy');
      await stage.turn('academy', () => frame.click('[name=holder]'));
      await stage.type(page, frame, 6_000);
    },
  },
  {
    name: 'works in a frame that no portal covers',
    prepare: onePage('village', 'outer', '?in=outside'),
    async play(stage, pages) {
      // Nobody may look into that frame: its page stands in for it.
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 2_000);
      await stage.type(page, await stage.frame(page, 'outside'), 6_000);
    },
  },
  {
    name: 'works in a srcdoc frame',
    prepare: onePage('village', 'srcdoc'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      const frame = page.frames().find((each) => each !== page.mainFrame());
      if (!frame) throw new Error('no srcdoc frame');
      await stage.type(page, frame, 5_000);
    },
  },
  {
    name: 'writes in a rich text editor',
    firefox: true,
    prepare: onePage('village', 'editor'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      const box = await (await page.$('#editor'))?.boundingBox();
      await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 30);
      for (let n = 0; n < 5; n++) {
        await page.keyboard.press('KeyA');
        stage.input();
        await pause(1_000);
      }
    },
  },
  {
    name: 'types into an open shadow root',
    prepare: onePage('village', 'shadow'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await (await page.$('>>> [name=holder]'))?.click();
      for (let n = 0; n < 4; n++) {
        await page.keyboard.press('KeyA');
        stage.input();
        await pause(1_000);
      }
    },
  },
  {
    name: 'moves on by pushState',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      await page.evaluate(() => history.pushState(null, '', `${location.pathname}/next`));
      await stage.type(page, page, 3_000);
      await page.goBack();
      await stage.type(page, page, 2_000);
    },
  },
  {
    name: 'moves on by the hash',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 2_000);
      await page.click('#route');
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'loads the page anew',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      await page.reload({ waitUntil: 'load' });
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'goes to another portal in the same tab',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      await stage.turn('academy', () => page.goto(stage.address('academy'), { waitUntil: 'load' }));
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'comes back by the back button',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 3_000);
      await stage.turn(null, () => page.goto(stage.address('outside'), { waitUntil: 'load' }));
      await pause(2_000);
      await stage.turn('village', () => page.goBack({ waitUntil: 'load' }));
      await stage.type(page, page, 3_000);
    },
  },
  {
    name: 'waits for a page whose thread is busy for ten seconds',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 2_000);
      await page.evaluate(() => {
        const until = performance.now() + 10_000;
        while (performance.now() < until);
      });
      await stage.type(page, page, 2_000);
    },
  },
  {
    name: 'closes the tab in the middle of it',
    firefox: true,
    prepare: onePage('village'),
    async play(stage, pages) {
      const page = pageAt(pages);
      await stage.front('village', page);
      await stage.type(page, page, 4_000);
      await stage.turn(null, () => page.close());
    },
  },
  {
    name: 'has the same portal in two tabs',
    prepare: async (stage) => [await stage.open('village'), await stage.open('village')],
    async play(stage, pages) {
      for (const page of pages) {
        await stage.front('village', page);
        await stage.type(page, page, 3_000);
      }
    },
  },
];
