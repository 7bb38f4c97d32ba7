// Watches requests of tabs on granted hosts and joins them to the attempts they were made for.
import { ask } from '../../utils/messaging/messenger';
import { systemClock } from '../../utils/platform/clock';
import type { Ledger, PendingAttempt } from '../../utils/storage/database';
import { isNoise, tallyRequest } from '../../utils/storage/noise-store';
import { addEvidence } from '../../utils/storage/record-store';
import type { InForceSource } from './in-force';
import { isPromptedBy, keyOf, makeRequestJoin, mayFollow, UNPROMPTED_MS } from './request-join';
import { type Finished, isWrite, startRequestLog } from './request-log';

export interface RequestWatch {
  /** Looks again at the latest requests of a tab: an attempt, made at an instant, or its evidence came after them. */
  rejoin(tabId: number, madeAt?: number): Promise<void>;
  /** Whether a write that followed the attempt's gesture has no answer yet. */
  isUnderWay(attempt: Pick<PendingAttempt, 'tabId' | 'at'>): Promise<boolean>;
  /** Whether any write of the tab has no answer yet; once what has one is joined. */
  isAnyUnderWay(tabId: number): Promise<boolean>;
  noteClosedTab(tabId: number): Promise<void>;
}

export function startRequestWatch(db: Ledger, inForce: InForceSource): RequestWatch {
  const { join, joinedTo, expectAnswer } = makeRequestJoin(db, inForce);
  /** What has ended and is not joined yet. */
  const joining = new Set<Promise<boolean>>();
  const log = startRequestLog({
    setOut: (request) => void expectAnswer(request),
    ended: (request) => void take(request),
  });

  const take = async (request: Finished) => {
    if (!(await note(request))) await learnAlone(request);
  };
  const note = (request: Finished): Promise<boolean> => {
    const isJoined = joinIfRecording(request).finally(() => joining.delete(isJoined));
    joining.add(isJoined);
    return isJoined;
  };
  /** Until all that has ended by now is joined: of any tab, for a form may be answered in another than its own. */
  const allJoined = () => Promise.allSettled([...joining]);

  const isRecording = async () => (await inForce.read()).settings.consentAt !== null;
  const joinIfRecording = async (request: Finished) => (await isRecording()) && join(request);

  /** A write that belongs to no attempt is the page's own, where nobody has done anything for a while. */
  const learnAlone = async (request: Finished) => {
    if (!(await isRecording()) || !isWrite(request) || request.navigation) return;
    const gesture = await ask(request.tabId, 'lastGesture', null, request.frameId);
    if (gesture && gesture.agoMs > UNPROMPTED_MS) await tallyRequest(db, keyOf(request), 'unprompted');
  };

  return {
    async rejoin(tabId, madeAt = 0) {
      for (const request of log.recent()) {
        if (!mayFollow(request, madeAt)) continue;
        const mayBeFromHere = request.navigation && isWrite(request);
        if (request.tabId === tabId || mayBeFromHere) await note(request);
      }
    },
    async isUnderWay(attempt) {
      await allJoined();
      for (const request of log.underWay()) {
        if (!isWrite(request) || !isPromptedBy(request, attempt)) continue;
        if (!(await isNoise(db, keyOf(request)))) return true;
      }
      return false;
    },
    async isAnyUnderWay(tabId) {
      await allJoined();
      // What has ended meanwhile is heard of in a moment.
      return (
        joining.size > 0 || [...log.underWay()].some((request) => request.tabId === tabId && isWrite(request))
      );
    },
    async noteClosedTab(tabId) {
      const last = log.noteClosedTab(tabId);
      await allJoined();
      for (const request of last) {
        for (const actionId of joinedTo(request))
          await addEvidence(db, actionId, ['tab:closed'], systemClock().wall);
      }
    },
  };
}
