// What an administrator's browser policy says (`storage.managed`). Chromium checks it against
// public/managed_schema.json, Firefox not at all, so everything is checked again here: a value of the wrong kind
// counts as not given and is named as a problem; the others hold.
//
// No policy and "not delivered yet" look alike: on a first run Chromium answers `{}` and delivers seconds later.
// An empty answer therefore removes nothing until it has stayed empty for a while.

import type { Problem } from '../platform/problem';
import { readAddress } from './address';
import { type Lock, toLocks } from './locks';
import { NEVER_LOCKED } from './schema';

export interface ManagedPolicy {
  configJson: string | null;
  configUrl: string | null;
  configSha256: string | null;
  configPublicKey: string | null;
  updateIntervalMinutes: number | null;
  locked: Lock[];
  showWelcome: boolean;
}

export const NO_POLICY: Readonly<ManagedPolicy> = {
  configJson: null,
  configUrl: null,
  configSha256: null,
  configPublicKey: null,
  updateIntervalMinutes: null,
  locked: [],
  showWelcome: true,
};

/** An empty answer is believed after this long. */
export const EMPTY_BELIEVED_AFTER_MS = 60_000;

export function readManagedPolicy(values: Record<string, unknown>): {
  policy: ManagedPolicy;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const wrong = (path: string, detail: string, code: Problem['code'] = 'wrongShape') => {
    problems.push({ code, path, detail });
    return null;
  };
  const text = (name: string): string | null => {
    const value = values[name];
    if (value === undefined || value === '') return null;
    return typeof value === 'string' ? value : wrong(name, 'string');
  };
  const address = text('configUrl');
  const hash = text('configSha256')?.toLowerCase() ?? null;
  const minutes = values.updateIntervalMinutes;
  const names = (text('locked') ?? '').split(/[\s,;，；]+/).filter((name) => name !== '');
  if (names.some((name) => NEVER_LOCKED.test(name)))
    wrong('locked', 'never consent, pause, export, deletion', 'notAllowed');
  const policy: ManagedPolicy = {
    configJson: text('configJson'),
    configUrl:
      address === null ? null : (readAddress(address) ?? wrong('configUrl', 'http(s)://', 'badAddress')),
    configSha256: hash === null || /^[0-9a-f]{64}$/.test(hash) ? hash : wrong('configSha256', '64 × 0-9 a-f'),
    configPublicKey: text('configPublicKey'),
    updateIntervalMinutes:
      minutes === undefined || (typeof minutes === 'number' && Number.isSafeInteger(minutes) && minutes > 0)
        ? (minutes ?? null)
        : wrong('updateIntervalMinutes', 'integer > 0'),
    locked: toLocks(names),
    showWelcome: values.showWelcome !== false,
  };
  if (values.showWelcome !== undefined && typeof values.showWelcome !== 'boolean')
    wrong('showWelcome', 'boolean');
  return { policy, problems };
}

/** What was read last: `emptySince` is null while a policy is there. */
export interface PolicyReading {
  values: Record<string, unknown>;
  emptySince: number | null;
}

/** `announced`: the browser said itself that the policy changed, so an empty one is believed at once. */
export function nextReading(
  last: PolicyReading,
  values: Record<string, unknown>,
  now: number,
  announced: boolean,
): PolicyReading {
  if (Object.keys(values).length > 0) return { values, emptySince: null };
  const emptySince = last.emptySince ?? now;
  const isBelieved = announced || now - emptySince >= EMPTY_BELIEVED_AFTER_MS;
  return { values: isBelieved ? {} : last.values, emptySince };
}
