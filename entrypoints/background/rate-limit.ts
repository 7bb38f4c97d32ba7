// How many messages a frame may send: a few hundred at once, then a few a second. A person at a form sends a
// handful a minute; whatever sends more has been taken over or runs wild, and must not fill the ledger or keep
// the worker from the other frames. The count lives in the worker's memory and begins anew with it.

export interface RateLimits {
  /** Messages that may come at once. */
  burst: number;
  perSecond: number;
  /** Senders that are remembered; the longest silent are forgotten, whose allowance is full again anyway. */
  senders: number;
}

const FRAME_LIMITS: RateLimits = { burst: 400, perSecond: 5, senders: 500 };
/** A tab may open frames by the thousand. */
const TAB_LIMITS: RateLimits = { burst: 1_000, perSecond: 25, senders: 200 };

type Allowance = { left: number; at: number };

/** Takes one message from a sender's allowance; false when nothing is left. `now` in milliseconds. */
export function makeRateLimit({ burst, perSecond, senders }: RateLimits) {
  const allowances = new Map<string, Allowance>();
  return (sender: string, now: number): boolean => {
    const last = allowances.get(sender) ?? { left: burst, at: now };
    const gained = (Math.max(0, now - last.at) / 1_000) * perSecond;
    const left = Math.min(burst, last.left + gained);
    // Put at the end: a map keeps the order in which its keys were set.
    allowances.delete(sender);
    allowances.set(sender, { left: left >= 1 ? left - 1 : left, at: now });
    if (allowances.size > senders) {
      const [oldest] = allowances.keys();
      if (oldest !== undefined) allowances.delete(oldest);
    }
    return left >= 1;
  };
}

export function makeFrameLimit() {
  const ofFrame = makeRateLimit(FRAME_LIMITS);
  const ofTab = makeRateLimit(TAB_LIMITS);
  return ({ tabId, frameId }: { tabId: number; frameId: number }, now: number): boolean =>
    ofFrame(`${tabId}:${frameId}`, now) && ofTab(String(tabId), now);
}
