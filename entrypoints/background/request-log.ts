// Write requests of tabs on granted hosts, and navigations, as the browser reports them: method, address, type and
// status, never a body or a header. They are kept in the worker's memory alone, for as long as an attempt may still
// be looking for them.
import type { WebRequest } from 'webextension-polyfill';
import { PATIENCE_MS } from '../../utils/domain/patience';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const TYPES: WebRequest.ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'];
const NAVIGATIONS = new Set(['main_frame', 'sub_frame']);
/** An attempt that comes late looks for requests that began no longer ago. */
const LIFE_MS = PATIENCE_MS + 5_000;
/** A window that is done with its form closes itself this soon after the answer; a person takes longer over it. */
const CLOSED_MS = 5_000;
/** The browser may tell of a closed tab so long before it tells that the tab's last request has ended. */
const REPORT_LAG_MS = 1_000;
/** A page that asks without end makes us remember so many of its requests, and forgets none of another tab's. */
const MOST_RECENT = 200;

export interface Asked {
  tabId: number;
  frameId: number;
  navigation: boolean;
  startedAt: number;
}

export interface Begun {
  tabId: number;
  method: string;
  url: string;
  startedAt: number;
}

export interface Finished extends Asked, Begun {
  endedAt: number;
  ok: boolean;
  /** A write that ended as a GET was redirected. */
  redirected: boolean;
  /** The tab was closed as soon as it had ended. */
  tabClosed: boolean;
}

export interface RequestLog {
  /** In the order in which they ended. */
  recent(): readonly Finished[];
  underWay(): Iterable<Begun>;
  /** Marks what of a tab had just ended well when it was closed, and tells what that was. */
  noteClosedTab(tabId: number): readonly Finished[];
}

export const isWrite = ({ method }: { method: string }): boolean => WRITES.has(method);

/** `setOut` hears of writes that navigate, `ended` of everything. */
export function startRequestLog(hear: {
  setOut(request: Asked): void;
  ended(request: Finished): void;
}): RequestLog {
  const started = new Map<string, Begun>();
  const closedAt = new Map<number, number>();
  let recent: Finished[] = [];

  const filter: WebRequest.RequestFilter = { urls: ['http://*/*', 'https://*/*'], types: TYPES };
  const { webRequest } = browser;
  webRequest.onBeforeRequest.addListener((details) => {
    // A redirect keeps the request's id: what was sent is the first method.
    if (details.tabId < 0 || started.has(details.requestId) || !isOfInterest(details)) return undefined;
    const { tabId, frameId, method, url, timeStamp: startedAt } = details;
    started.set(details.requestId, { tabId, method, url, startedAt });
    const navigation = NAVIGATIONS.has(details.type);
    if (navigation && isWrite(details)) hear.setOut({ tabId, frameId, navigation, startedAt });
    return undefined;
  }, filter);
  webRequest.onCompleted.addListener((details) => end(details, details.statusCode < 400), filter);
  webRequest.onErrorOccurred.addListener((details) => {
    // What the page itself broke off (it was left, or thought better of it) failed nobody.
    if (/abort/i.test(details.error)) started.delete(details.requestId);
    else end(details, false);
  }, filter);

  const end = (
    details: WebRequest.OnCompletedDetailsType | WebRequest.OnErrorOccurredDetailsType,
    ok: boolean,
  ) => {
    const begun = started.get(details.requestId);
    started.delete(details.requestId);
    // A worker that died in between has lost the start: the end is late, but near enough to be joined.
    const { method = details.method, startedAt = details.timeStamp } = begun ?? {};
    const { tabId, frameId, url, type, timeStamp: endedAt } = details;
    if (tabId < 0 || !isOfInterest({ method, type })) return;
    const closed = closedAt.get(tabId);
    const request: Finished = {
      tabId,
      frameId,
      method,
      navigation: NAVIGATIONS.has(type),
      url,
      startedAt,
      endedAt,
      ok,
      redirected: isWrite({ method }) && details.method === 'GET',
      tabClosed: ok && closed !== undefined && endedAt - closed < REPORT_LAG_MS,
    };
    keep(request);
    hear.ended(request);
  };

  const keep = (request: Finished) => {
    const { wall } = systemClock();
    recent = recent.filter((earlier) => wall - earlier.startedAt < LIFE_MS);
    const ofTab = recent.filter(({ tabId }) => tabId === request.tabId);
    if (ofTab.length >= MOST_RECENT) recent = recent.filter((earlier) => earlier !== ofTab[0]);
    recent.push(request);
  };

  return {
    recent: () => recent,
    underWay: () => started.values(),
    noteClosedTab(tabId) {
      const { wall } = systemClock();
      for (const [other, at] of closedAt) if (wall - at > REPORT_LAG_MS) closedAt.delete(other);
      closedAt.set(tabId, wall);
      const isJustDone = (request: Finished) =>
        request.tabId === tabId && request.ok && wall - request.endedAt <= CLOSED_MS;
      const last = recent.filter(isJustDone);
      // An attempt's own message may still be on its way: then this is told when that has come.
      for (const request of last) request.tabClosed = true;
      return last;
    },
  };
}

function isOfInterest({ method, type }: { method: string; type: string }): boolean {
  return isWrite({ method }) || (method === 'GET' && NAVIGATIONS.has(type));
}
