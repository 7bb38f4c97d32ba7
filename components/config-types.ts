// The config in force as the pages show it: plain data. The entry points ask the config layer what it says of
// each portal and hand it in here.
import type { Lock } from '../utils/config/locks';
import type { ConfigSource } from '../utils/config/resolve';
import type { PortalHosts } from './host-grant';

export interface ListedPortal extends PortalHosts {
  department: string | null;
  /** null: of the whole nation. */
  region: string | null;
  category: string;
  exempt: boolean;
  chosen: boolean;
  /** Chosen, but the browser has not let us see all of its hosts. */
  missing: boolean;
}

export interface ConfigView {
  id: string;
  title: string;
  version: number;
  publisher: string | null;
  source: ConfigSource;
  portals: ListedPortal[];
  regions: string[];
  region: string | null;
  /** The organisation's build takes its list with it and asks for no other host. */
  managedBuild: boolean;
  /** What the administrator fixed. */
  locks: readonly Lock[];
}

/** Hosts by name, from permission origins: `http://a.b/*` and `https://a.b/*` are one host to a person. */
export const hostNames = (origins: readonly string[]): string[] => [
  ...new Set(origins.map((origin) => origin.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, ''))),
];

/** `portalIds` null: every portal of the config is wanted. */
export const chosenOf = <P extends { id: string }>(
  portals: readonly P[],
  portalIds: readonly string[] | null,
): P[] => portals.filter(({ id }) => portalIds === null || portalIds.includes(id));
