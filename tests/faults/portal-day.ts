// A day at the plain portals, as fast as hands of a driver go: opens a form, fills it with canaries, sends it,
// reads the answer, goes on. It goes on until it is told to stop or its browser is gone.
import type { Page } from 'puppeteer-core';
import type { Random } from '../../scripts/seed/random';
import { FIELDS, type PlainValues } from '../e2e/harness/plain-acts';
import type { PortalServer } from '../portals/serve';
import type { Sent } from './truth';

/** Found nowhere else: whatever holds one of these holds what a person typed. */
export const CANARIES = ['金丝雀', 'canary', '1739100'] as const;
export const PORTALS = ['plain-a', 'plain-b', 'plain-c', 'plain-d'] as const;
const READS_MS = [600, 1_200] as const;
const PATHS = ['/', '/', '/', '/slow', '/strict', '/case'] as const;

export interface PortalDay {
  sent: Sent[];
  /** When the page in front was last left for another one. */
  movedAt: number;
  startedAt: number;
  /** Time between pages, which is time on none. */
  loadingMs: number;
  /** Each page from its arrival until it was left; the last one is still open. */
  stays: { from: number; until: number }[];
}

export const newDay = (): PortalDay => ({
  sent: [],
  movedAt: 0,
  startedAt: 0,
  loadingMs: 0,
  stays: [],
});

export function valuesFor(random: Random, path: string): PlainValues {
  const phone =
    path === '/strict' && random.chance(0.5) ? '13917391001' : `1739100${random.whole(1000, 9999)}`;
  return {
    holder: `金丝雀${random.pick(['赵', '钱', '孙', '李'])}${random.whole(1, 99)}`,
    phone,
    address: `canary巷${random.whole(1, 999)}号`,
    note: `金丝雀走访第${random.whole(1, 9_999)}次`,
  };
}

/** Each round is one form sent. `onCommit` is told of the moment between click and answer. */
export async function playDay(
  page: Page,
  server: PortalServer,
  random: Random,
  day: PortalDay,
  goesOn: () => boolean,
  { portals = PORTALS, onCommit = () => {} }: { portals?: readonly string[]; onCommit?: () => void } = {},
): Promise<void> {
  let portalId: string | null = null;
  let path = '';
  while (goesOn()) {
    if (portalId === null || random.chance(0.3)) {
      portalId = random.pick(portals);
      path = random.pick(PATHS);
      const leftAt = Date.now();
      const last = day.stays.at(-1);
      if (last) last.until = leftAt;
      await page.goto(`http://${portalId}.test:${server.port}${path}`);
      day.movedAt = Date.now();
      if (last) day.loadingMs += day.movedAt - leftAt;
      day.startedAt ||= day.movedAt;
      day.stays.push({ from: day.movedAt, until: Number.POSITIVE_INFINITY });
    }
    await fill(page, valuesFor(random, path), path);
    if (!goesOn()) return;
    const sending: Sent = { portalId, from: Date.now(), until: Number.POSITIVE_INFINITY };
    day.sent.push(sending);
    await page.click('#send');
    onCommit();
    await page.waitForFunction(`document.querySelector('#said').textContent !== ''`, { timeout: 20_000 });
    sending.until = Date.now();
    // Nobody types on without having seen the answer.
    await new Promise((resolve) => setTimeout(resolve, random.whole(...READS_MS)));
  }
}

export async function fill(page: Page, values: PlainValues, path: string): Promise<void> {
  const byName: Record<string, string> =
    path === '/case'
      ? { idcard: values.phone, phone: values.phone, account: values.phone, note: values.note }
      : Object.fromEntries(FIELDS.map((name) => [name, values[name]]));
  for (const [name, value] of Object.entries(byName)) {
    await page.click(`[name=${name}]`, { count: 3 });
    await page.keyboard.type(value);
  }
}
