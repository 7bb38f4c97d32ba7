// The stage on which scenarios about time are played: real tabs and windows, and the script's own clock as the
// truth. Every scenario has a word of its own in its addresses' paths, so that its rows can be told from the
// others' by their route, and one reading at the end serves all.
import type { Frame, Page } from 'puppeteer-core';
import type { Span } from '../../../utils/domain/records';
import { FocusClock } from '../harness/focus-clock';
import type { Screen } from '../harness/screen';
import { type ExtensionScope, type Session, waitFor } from '../harness/session';

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export class Stage {
  readonly clock = new FocusClock();
  readonly word: string;
  readonly #opened: Page[] = [];

  constructor(
    readonly session: Session,
    readonly port: number,
    /** A page of no portal: while it is in front nothing may be counted. */
    readonly elsewhere: Page,
    index: number,
    /** Chromium's windows stand on one, so that they have the focus one at a time. */
    readonly screen: Screen | null,
  ) {
    // Letters only, and short: a route leaves out digits and whatever may be an id.
    this.word = `scene-${[...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}`;
  }

  address(portal: string, page = 'form', query = ''): string {
    return `http://${portal}.test:${this.port}/${page}/${this.word}${query}`;
  }

  async open(portal: string, page?: string, query?: string, where: 'tab' | 'window' = 'tab'): Promise<Page> {
    const opened = await this.session.browser.newPage({ type: where });
    this.#opened.push(opened);
    await opened.goto(this.address(portal, page, query), { waitUntil: 'load' });
    return opened;
  }

  frame(page: Page, host: string): Promise<Frame> {
    return waitFor(
      `the frame of ${host}`,
      () => page.frames().find((one) => one.url().includes(`//${host}.`) && one !== page.mainFrame()) ?? null,
    );
  }

  /** The focus goes to a portal or, null, to none. A switch takes some milliseconds: its middle is the truth. */
  async turn(portal: string | null, doing: () => Promise<unknown>): Promise<void> {
    const before = Date.now();
    await doing();
    this.clock.turnTo(portal, (before + Date.now()) / 2);
  }

  front(portal: string, page: Page): Promise<void> {
    return this.turn(portal, () => page.bringToFront());
  }

  async leave(): Promise<void> {
    await this.turn(null, () => this.elsewhere.bringToFront());
  }

  input(): void {
    this.clock.input(Date.now());
  }

  /** Types into the page's (or frame's) field, one key every `everyMs`. */
  async type(page: Page, target: Page | Frame, ms: number, everyMs = 1_000): Promise<void> {
    const until = Date.now() + ms;
    await target.click('[name=holder]');
    this.input();
    while (Date.now() < until) {
      await pause(Math.min(everyMs, Math.max(0, until - Date.now())));
      await page.keyboard.press('KeyA');
      this.input();
    }
  }

  /** Runs in a page of the extension, which opens in its own tab and closes again: it takes the focus. */
  async asExtension<Given, T>(
    doing: (given: Given, scope: ExtensionScope) => Promise<T>,
    given: Given,
  ): Promise<T> {
    const page = await this.session.openExtensionPage(
      this.session.kind === 'firefox' ? 'icons/48.png' : 'manifest.json',
    );
    try {
      const source = `(${doing.toString()})(${JSON.stringify(given)}, globalThis)`;
      return (await page.evaluate(source)) as T;
    } finally {
      await page.close();
    }
  }

  async close(): Promise<void> {
    for (const page of this.#opened) if (!page.isClosed()) await page.close().catch(() => undefined);
  }
}

/** A scenario's one page, loaded beforehand. */
export const onePage =
  (portal: string, page?: string, query?: string) =>
  async (stage: Stage): Promise<Page[]> => [await stage.open(portal, page, query)];

export function pageAt(pages: readonly Page[], index = 0): Page {
  const page = pages[index];
  if (!page) throw new Error('the scenario has no such page');
  return page;
}

/** Active milliseconds of a row at T, computed here and not by the extension's own code. */
export function activeOf(row: Span, timeoutMs: number): number {
  const idle = row.gaps.reduce((sum, [offset, length]) => {
    const from = Math.max(offset + timeoutMs, 0);
    return sum + Math.max(0, Math.min(offset + length, row.openMs) - from);
  }, 0);
  return row.openMs - idle;
}
