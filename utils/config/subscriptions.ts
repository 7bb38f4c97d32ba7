// A subscription: where a list is fetched from, whose signature it must carry, and when it is looked for again.
// Every step is a function from the subscription before to the one after; nothing here asks the network, the
// clock or chance, all of which come in as arguments.
//
// When: every `intervalMin` (never under an hour) and up to a fifth later, so that two thousand computers do not
// ask at once. After a failure an hour, then two, four, up to a day.
// Whose: a key named by policy or by the person is the only one. Without one, the first signature seen brings its
// key along and that key is kept (trust on first use); from then on nothing unsigned or signed by another is
// taken, and a new key is shown to the person, who alone can accept it.

import type { Problem } from '../platform/problem';
import { fail, type Result, succeed } from '../platform/problem';

export const MIN_INTERVAL_MIN = 60;
export const DEFAULT_INTERVAL_MIN = 360;
const MAX_BACK_OFF_MIN = 24 * 60;
const MAX_INTERVAL_MIN = 30 * 24 * 60;
const JITTER = 0.2;
const MINUTE_MS = 60_000;

export interface Refusal {
  at: number;
  problems: Problem[];
}

/** What somebody asks for. */
export interface SubscriptionWish {
  address: string;
  setBy: 'person' | 'policy';
  publicKey: string | null;
  sha256: string | null;
  intervalMin: number | null;
}

export interface Subscription {
  address: string;
  setBy: 'person' | 'policy';
  publicKey: string | null;
  /** Who named the key; null while there is none. */
  keyFrom: 'policy' | 'person' | 'firstUse' | null;
  /** The one content a policy allows. */
  sha256: string | null;
  intervalMin: number;
  etag: string | null;
  checkedAt: number | null;
  /** When the server last had a good list, new or unchanged. */
  goodAt: number | null;
  nextCheckAt: number;
  failures: number;
  refused: Refusal | null;
  /** Another key than the kept one, that a list now comes with. */
  offeredKey: string | null;
}

export function subscribe(wish: SubscriptionWish, now: number): Subscription {
  return {
    address: wish.address,
    setBy: wish.setBy,
    publicKey: wish.publicKey,
    keyFrom: wish.publicKey === null ? null : wish.setBy,
    sha256: wish.sha256,
    intervalMin: toInterval(wish.intervalMin),
    etag: null,
    checkedAt: null,
    goodAt: null,
    nextCheckAt: now,
    failures: 0,
    refused: null,
    offeredKey: null,
  };
}

/** A policy that is read again and says the same changes nothing. */
export function followWish(last: Subscription | null, wish: SubscriptionWish, now: number): Subscription {
  if (last === null || !isSameSubject(last, wish)) return subscribe(wish, now);
  return { ...last, intervalMin: toInterval(wish.intervalMin) };
}

export function isDue({ nextCheckAt, checkedAt }: Subscription, now: number): boolean {
  // A clock that was set back must not silence a subscription for years.
  return now >= nextCheckAt || (checkedAt !== null && now < checkedAt - MINUTE_MS);
}

/** `chance` in [0, 1). */
export function noteGood(
  last: Subscription,
  found: { etag: string | null; firstKey: string | null },
  now: number,
  chance: number,
): Subscription {
  const isFirst = last.publicKey === null && found.firstKey !== null;
  return {
    ...last,
    ...(isFirst ? { publicKey: found.firstKey, keyFrom: 'firstUse' as const } : {}),
    etag: found.etag,
    checkedAt: now,
    goodAt: now,
    nextCheckAt: now + withJitter(last.intervalMin, chance),
    failures: 0,
    refused: null,
    offeredKey: null,
  };
}

export function noteUnchanged(last: Subscription, now: number, chance: number): Subscription {
  return noteGood(last, { etag: last.etag, firstKey: null }, now, chance);
}

export function noteRefused(
  last: Subscription,
  problems: Problem[],
  now: number,
  chance: number,
  offeredKey: string | null = null,
): Subscription {
  const failures = last.failures + 1;
  const backOff = Math.min(MAX_BACK_OFF_MIN, MIN_INTERVAL_MIN * 2 ** Math.min(failures - 1, 10));
  return {
    ...last,
    checkedAt: now,
    nextCheckAt: now + withJitter(backOff, chance),
    failures,
    refused: { at: now, problems },
    offeredKey,
  };
}

/** The person compared the new key with the publisher and takes it. */
export function acceptOfferedKey(last: Subscription, now: number): Result<Subscription> {
  if (last.offeredKey === null || last.setBy === 'policy') return fail({ code: 'notAllowed', path: '' });
  const { offeredKey } = last;
  return succeed({
    ...last,
    publicKey: offeredKey,
    keyFrom: 'person',
    offeredKey: null,
    etag: null,
    nextCheckAt: now,
  });
}

/** The source that a good list of this subscription counts as. */
export function sourceOf({
  publicKey,
  sha256,
}: Pick<Subscription, 'publicKey' | 'sha256'>): 'signed' | 'unsigned' {
  return publicKey === null && sha256 === null ? 'unsigned' : 'signed';
}

function isSameSubject(last: Subscription, wish: SubscriptionWish): boolean {
  // Without a named key, one kept from first use or accepted by the person goes on being the key.
  const sameKey = wish.publicKey === null ? last.keyFrom !== 'policy' : last.publicKey === wish.publicKey;
  return sameKey && last.address === wish.address && last.setBy === wish.setBy && last.sha256 === wish.sha256;
}

function toInterval(minutes: number | null): number {
  return Math.min(MAX_INTERVAL_MIN, Math.max(MIN_INTERVAL_MIN, minutes ?? DEFAULT_INTERVAL_MIN));
}

function withJitter(minutes: number, chance: number): number {
  return Math.round(minutes * (1 + JITTER * chance)) * MINUTE_MS;
}
