// Where configs come from, at rest: the subscription, what the browser's policy said last, and what was refused
// and why. Lists themselves are in config-store; these are small values beside them.
import type { Lock } from '../config/locks';
import type { PolicyReading } from '../config/managed-policy';
import type { ConfigSource } from '../config/resolve';
import type { Refusal, Subscription } from '../config/subscriptions';
import type { Ledger } from './database';

export type Refusals = Partial<Record<ConfigSource, Refusal>>;

const SUBSCRIPTION = 'subscription';
const POLICY = 'managedPolicy';
const REFUSALS = 'refusedConfigs';

const LOCKS = 'locks';

/** What is locked now, for pages to say so; the background alone decides it. */
export async function readLocks(db: Ledger): Promise<Lock[]> {
  return ((await db.meta.get(LOCKS))?.value as Lock[] | undefined) ?? [];
}

export async function noteLocks(db: Ledger, locks: readonly Lock[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if ((await readLocks(db)).join() !== locks.join()) await db.meta.put({ key: LOCKS, value: [...locks] });
  });
}

export const NO_READING: PolicyReading = { values: {}, emptySince: null };

export async function readSubscription(db: Ledger): Promise<Subscription | null> {
  return ((await db.meta.get(SUBSCRIPTION))?.value as Subscription | undefined) ?? null;
}

export async function readPolicyReading(db: Ledger): Promise<PolicyReading> {
  return ((await db.meta.get(POLICY))?.value as PolicyReading | undefined) ?? NO_READING;
}

export async function readRefusals(db: Ledger): Promise<Refusals> {
  return ((await db.meta.get(REFUSALS))?.value as Refusals | undefined) ?? {};
}

export async function writePolicyReading(db: Ledger, reading: PolicyReading): Promise<void> {
  await db.meta.put({ key: POLICY, value: reading });
}

/** null takes the note away: what was refused has been put right, or its source is gone. */
export async function noteRefusal(db: Ledger, source: ConfigSource, refusal: Refusal | null): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const { [source]: _, ...others } = await readRefusals(db);
    await db.meta.put({ key: REFUSALS, value: refusal === null ? others : { ...others, [source]: refusal } });
  });
}

/** Another subject, or none: the list of the one before goes with it. */
export async function replaceSubscription(db: Ledger, subscription: Subscription | null): Promise<void> {
  await db.transaction('rw', [db.meta, db.configs], async () => {
    await db.configs.bulkDelete(['signed', 'unsigned']);
    if (subscription === null) await db.meta.delete(SUBSCRIPTION);
    else await db.meta.put({ key: SUBSCRIPTION, value: subscription });
  });
}

/** The same subject, another state of it. */
export async function writeSubscription(db: Ledger, subscription: Subscription): Promise<void> {
  await db.meta.put({ key: SUBSCRIPTION, value: subscription });
}
