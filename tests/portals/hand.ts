// A person's hand on a page: real mouse and key events through the browser (trusted input), in any frame.
// It waits for marks in the page and never sleeps a fixed time, except where an act itself is "wait a while".
import type { ElementHandle, Frame, KeyInput, Page } from 'puppeteer-core';

const PATIENCE_MS = 15_000;

export interface Hand {
  readonly page: Page;
  /** The portal's address: `http://HOST:PORT`. */
  readonly origin: string;
  /** Addresses of further hosts of the same run. */
  originOf(host: string): string;
  /** Opens a path of the portal and waits until `mark` (a selector) is visible. */
  open(path: string, mark: string): Promise<void>;
  /** The same hand inside the frame that the iframe element `selector` holds. */
  inFrame(selector: string): Promise<Hand>;
  /** Clicks the middle of the first visible element matching the selector (and, if given, whose text contains `text`; inner white space is ignored). */
  click(selector: string, text?: string): Promise<void>;
  doubleClick(selector: string, text?: string): Promise<void>;
  /** Clicks into the field, selects what is there, and types over it, key by key. */
  type(selector: string, text: string): Promise<void>;
  press(key: KeyInput): Promise<void>;
  /** Chooses a file made of `bytes` in a file input (works on hidden inputs as well). */
  chooseFile(selector: string, files: string[]): Promise<void>;
  /** Waits until an element is visible (and contains the text). */
  see(selector: string, text?: string): Promise<void>;
  /** Waits until no element matching (and containing the text) is visible. */
  seeGone(selector: string, text?: string): Promise<void>;
  /** Waits for a condition in the page. */
  until(predicate: string): Promise<void>;
  /** For acts that are themselves "wait": a heartbeat that fires, a toast that goes. */
  rest(ms: number): Promise<void>;
  /** The driver's own word on what happened, for a page that answers its own requests. */
  journal(verdict: 'accepted' | 'rejected' | 'checkIn'): void;
}

/** Evaluated in the page: the first visible match, through open shadow roots. */
const FIND = `(selector, text) => {
  const bare = (s) => (s || '').replace(/\\s+/g, '');
  const seen = (e) => { const b = e.getBoundingClientRect(); const s = getComputedStyle(e); return b.width > 0 && b.height > 0 && s.visibility !== 'hidden' && s.display !== 'none'; };
  const walk = (root) => {
    for (const e of root.querySelectorAll(selector)) if (seen(e) && (!text || bare(e.textContent || e.value).includes(bare(text)) || bare(e.value).includes(bare(text)))) return e;
    for (const e of root.querySelectorAll('*')) if (e.shadowRoot) { const f = walk(e.shadowRoot); if (f) return f; }
    return null;
  };
  return walk(document);
}`;

async function find(frame: Frame, selector: string, text?: string): Promise<ElementHandle<Element>> {
  const handle = await frame.waitForFunction(
    `(${FIND})(${JSON.stringify(selector)}, ${JSON.stringify(text ?? '')})`,
    { timeout: PATIENCE_MS, polling: 50 },
  );
  const element = handle.asElement();
  if (!element) throw new Error(`not seen: ${selector} ${text ?? ''}`);
  return element as ElementHandle<Element>;
}

/** Where the element stands, or '' while it (or what holds it) is still moving or something lies over it. */
const PLACE = (e: Element): string => {
  const box = e.getBoundingClientRect();
  for (let n: Element | null = e; n; n = n.parentElement ?? (n.getRootNode() as ShadowRoot).host ?? null) {
    const moving = n
      .getAnimations()
      .some((a) => a.playState === 'running' && Number.isFinite(a.effect?.getComputedTiming().endTime));
    if (moving) return '';
  }
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = (e.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  const near = !top || e.contains(top) || top.contains(e) || Boolean(top.closest('label')?.contains(e));
  return near ? [x, y, box.width, box.height].join() : '';
};

/** Waits until the element stands still: a click at an opening dialog or list would land beside it. */
async function settle(element: ElementHandle<Element>): Promise<void> {
  const until = Date.now() + 2_000;
  let before = await element.evaluate(PLACE);
  while (Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = await element.evaluate(PLACE);
    if (now && now === before) return;
    before = now;
  }
}

export interface HandOptions {
  page: Page;
  origin: string;
  originOf(host: string): string;
  journal(verdict: 'accepted' | 'rejected' | 'checkIn'): void;
}

export function makeHand(options: HandOptions, frame: Frame = options.page.mainFrame()): Hand {
  const { page } = options;
  const gone = async (selector: string, text?: string) => {
    await frame.waitForFunction(`!(${FIND})(${JSON.stringify(selector)}, ${JSON.stringify(text ?? '')})`, {
      timeout: PATIENCE_MS,
      polling: 50,
    });
  };
  const click = async (selector: string, text: string | undefined, count: number) => {
    const element = await find(frame, selector, text);
    await settle(element);
    await element.click({ count });
  };
  return {
    page,
    origin: options.origin,
    originOf: options.originOf,
    async open(path, mark) {
      await page.goto(options.origin + path, { waitUntil: 'domcontentloaded' });
      await find(page.mainFrame(), mark);
    },
    async inFrame(selector) {
      const element = await find(frame, selector);
      const inner = await (element as ElementHandle<HTMLIFrameElement>).contentFrame();
      return makeHand(options, inner);
    },
    click: (selector, text) => click(selector, text, 1),
    doubleClick: (selector, text) => click(selector, text, 2),
    async type(selector, text) {
      const element = await find(frame, selector);
      await settle(element);
      await element.click();
      await page.keyboard.down('Control');
      await page.keyboard.press('KeyA');
      await page.keyboard.up('Control');
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    press: (key) => page.keyboard.press(key),
    async chooseFile(selector, files) {
      const element = await frame.$(selector);
      await (element as ElementHandle<HTMLInputElement>).uploadFile(...files);
    },
    async see(selector, text) {
      await find(frame, selector, text);
    },
    seeGone: gone,
    async until(predicate) {
      await frame.waitForFunction(predicate, { timeout: PATIENCE_MS, polling: 50 });
    },
    rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    journal: options.journal,
  };
}
