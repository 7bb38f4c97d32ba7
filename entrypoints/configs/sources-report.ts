// From what is stored to what the page says about the sources of lists.
import { hostNames } from '../../components/config-types';
import type { RefusedList, SourcesReport, SubscriptionReport } from '../../components/sources-types';
import { originOf } from '../../utils/config/address';
import { textIn } from '../../utils/config/local-text';
import { toLocks } from '../../utils/config/locks';
import { readManagedPolicy } from '../../utils/config/managed-policy';
import { reconcile } from '../../utils/config/registration-plan';
import { sourceOf } from '../../utils/config/subscriptions';
import type { SourceFacts } from '../../utils/storage/source-report';
import { type KnownConfig, missingOrigins } from './config-view';

/** `fingerprints` by public key: hashing takes a moment and is done beforehand. */
export function toSourcesReport(
  { config, source, settings }: KnownConfig,
  facts: SourceFacts,
  origins: readonly string[],
  fingerprints: Readonly<Record<string, string>>,
  language: string,
): SourcesReport {
  const { policy } = readManagedPolicy(facts.reading.values);
  const locks = toLocks(config.locked, policy.locked);
  const { subscription } = facts;
  const stored = facts.stored.find(({ id }) => id === source);
  return {
    title: textIn(config.title, language),
    id: config.id,
    version: config.version,
    source,
    hash: stored?.hash ?? facts.hash ?? '',
    since: facts.since,
    fetchedAt: stored?.fetchedAt ?? null,
    admin: {
      managedBuild: __MANAGED_BUILD__,
      configByPolicy: policy.configJson !== null,
      subscriptionByPolicy: policy.configUrl,
      locks,
    },
    refused: toRefused(facts),
    missingHosts: hostNames(missingOrigins({ config, source, settings }, origins)),
    subscription: subscription && toSubscriptionReport(subscription, origins, fingerprints),
    maySubscribe: !__MANAGED_BUILD__ && !locks.includes('sources'),
  };
}

function toRefused({ refusals, subscription }: SourceFacts): RefusedList[] {
  const noted = Object.entries(refusals).map(([source, refusal]) => ({
    source: source as RefusedList['source'],
    ...refusal,
  }));
  return subscription?.refused
    ? [...noted, { source: sourceOf(subscription), ...subscription.refused }]
    : noted;
}

function toSubscriptionReport(
  subscription: NonNullable<SourceFacts['subscription']>,
  origins: readonly string[],
  fingerprints: Readonly<Record<string, string>>,
): SubscriptionReport {
  const { address, setBy, publicKey, offeredKey, keyFrom, checkedAt, goodAt, nextCheckAt } = subscription;
  return {
    address,
    setBy,
    keyFrom,
    checkedAt,
    goodAt,
    nextCheckAt,
    isHttp: address.startsWith('http:'),
    isSigned: sourceOf(subscription) === 'signed',
    fingerprint: publicKey === null ? null : (fingerprints[publicKey] ?? null),
    offeredFingerprint: offeredKey === null ? null : (fingerprints[offeredKey] ?? null),
    needsPermission: reconcile(origins, [originOf(address)]).missing.length > 0,
  };
}
