// Watches write requests of tabs on granted hosts: method, route, type and status, never a body, a header or
// a query. What follows a gesture is joined to its attempt by tab, frame and time; what happens without one
// is learned as noise and never confirms anything.
import type { WebRequest } from 'webextension-polyfill';
import { matchRequest } from '../../utils/config/match';
import { fingerprint } from '../../utils/domain/fingerprint';
import type { Evidence } from '../../utils/domain/outcomes';
import { toRoute } from '../../utils/domain/route';
import { ask } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import type { Ledger, PendingAttempt } from '../../utils/storage/database';
import { isNoise, tallyRequest } from '../../utils/storage/noise-store';
import { addEvidence } from '../../utils/storage/record-store';
import { written } from '../../utils/storage/write-facts';
import type { InForceSource } from './in-force';
import { PATIENCE_MS } from './recorder';
import { openerOf } from './sender';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const TYPES: WebRequest.ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'];
const NAVIGATIONS = new Set(['main_frame', 'sub_frame']);
/** A request may start a moment before the gesture's message has its time. */
const EARLY_MS = 150;
/** A request this long after the last gesture in its frame was the page's own. */
const UNPROMPTED_MS = 2_500;
/** A window that is done with its form closes itself this soon after the answer; a person takes longer over it. */
const CLOSED_MS = 5_000;
/** A page that asks without end makes us remember so many of its requests, and forgets none of another tab's. */
const MOST_RECENT = 200;

interface Finished {
  tabId: number;
  frameId: number;
  method: string;
  navigation: boolean;
  url: string;
  startedAt: number;
  endedAt: number;
  ok: boolean;
  /** A write that ended as a GET was redirected. */
  redirected: boolean;
  joinedTo: Set<string>;
  taken: Promise<void>;
  /** The tab was closed as soon as it had ended. */
  tabClosed: boolean;
}

type Asked = Pick<Finished, 'tabId' | 'frameId' | 'startedAt' | 'navigation'>;
type Begun = Pick<Finished, 'tabId' | 'method' | 'url' | 'startedAt'>;

export interface RequestWatch {
  /** Looks again at the latest requests of a tab: an attempt or its evidence came after them. */
  rejoin(tabId: number): Promise<void>;
  /** Whether a write that followed the attempt's gesture has no answer yet. */
  isUnderWay(attempt: Pick<PendingAttempt, 'tabId' | 'at'>): Promise<boolean>;
  noteClosedTab(tabId: number): Promise<void>;
}

