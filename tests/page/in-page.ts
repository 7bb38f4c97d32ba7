// Runs in the page: the sensors of one frame without any extension around them. What they would send is kept
// in `sentSignals`, where the test reads it.
import { makeWordTable } from '../../utils/domain/word-table';
import type { Signals } from '../../utils/messaging/protocol';
import type { Send } from '../../utils/page/outbox';
import { type Place, startPortalPage } from '../../utils/page/portal-page';
import { systemClock } from '../../utils/platform/clock';
import { randomId } from '../../utils/platform/random';

const PLACE: Place = { portalId: 'page', route: '/', words: makeWordTable(), cycle: 'day' };
const REPLIES: { [T in keyof Signals]: Signals[T]['reply'] } = {
  span: true,
  attempt: true,
  evidence: true,
  step: true,
  arrived: [],
  stepsBefore: false,
  focusBelow: { tracked: false, active: false },
  commitBelow: true,
};

const sentSignals: { type: keyof Signals; data: unknown }[] = [];
Object.assign(globalThis, { sentSignals });
const send: Send<Signals> = async (type, data) => {
  sentSignals.push({ type, data: structuredClone(data) });
  return REPLIES[type];
};
const page = startPortalPage({
  locate: () => PLACE,
  send,
  clock: systemClock,
  randomId,
  depth: 0,
  idleTimeoutMs: () => 60_000,
});
page.setRecording(true);
