// Watches requests of tabs on granted hosts and joins them to the attempts they were made for.
import { ask } from '../../utils/messaging/messenger';
import { systemClock } from '../../utils/platform/clock';
import type { Ledger, PendingAttempt } from '../../utils/storage/database';
import { isNoise, tallyRequest } from '../../utils/storage/noise-store';
import { addEvidence } from '../../utils/storage/record-store';
import type { InForceSource } from './in-force';
import { isPromptedBy, keyOf, makeRequestJoin, UNPROMPTED_MS } from './request-join';
import { type Finished, isWrite, startRequestLog } from './request-log';

export interface RequestWatch {
  /** Looks again at the latest requests of a tab: an attempt or its evidence came after them. */
  rejoin(tabId: number): Promise<void>;
  /** Whether a write that followed the attempt's gesture has no answer yet. */
  isUnderWay(attempt: Pick<PendingAttempt, 'tabId' | 'at'>): Promise<boolean>;
  noteClosedTab(tabId: number): Promise<void>;
}

export function startRequestWatch(db: Ledger, inForce: InForceSource): RequestWatch {
  const { join, joinedTo, expectAnswer } = makeRequestJoin(db, inForce);
  const taken = new WeakMap<Finished, Promise<void>>();
  const log = startRequestLog({
    setOut: (request) => void expectAnswer(request),
    ended: (request) => taken.set(request, take(request)),
  });

  const take = async (request: Finished) => {
    if ((await inForce.read()).settings.consentAt === null) return;
    if ((await join(request)) || !isWrite(request) || request.navigation) return;
    const gesture = await ask(request.tabId, 'lastGesture', null, request.frameId);
    if (gesture && gesture.agoMs > UNPROMPTED_MS) await tallyRequest(db, keyOf(request), 'unprompted');
  };

  return {
    async rejoin(tabId) {
      for (const request of log.recent()) {
        const mayBeFromHere = request.navigation && isWrite(request);
        if (request.tabId === tabId || mayBeFromHere) await join(request);
      }
    },
    async isUnderWay(attempt) {
      for (const request of log.underWay()) {
        if (!isWrite(request) || !isPromptedBy(request, attempt)) continue;
        if (!(await isNoise(db, keyOf(request)))) return true;
      }
      return false;
    },
    async noteClosedTab(tabId) {
      for (const request of log.noteClosedTab(tabId)) {
        await taken.get(request);
        for (const actionId of joinedTo(request))
          await addEvidence(db, actionId, ['tab:closed'], systemClock().wall);
      }
    },
  };
}