export function startRequestWatch(db: Ledger, inForce: InForceSource): RequestWatch {
  const started = new Map<string, Begun>();
  /** The browser may tell of a closed tab before it tells that the tab's last request has ended. */
  const closedTabs = new Set<number>();
  let recent: Finished[] = [];

  const filter: WebRequest.RequestFilter = { urls: ['http://*/*', 'https://*/*'], types: TYPES };
  const { webRequest } = browser;
  webRequest.onBeforeRequest.addListener((details) => {
    // A redirect keeps the request's id: what was sent is the first method.
    if (details.tabId < 0 || started.has(details.requestId)) return undefined;
    if (!isOfInterest(details.method, details.type)) return undefined;
    const { tabId, method, url, timeStamp } = details;
    started.set(details.requestId, { tabId, method, url, startedAt: timeStamp });
    if (NAVIGATIONS.has(details.type) && WRITES.has(details.method)) void expectAnswer(details);
    return undefined;
  }, filter);
  webRequest.onCompleted.addListener((details) => finish(details, details.statusCode < 400), filter);
  webRequest.onErrorOccurred.addListener((details) => {
    // What the page itself broke off (it was left, or thought better of it) failed nobody.
    if (/abort/i.test(details.error)) started.delete(details.requestId);
    else finish(details, false);
  }, filter);

  const finish = (
    details: {
      requestId: string;
      tabId: number;
      frameId: number;
      method: string;
      url: string;
      type: string;
      timeStamp: number;
    },
    ok: boolean,
  ) => {
    const begun = started.get(details.requestId);
    started.delete(details.requestId);
    // A worker that died in between has lost the start: the end is late, but near enough to be joined.
    const method = begun?.method ?? details.method;
    if (details.tabId < 0 || !isOfInterest(method, details.type)) return;
    const request: Finished = {
      tabId: details.tabId,
      frameId: details.frameId,
      method,
      navigation: NAVIGATIONS.has(details.type),
      url: details.url,
      startedAt: begun?.startedAt ?? details.timeStamp,
      endedAt: details.timeStamp,
      ok,
      redirected: WRITES.has(method) && details.method === 'GET',
      joinedTo: new Set(),
      taken: Promise.resolve(),
      tabClosed: closedTabs.has(details.tabId),
    };
    const { wall } = systemClock();
    recent = recent.filter((earlier) => wall - earlier.startedAt < PATIENCE_MS + 5_000);
    const ofTab = recent.filter(({ tabId }) => tabId === request.tabId);
    if (ofTab.length >= MOST_RECENT) recent = recent.filter((earlier) => earlier !== ofTab[0]);
    recent.push(request);
    request.taken = take(request);
  };

  const take = async (request: Finished) => {
    if ((await inForce.read()).settings.consentAt === null) return;
    if ((await join(request)) || !WRITES.has(request.method) || request.navigation) return;
    const gesture = await ask(request.tabId, 'lastGesture', null, request.frameId);
    if (gesture && gesture.agoMs > UNPROMPTED_MS) await tallyRequest(db, keyOf(request), 'unprompted');
  };

  /** A form that navigates by POST has set out: the document it brings asks for its attempt when it loads. */
  const expectAnswer = async ({
    tabId,
    frameId,
    timeStamp,
  }: {
    tabId: number;
    frameId: number;
    timeStamp: number;
  }) => {
    const attempt = await attemptFor({ tabId, frameId, startedAt: timeStamp, navigation: true });
    if (!attempt) return;
    await db.pending.update(attempt.actionId, { answerFrameId: frameId, answerTabId: tabId });
    await addEvidence(db, attempt.actionId, ['native:request'], systemClock().wall);
  };

  /** Whether the request belongs to an open attempt; then its evidence is written. */
  const join = async (request: Finished): Promise<boolean> => {
    const attempt = await attemptFor(request);
    if (!attempt) return false;
    if (request.joinedTo.has(attempt.actionId)) return true;
    const state = await inForce.read();
    const portal = state.portals.find((candidate) => candidate.id === attempt.portalId);
    const rule = portal ? matchRequest(portal, request.method, request.url) : null;
    if (!WRITES.has(request.method)) {
      // A GET is a commit only where a form navigates by it.
      const action = await db.actions.get(attempt.actionId);
      if (!action?.evidence.includes('native:form')) return false;
    } else if (rule === 'noise' || (await isNoise(db, keyOf(request)))) {
      return true;
    }
    request.joinedTo.add(attempt.actionId);
    if (WRITES.has(request.method)) {
      // What comes long after the gesture is polling that fell into the window.
      const prompt = request.startedAt - attempt.at <= UNPROMPTED_MS;
      await tallyRequest(db, keyOf(request), prompt ? 'prompted' : 'unprompted');
      // It shows that the network is back, not that it was there for the act.
      if (!prompt && (await db.actions.get(attempt.actionId))?.evidence.includes('gesture:offline'))
        return true;
    }
    const marks: Evidence[] = [request.ok ? 'request:ok' : 'request:failed'];
    if (request.ok && rule === 'checkIn') marks.push('request:named');
    if (request.ok && request.tabClosed) marks.push('tab:closed');
    if (request.navigation) {
      marks.push('native:request');
      if (request.redirected) marks.push('native:redirected');
      const { frameId: answerFrameId, tabId: answerTabId } = request;
      await db.pending.update(attempt.actionId, { answerFrameId, answerTabId });
    }
    await addEvidence(db, attempt.actionId, marks, systemClock().wall);
    return true;
  };

  const attemptFor = async (request: Asked): Promise<PendingAttempt | undefined> => {
    await written(db);
    const own = await attemptIn(request.tabId, request);
    if (own || !request.navigation) return own;
    // Into a tab of its own.
    const opener = await openerOf(request.tabId);
    return opener === undefined ? undefined : attemptIn(opener, request);
  };

  const attemptIn = async (tabId: number, request: Asked): Promise<PendingAttempt | undefined> => {
    const open = await db.pending.where('tabId').equals(tabId).toArray();
    const inTime = open
      .filter(
        ({ at, deadline, requestsUntil = deadline }) =>
          at - EARLY_MS <= request.startedAt && request.startedAt <= requestsUntil,
      )
      .filter(({ leftAt }) => leftAt === undefined || request.startedAt <= leftAt)
      .sort((a, b) => b.at - a.at);
    return inTime.find(({ frameId }) => frameId === request.frameId) ?? inTime[0];
  };

  return {
    async rejoin(tabId) {
      for (const request of recent) {
        const mayBeFromHere = request.navigation && WRITES.has(request.method);
        if (request.tabId === tabId || mayBeFromHere) await join(request);
      }
    },
    async isUnderWay({ tabId, at }) {
      for (const request of started.values()) {
        const isItsOwn = at - EARLY_MS <= request.startedAt && request.startedAt <= at + UNPROMPTED_MS;
        if (request.tabId !== tabId || !WRITES.has(request.method) || !isItsOwn) continue;
        if (!(await isNoise(db, keyOf(request)))) return true;
      }
      return false;
    },
    async noteClosedTab(tabId) {
      const { wall } = systemClock();
      if (closedTabs.size > MOST_RECENT) closedTabs.clear();
      closedTabs.add(tabId);
      for (const request of recent) {
        if (request.tabId !== tabId || !request.ok || wall - request.endedAt > CLOSED_MS) continue;
        // The attempt's own message may still be on its way: then it is joined, and told of this, when that has come.
        request.tabClosed = true;
        await request.taken;
        for (const actionId of request.joinedTo) await addEvidence(db, actionId, ['tab:closed'], wall);
      }
    },
  };
}

function isOfInterest(method: string, type: string): boolean {
  return WRITES.has(method) || (method === 'GET' && NAVIGATIONS.has(type));
}

/** Stands for method, host and route without naming them: no address rests anywhere. */
function keyOf(request: Pick<Finished, 'method' | 'url'>): string {
  const url = new URL(request.url);
  return fingerprint(`${request.method} ${url.host}${toRoute(url)}`);
}
