// What the popup asks of the browser around it: the day, and the page in front.
import type { FrontPageState } from '../../components/front-page';
import { textIn } from '../../utils/config/local-text';
import type { Portal } from '../../utils/config/schema';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ask } from '../../utils/messaging/messenger';
import type { FrontPage } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import type { Problem } from '../../utils/platform/problem';
import type { Ledger } from '../../utils/storage/database';
import { isDataNewer } from '../../utils/storage/installation';

export function readToday(): string {
  const { wall, utcOffsetMin } = systemClock();
  return dateKeyAt(wall, utcOffsetMin);
}

/** A ledger of a newer version is shown and not written to: the popup says so. */
export async function readNewerData(db: Ledger): Promise<Problem | null> {
  return (await isDataNewer(db)) ? { code: 'dataIsNewer', path: '' } : null;
}

/** null when no sensor of ours is in it. The tab's address stays unknown to us. */
export async function readFrontPage(): Promise<FrontPage | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  return (await ask(tab.id, 'frontPage', null)) ?? null;
}

/** The page in front with its portal's name. A page hears of a pause a moment later than the popup. */
export function frontPageState(
  page: FrontPage | null | undefined,
  paused: boolean,
  portals: readonly Pick<Portal, 'id' | 'title'>[],
  language: string,
): FrontPageState {
  if (page === undefined) return { state: 'asking' };
  if (page === null) return { state: 'absent' };
  const portal = portals.find(({ id }) => id === page.portalId);
  const state = paused && page.state === 'measured' ? 'paused' : page.state;
  return { state, title: portal ? textIn(portal.title, language) : null };
}
