// Keeps the lists of policy and subscription up to date. Without either nothing here ever asks the network.
import { originOf, readAddress } from '../../utils/config/address';
import { checkSubscription } from '../../utils/config/check-subscription';
import { type ManagedPolicy, nextReading, readManagedPolicy } from '../../utils/config/managed-policy';
import { parseDomainConfig } from '../../utils/config/parse';
import { reconcile } from '../../utils/config/registration-plan';
import {
  acceptOfferedKey,
  followWish,
  isDue,
  noteRefused,
  type Subscription,
  subscribe,
} from '../../utils/config/subscriptions';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { sha256 } from '../../utils/platform/digest';
import { makeFetchDocument } from '../../utils/platform/fetch-document';
import { fail, type Result, succeed } from '../../utils/platform/problem';
import { randomShare } from '../../utils/platform/random';
import { isSignatureOf, readPublicKey } from '../../utils/platform/signature';
import { putConfig, putSubscribedConfig, subscribedConfig } from '../../utils/storage/config-store';
import type { Ledger } from '../../utils/storage/database';
import * as store from '../../utils/storage/source-store';
import type { Changes } from './changes';
import { watchOwnRedirect } from './own-redirect';

export interface ConfigUpdates {
  /** What the browser's policy says now. `announced`: the browser itself reported a change. */
  readPolicy(announced: boolean): Promise<ManagedPolicy>;
  /** Looks at the subscription's server when it is time. */
  checkIfDue(): Promise<void>;
  check(): Promise<Result<null>>;
  subscribe(wish: { address: string; publicKey: string | null }): Promise<Result<null>>;
  unsubscribe(): Promise<Result<null>>;
  acceptKey(): Promise<Result<null>>;
}

export function makeConfigUpdates(db: Ledger, { change }: Changes): ConfigUpdates {
  const fetchDocument = makeFetchDocument((...request) => fetch(...request), watchOwnRedirect);
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: several events at a start would follow the same policy twice. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const look = async (subscription: Subscription): Promise<void> => {
    const tools = {
      fetchDocument,
      isSignatureOf,
      sha256,
      now: systemClock().wall,
      chance: randomShare(),
    };
    const granted = (await browser.permissions.getAll()).origins ?? [];
    if (reconcile(granted, [originOf(subscription.address)]).missing.length > 0) {
      const problem = { code: 'noPermission', path: '' } as const;
      return store.writeSubscription(db, noteRefused(subscription, [problem], tools.now, tools.chance));
    }
    const current = await subscribedConfig(db);
    const found = await checkSubscription(subscription, current, tools);
    if (!isStillOurs(await store.readSubscription(db), subscription)) return;
    const { accepted } = found;
    if (accepted === null) return store.writeSubscription(db, found.subscription);
    const keep = async () => {
      await putSubscribedConfig(db, accepted.source, accepted.config, accepted.hash, tools.now);
      await store.writeSubscription(db, found.subscription);
    };
    const isNew = accepted.hash !== current?.hash || accepted.source !== current.id;
    await (isNew ? change(keep) : store.writeSubscription(db, found.subscription));
  };

  const followPolicy = async (announced: boolean): Promise<ManagedPolicy> => {
    const now = systemClock().wall;
    const before = await store.readPolicyReading(db);
    const reading = nextReading(before, await readManagedStorage(), now, announced);
    const { policy, problems } = readManagedPolicy(reading.values);
    if (JSON.stringify(reading.values) === JSON.stringify(before.values)) {
      await store.writePolicyReading(db, reading);
      return policy;
    }
    await change(async () => {
      await store.writePolicyReading(db, reading);
      const found = await takeManagedConfig(db, policy, now);
      const all = [...problems, ...found];
      await store.noteRefusal(db, 'managed', all.length > 0 ? { at: now, problems: all } : null);
      await followAddress(db, policy, now);
    });
    return policy;
  };

  const checkIfDue = async () => {
    const subscription = await store.readSubscription(db);
    if (subscription && isDue(subscription, systemClock().wall)) await look(subscription);
  };

  return {
    readPolicy: (announced) => inTurn(() => followPolicy(announced)),
    checkIfDue: () => inTurn(checkIfDue),
    check: () =>
      inTurn(async () => {
        const subscription = await store.readSubscription(db);
        if (subscription) await look(subscription);
        return succeed(null);
      }),
    subscribe: ({ address, publicKey }) =>
      inTurn(async () => {
        const known = await store.readSubscription(db);
        if (known?.setBy === 'policy') return fail({ code: 'lockedByAdmin', path: '' });
        const place = readAddress(address);
        if (place === null) return fail({ code: 'badAddress', path: '' });
        if (publicKey !== null && (await readPublicKey(publicKey)) === null)
          return fail({ code: 'badKey', path: '' });
        const wish = { address: place, setBy: 'person', publicKey, sha256: null, intervalMin: null } as const;
        const subscription = subscribe(wish, systemClock().wall);
        await change(() => store.replaceSubscription(db, subscription));
        await look(subscription);
        return succeed(null);
      }),
    unsubscribe: () =>
      inTurn(async () => {
        if ((await store.readSubscription(db))?.setBy === 'policy')
          return fail({ code: 'lockedByAdmin', path: '' });
        await change(() => store.replaceSubscription(db, null));
        return succeed(null);
      }),
    acceptKey: () =>
      inTurn(async () => {
        const known = await store.readSubscription(db);
        const accepted = known && acceptOfferedKey(known, systemClock().wall);
        if (!accepted?.ok) return fail({ code: 'notAllowed', path: '' });
        await store.writeSubscription(db, accepted.value);
        await look(accepted.value);
        return succeed(null);
      }),
  };
}

/** Firefox throws where there is no policy. */
async function readManagedStorage(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

/** The list inside the policy. Returns what is wrong with it; then the last good one stays. */
async function takeManagedConfig(db: Ledger, { configJson }: ManagedPolicy, now: number) {
  if (configJson === null) {
    await db.configs.delete('managed');
    return [];
  }
  const bytes = new TextEncoder().encode(configJson);
  const parsed = parseDomainConfig(bytes);
  if (!parsed.ok) return parsed.problem;
  const stored = await putConfig(db, 'managed', parsed.value.config, await sha256(bytes), now);
  return stored.ok ? [] : [stored.problem];
}

/** A policy's subscription stands in place of the person's own, and goes when the policy goes. */
async function followAddress(db: Ledger, policy: ManagedPolicy, now: number): Promise<void> {
  const known = await store.readSubscription(db);
  if (policy.configUrl === null) {
    if (known?.setBy === 'policy') await store.replaceSubscription(db, null);
    return;
  }
  const wanted = followWish(
    known,
    {
      address: policy.configUrl,
      setBy: 'policy',
      publicKey: policy.configPublicKey,
      sha256: policy.configSha256,
      intervalMin: policy.updateIntervalMinutes,
    },
    now,
  );
  const isSame = known !== null && wanted.address === known.address && wanted.setBy === known.setBy;
  await (isSame ? store.writeSubscription(db, wanted) : store.replaceSubscription(db, wanted));
}

function isStillOurs(now: Subscription | null, then: Subscription): boolean {
  return now?.address === then.address && now.publicKey === then.publicKey && now.setBy === then.setBy;
}
