// What is allowed and yet probably not meant: one portal's pattern inside another's, both without routes that
// would tell them apart. The more specific one wins (match.ts), so the other never sees those pages.

import { matchesGlob } from './glob';
import { hostKeys, type MatchPattern, parseConfirmedPattern } from './patterns';
import type { DomainConfig, Portal } from './schema';

export interface Overlap {
  /** Wins where both cover an address. */
  narrow: { portal: number; pattern: string };
  wide: { portal: number; pattern: string };
}

interface Owned {
  portal: number;
  pattern: MatchPattern;
}

const MOST = 50;

export function findOverlaps({ portals }: Pick<DomainConfig, 'portals'>): Overlap[] {
  const owned = portals.flatMap((portal, index) => patternsOf(portal, index));
  const byHost = new Map<string, Owned[]>();
  for (const one of owned) byHost.set(one.pattern.hostKey, [...(byHost.get(one.pattern.hostKey) ?? []), one]);
  const overlaps: Overlap[] = [];
  for (const narrow of owned) {
    const candidates = keysAround(narrow.pattern.hostKey).flatMap((key) => byHost.get(key) ?? []);
    for (const wide of candidates) {
      if (wide.portal === narrow.portal || !contains(wide.pattern, narrow.pattern)) continue;
      // Two spellings that contain each other are one overlap, told once.
      if (contains(narrow.pattern, wide.pattern) && wide.portal < narrow.portal) continue;
      if (tellApart(portals[wide.portal], portals[narrow.portal])) continue;
      overlaps.push({
        narrow: { portal: narrow.portal, pattern: narrow.pattern.text },
        wide: { portal: wide.portal, pattern: wide.pattern.text },
      });
      if (overlaps.length === MOST) return overlaps;
    }
  }
  return overlaps;
}

function patternsOf(portal: Portal, index: number): Owned[] {
  return portal.match
    .map(parseConfirmedPattern)
    .flatMap((parsed) => (parsed.ok ? [{ portal: index, pattern: parsed.value }] : []));
}

function keysAround(hostKey: string): string[] {
  return hostKey.startsWith('*.') ? hostKeys(hostKey.slice(2)).slice(1) : hostKeys(hostKey);
}

/** Every address of `narrow` is one of `wide`. The narrower glob's own text stands for its addresses. */
function contains(wide: MatchPattern, narrow: MatchPattern): boolean {
  return (
    (wide.scheme === '*' || wide.scheme === narrow.scheme) &&
    (wide.port === null || wide.port === narrow.port) &&
    keysAround(narrow.hostKey).includes(wide.hostKey) &&
    matchesGlob(wide.path, pathText(narrow))
  );
}

function pathText({ text }: MatchPattern): string {
  return text.slice(text.indexOf('/', text.indexOf('://') + 3));
}

/** Routes were given on purpose, and so was a page taken out. */
function tellApart(wide: Portal | undefined, narrow: Portal | undefined): boolean {
  return [wide, narrow].some((portal) => (portal?.routes.length ?? 0) > 0) || (wide?.exclude.length ?? 0) > 0;
}
