// Which attempt a request belongs to, by tab, frame and time, and what it says of it. What a page asks for without a
// gesture is learned as noise and never confirms anything.
import { matchRequest } from '../../utils/config/match';
import { fingerprint } from '../../utils/domain/fingerprint';
import type { Evidence } from '../../utils/domain/outcomes';
import { toRoute } from '../../utils/domain/route';
import { systemClock } from '../../utils/platform/clock';
import type { Ledger, PendingAttempt } from '../../utils/storage/database';
import { isNoise, tallyRequest } from '../../utils/storage/noise-store';
import { addEvidence } from '../../utils/storage/record-store';
import { written } from '../../utils/storage/write-facts';
import type { InForceSource } from './in-force';
import { type Asked, type Begun, type Finished, isWrite } from './request-log';
import { openerOf } from './sender';

/** A request may start a moment before the gesture's message has its time. */
const EARLY_MS = 150;
/** A request this long after the last gesture in its frame was the page's own. */
export const UNPROMPTED_MS = 2_500;

export interface RequestJoin {
  /** Whether the request belongs to an open attempt; then its evidence is written, once for each attempt. */
  join(request: Finished): Promise<boolean>;
  /** A form that navigates by POST has set out: the document it brings asks for its attempt when it loads. */
  expectAnswer(request: Asked): Promise<void>;
  joinedTo(request: Finished): Iterable<string>;
}

export function makeRequestJoin(db: Ledger, inForce: InForceSource): RequestJoin {
  const joined = new WeakMap<Finished, Set<string>>();
  const joinedTo = (request: Finished): Set<string> => {
    const known = joined.get(request) ?? new Set();
    joined.set(request, known);
    return known;
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
          mayFollow(request, at) && request.startedAt <= requestsUntil,
      )
      .filter(({ leftAt }) => leftAt === undefined || request.startedAt <= leftAt)
      .sort((a, b) => b.at - a.at);
    return inTime.find(({ frameId }) => frameId === request.frameId) ?? inTime[0];
  };

  const noteAnswerIn = ({ frameId, tabId }: Asked, { actionId }: PendingAttempt) =>
    db.pending.update(actionId, { answerFrameId: frameId, answerTabId: tabId });

  const evidenceOf = async ({ actionId }: PendingAttempt): Promise<readonly string[]> =>
    (await db.actions.get(actionId))?.evidence ?? [];

  /** Counts what kind of request a write was. Tells whether it speaks for the attempt. */
  const learn = async (request: Finished, attempt: PendingAttempt): Promise<boolean> => {
    // What comes long after the gesture is polling that fell into the window.
    const prompt = request.startedAt - attempt.at <= UNPROMPTED_MS;
    await tallyRequest(db, keyOf(request), prompt ? 'prompted' : 'unprompted');
    // It shows that the network is back, not that it was there for the act.
    return prompt || !(await evidenceOf(attempt)).includes('gesture:offline');
  };

  return {
    joinedTo,
    async join(request) {
      const attempt = await attemptFor(request);
      if (!attempt) return false;
      if (joinedTo(request).has(attempt.actionId)) return true;
      const state = await inForce.read();
      const portal = state.portals.find((candidate) => candidate.id === attempt.portalId);
      const rule = portal ? matchRequest(portal, request.method, request.url) : null;
      if (!isWrite(request)) {
        // A GET is a commit only where a form navigates by it.
        if (!(await evidenceOf(attempt)).includes('native:form')) return false;
      } else if (rule === 'noise' || (await isNoise(db, keyOf(request)))) {
        return true;
      }
      joinedTo(request).add(attempt.actionId);
      if (isWrite(request) && !(await learn(request, attempt))) return true;
      const marks: Evidence[] = [request.ok ? 'request:ok' : 'request:failed'];
      if (request.ok && rule === 'checkIn') marks.push('request:named');
      if (request.tabClosed) marks.push('tab:closed');
      if (request.navigation) {
        marks.push('native:request');
        if (request.redirected) marks.push('native:redirected');
        await noteAnswerIn(request, attempt);
      }
      await addEvidence(db, attempt.actionId, marks, systemClock().wall);
      return true;
    },
    async expectAnswer(request) {
      const attempt = await attemptFor(request);
      if (!attempt) return;
      await noteAnswerIn(request, attempt);
      await addEvidence(db, attempt.actionId, ['native:request'], systemClock().wall);
    },
  };
}

/** Whether a request of the tab that the attempt was made in set out with its gesture. */
export const isPromptedBy = (
  request: Pick<Begun, 'tabId' | 'startedAt'>,
  { tabId, at }: Pick<PendingAttempt, 'tabId' | 'at'>,
): boolean => request.tabId === tabId && mayFollow(request, at) && request.startedAt <= at + UNPROMPTED_MS;

/** Whether a request may have been made for what was done at an instant. */
export const mayFollow = ({ startedAt }: Pick<Begun, 'startedAt'>, at: number): boolean =>
  startedAt >= at - EARLY_MS;

/** Stands for method, host and route without naming them: no address rests anywhere. */
export function keyOf(request: Pick<Finished, 'method' | 'url'>): string {
  const url = new URL(request.url);
  return fingerprint(`${request.method} ${url.host}${toRoute(url)}`);
}
