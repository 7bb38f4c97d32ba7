// Where lists come from, as the page shows it: plain data.
import type { Lock } from '../utils/config/locks';
import type { ConfigSource } from '../utils/config/resolve';
import type { Problem } from '../utils/platform/problem';

export interface AdminDecisions {
  managedBuild: boolean;
  configByPolicy: boolean;
  subscriptionByPolicy: string | null;
  locks: readonly Lock[];
}

export interface RefusedList {
  source: ConfigSource;
  at: number;
  problems: readonly Problem[];
}

export interface SubscriptionReport {
  address: string;
  setBy: 'person' | 'policy';
  isHttp: boolean;
  isSigned: boolean;
  fingerprint: string | null;
  keyFrom: 'policy' | 'person' | 'firstUse' | null;
  checkedAt: number | null;
  goodAt: number | null;
  nextCheckAt: number;
  /** The fingerprint of a key that waits for the person's word. */
  offeredFingerprint: string | null;
  needsPermission: boolean;
}

export interface SourcesReport {
  title: string;
  id: string;
  version: number;
  source: ConfigSource;
  hash: string;
  since: number | null;
  fetchedAt: number | null;
  admin: AdminDecisions;
  refused: readonly RefusedList[];
  missingHosts: readonly string[];
  subscription: SubscriptionReport | null;
  /** The organisation's build asks for no other host, and somebody may have locked the sources. */
  maySubscribe: boolean;
}

export interface SourcesActions {
  onSubscribe: (address: string, publicKey: string | null) => void;
  onUnsubscribe: () => void;
  onCheck: () => void;
  onAcceptKey: () => void;
  onGrant: () => void;
}
