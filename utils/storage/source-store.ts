// Where configs come from, at rest: the subscription, what the browser's policy said last, and what was refused
// and why. Lists themselves are in config-store; these are small values beside them.
import type { PolicyReading } from '../config/managed-policy';
import type { ConfigSource } from '../config/resolve';
import type { Refusal, Subscription } from '../config/subscriptions';
import type { Ledger } from './database';

export type Refusals = Partial<Record<ConfigSource, Refusal>>;

const SUBSCRIPTION = 'subscription';
const POLICY = 'managedPolicy';
const REFUSALS = 'refusedConfigs';

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
