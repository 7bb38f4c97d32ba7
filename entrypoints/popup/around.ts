// What the popup asks of the browser around it: the day, and the page in front.
import type { FrontPageState } from '../../components/front-page';
import { textIn } from '../../utils/config/local-text';
import { dateKeyAt } from '../../utils/domain/local-day';
import { ask } from '../../utils/messaging/messenger';
import type { FrontPage } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import type { Problem } from '../../utils/platform/problem';
import type { Ledger } from '../../utils/storage/database';
import { isDataNewer } from '../../utils/storage/installation';
import { portalNames } from '../../utils/storage/portal-names';

export function readToday(): string {
  const { wall, utcOffsetMin } = systemClock();
  return dateKeyAt(wall, utcOffsetMin);
}

/** A ledger of a newer version is shown and not written to: the popup says so. */
export async function readNewerData(db: Ledger): Promise<Problem | null> {
  return (await isDataNewer(db)) ? { code: 'dataIsNewer', path: '' } : null;
}

/** null when no sensor of ours is in it. The tab's address stays unknown to us. */
export async function readFrontPage(
  db: Ledger,
  language: string,
): Promise<(FrontPage & { title: string | null }) | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const page = tab?.id === undefined ? undefined : await ask(tab.id, 'frontPage', null);
  if (!page) return null;
  const known = portalNames(await db.configHistory.toArray()).get(page.portalId ?? '');
  return { ...page, title: known ? textIn(known.title, language) : null };
}

/** A page hears of a pause a moment later than the popup. */
export function frontPageState(
  page: Awaited<ReturnType<typeof readFrontPage>> | undefined,
  paused: boolean,
): FrontPageState {
  if (page === undefined) return { state: 'asking' };
  if (page === null) return { state: 'absent' };
  return { state: paused && page.state === 'measured' ? 'paused' : page.state, title: page.title };
}
