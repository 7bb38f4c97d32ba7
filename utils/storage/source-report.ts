// Everything about the sources of lists in one reading, for the page that shows it.
import type { PolicyReading } from '../config/managed-policy';
import type { Subscription } from '../config/subscriptions';
import type { Ledger, StoredConfig } from './database';
import { type Refusals, readPolicyReading, readRefusals, readSubscription } from './source-store';

export interface SourceFacts {
  stored: StoredConfig[];
  /** Of the list in force. */
  since: number | null;
  hash: string | null;
  subscription: Subscription | null;
  reading: PolicyReading;
  refusals: Refusals;
}

export async function readSourceFacts(db: Ledger): Promise<SourceFacts> {
  const [stored, last, subscription, reading, refusals] = await Promise.all([
    db.configs.toArray(),
    db.configHistory.toCollection().last(),
    readSubscription(db),
    readPolicyReading(db),
    readRefusals(db),
  ]);
  return { stored, since: last?.from ?? null, hash: last?.hash ?? null, subscription, reading, refusals };
}
