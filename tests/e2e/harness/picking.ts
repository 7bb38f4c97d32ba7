// A hand for the picker: its panel hangs in a closed shadow root, which a page can't look into.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Draft } from '../../../utils/config/draft';
import { ROOT } from './build';
import type { BrowserKind, Session } from './session';

/** The guide's pictures are made where its readers' language is. */
export async function picture(of: Page | ElementHandle, name: string, kind: BrowserKind): Promise<void> {
  const isForGuide = Boolean(process.env.UPDATE_IMAGES) && kind === 'chromium' && GUIDE.includes(name);
  const folder = join(ROOT, isForGuide ? 'docs/images' : `test-results/picking/${kind}`);
  await mkdir(folder, { recursive: true });
  await of.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
}
const GUIDE = ['pick-bar', 'pick-review'];

export const pickerIsOn = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-fingertip-ledger-pick')).catch(() => false);

/** Firefox is told by a preference, not by its driver. */
export async function inTheDark(page: Page, kind: BrowserKind, work: () => Promise<unknown>): Promise<void> {
  const set = (value: string) =>
    kind === 'chromium' && page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  await set('dark');
  await work();
  await set('light');
}

/** A page that counts the clicks that reach it. */
export async function openCounted(session: Session, url: string, mark: string): Promise<Page> {
  const page = await session.newPage();
  await page.evaluateOnNewDocument(() => {
    const counted = globalThis as unknown as { arrived: number };
    counted.arrived = 0;
    document.addEventListener('click', () => {
      counted.arrived += 1;
    });
  });
  await page.goto(url);
  await page.waitForSelector(mark);
  return page;
}

/** Counted by the page since it was loaded. */
export const clicksThatArrived = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { arrived: number }).arrived);

/** Moves to an element and clicks where it is, whatever lies over it. */
export async function pointAt(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  const at = await page.$eval(selector, (one) => {
    one.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = one.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(at.x - 2, at.y - 2);
  await page.mouse.click(at.x, at.y);
}

interface DevToolsNode {
  nodeId: number;
  attributes?: string[];
  children?: DevToolsNode[];
  shadowRoots?: DevToolsNode[];
  nodeValue?: string;
}

/** Clicks a button of the bar, by its name or by its words (Chromium: DevTools look into closed roots). */
export async function closedButton(page: Page, wanted: string | RegExp): Promise<true | null> {
  const client = await page.createCDPSession();
  try {
    const { root } = (await client.send('DOM.getDocument', { depth: -1, pierce: true })) as {
      root: DevToolsNode;
    };
    const button = all(root).find((node) => {
      const name = node.attributes?.[node.attributes.indexOf('data-pick') + 1];
      const isButton = node.attributes?.includes('data-pick');
      return isButton && (typeof wanted === 'string' ? name === wanted : wanted.test(textOf(node)));
    });
    if (!button) return null;
    const { model } = await client.send('DOM.getBoxModel', { nodeId: button.nodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    return true;
  } finally {
    await client.detach();
  }
}

const all = (node: DevToolsNode): DevToolsNode[] => [
  node,
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all),
];
const textOf = (node: DevToolsNode): string =>
  all(node)
    .map(({ nodeValue }) => nodeValue ?? '')
    .join('');

/** What the editor's draft has of a portal, once it is kept. */
export async function draftRules(editor: Page, portalId: string): Promise<unknown> {
  await editor.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const kept = await editor.evaluate(() => localStorage.getItem('config-draft') ?? '{}');
  return (JSON.parse(kept) as Draft).portals.find(({ id }) => id === portalId);
}
