// Exactly one config is in force. Precedence: managed policy, signed subscription, unsigned subscription,
// imported file, bundled list. For the same id a config never goes back: a lower version is refused, and so is
// other content under a version already seen. Rolling back is issuing the old content under a higher version.

import { fail, type Result, succeed } from '../platform/problem';
import type { DomainConfig } from './schema';

export const CONFIG_SOURCES = ['managed', 'signed', 'unsigned', 'imported', 'bundled'] as const;
export type ConfigSource = (typeof CONFIG_SOURCES)[number];

/** Id, version and the hash of the file's bytes. */
export interface ConfigIdentity {
  config: Pick<DomainConfig, 'id' | 'version'>;
  hash: string;
}

/** Of several from one source, the first. */
export function resolveConfig<C extends { source: ConfigSource }>(candidates: readonly C[]): C | null {
  for (const source of CONFIG_SOURCES) {
    const found = candidates.find((candidate) => candidate.source === source);
    if (found !== undefined) return found;
  }
  return null;
}

/** `current` is the config of that source now, null when there is none. */
export function acceptUpdate<C extends ConfigIdentity>(
  current: ConfigIdentity | null,
  incoming: C,
): Result<C> {
  if (current === null || current.config.id !== incoming.config.id) return succeed(incoming);
  const { version } = current.config;
  if (incoming.config.version < version) {
    return fail({ code: 'olderVersion', path: 'version', detail: `>= ${version}` });
  }
  const isRewritten = incoming.config.version === version && incoming.hash !== current.hash;
  return isRewritten
    ? fail({ code: 'olderVersion', path: 'version', detail: `> ${version}` })
    : succeed(incoming);
}
