// What the browser must be asked for and what a page is given.
//
// Permissions and registrations name whole hosts, without ports and paths: Firefox knows no ports in match
// patterns, and a permission for part of a host does not exist. Ports, paths and routes are match.ts's work.
//
// A page reads only the plan of its own host. Plans are kept by host key; the plan of a key already holds the
// portals of every broader key, so a page takes the first plan there is, from its most specific key on.

import { hostKeys, type MatchPattern, parseConfirmedPattern } from './patterns';
import type { DomainConfig, Portal } from './schema';

export interface PagePlan {
  portals: Portal[];
  words: DomainConfig['words'];
  neverRead: DomainConfig['neverRead'];
}

interface Reconciliation {
  /** Wanted and granted. */
  register: string[];
  /** Wanted and not granted. */
  missing: string[];
}

/** The origins to ask for: sorted, without duplicates, both schemes spelt out. */
export function hostPermissions(portals: readonly Portal[]): string[] {
  const origins = portals
    .flatMap(toHostPatterns)
    .flatMap(({ scheme, hostKey }) => schemesOf(scheme).map((name) => `${name}://${hostKey}/*`));
  return [...new Set(origins)].sort();
}

/** Where the content script runs: the portals' pages, and `hosts`, whose frames may stand in them. */
export function contentScriptMatches(portals: readonly Portal[]): string[] {
  return hostPermissions(portals);
}

/** By host key, what pages there need of the chosen portals, and nothing of other hosts' portals. */
export function pagePlans(config: DomainConfig, portalIds: readonly string[]): Record<string, PagePlan> {
  const { words, neverRead } = config;
  const wanted = new Set(portalIds);
  const chosen = config.portals
    .filter(({ id }) => wanted.has(id))
    .map((portal) => ({ portal, keys: new Set(toHostPatterns(portal).map(({ hostKey }) => hostKey)) }));
  const allKeys = new Set(chosen.flatMap(({ keys }) => [...keys]));
  const plans = [...allKeys].map((key): [string, PagePlan] => {
    const covering = keysCovering(key);
    const portals = chosen.filter(({ keys }) => covering.some((each) => keys.has(each)));
    return [key, { portals: portals.map(({ portal }) => portal), words, neverRead }];
  });
  return Object.fromEntries(plans);
}

/** The plan for a page at `hostname`. */
export function planFor(plans: Readonly<Record<string, PagePlan>>, hostname: string): PagePlan | null {
  const key = hostKeys(hostname).find((each) => Object.hasOwn(plans, each));
  return key === undefined ? null : (plans[key] ?? null);
}

/** A grant may be broader than what is wanted: by scheme, by wildcard or altogether. */
export function reconcile(granted: readonly string[], wanted: readonly string[]): Reconciliation {
  const grants = new Set(granted);
  const isGranted = (origin: string) => broaderOrigins(origin).some((each) => grants.has(each));
  return { register: wanted.filter(isGranted), missing: wanted.filter((origin) => !isGranted(origin)) };
}

function toHostPatterns(portal: Portal): MatchPattern[] {
  return [...portal.match, ...portal.hosts]
    .map(parseConfirmedPattern)
    .flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
}

function schemesOf(scheme: MatchPattern['scheme']): readonly string[] {
  return scheme === '*' ? ['http', 'https'] : [scheme];
}

/** The key itself and the wildcards that cover everything it covers. */
export function keysCovering(hostKey: string): string[] {
  return hostKey.startsWith('*.') ? hostKeys(hostKey.slice(2)).slice(1) : hostKeys(hostKey);
}

function broaderOrigins(origin: string): string[] {
  const [scheme = '', rest = ''] = origin.split('://', 2);
  const hosts = [...keysCovering(rest.slice(0, rest.lastIndexOf('/'))), '*'];
  const schemes = scheme === '*' ? ['*'] : [scheme, '*'];
  return [...schemes.flatMap((name) => hosts.map((host) => `${name}://${host}/*`)), '<all_urls>'];
}
