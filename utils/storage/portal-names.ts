import type { ConfigHistory, PortalHistory } from './database';

/** What portals are called: the newest config that named each. */
export function portalNames(history: readonly ConfigHistory[]): Map<string, PortalHistory> {
  const names = new Map<string, PortalHistory>();
  for (const entry of history)
    for (const [id, portal] of Object.entries(entry.portals)) names.set(id, portal);
  return names;
}
