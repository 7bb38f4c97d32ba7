// What a list would make of an address, for somebody who is writing it.

import { compileMatcher, type Match, matchAddress } from './match';
import type { DomainConfig, Portal } from './schema';

export type AddressVerdict =
  | { state: 'noAddress' | 'none' }
  /** A host of that portal, but outside its pages, ports or routes. */
  | { state: 'hostOnly'; portal: Portal }
  | { state: 'portal'; match: Match };

export function testAddress(config: Pick<DomainConfig, 'portals'>, text: string): AddressVerdict {
  const address = text.trim();
  if (!/^https?:\/\/[^/]/i.test(address)) return { state: 'noAddress' };
  const match = matchAddress(compileMatcher(config), address);
  if (match) return { state: 'portal', match };
  const near = matchAddress(compileMatcher({ portals: config.portals.map(wholeHosts) }), address);
  const portal = config.portals.find(({ id }) => id === near?.portal.id);
  return portal ? { state: 'hostOnly', portal } : { state: 'none' };
}

function wholeHosts(portal: Portal): Portal {
  const match = portal.match.map((text) => text.replace(/^([^:]+:\/\/(?:\[[^\]]*\]|[^/:]+)).*$/, '$1/*'));
  return { ...portal, match, routes: [], exclude: [] };
}
