// Which portal does an address belong to? A portal covers an address when one of its `match` patterns does,
// none of its `exclude` patterns does and, if it has `routes`, one of these globs fits the literal path and
// hash route. Of several portals the most specific pattern wins, compared in this order:
//   1. an exact host before a wildcard, a longer wildcard suffix before a shorter
//   2. an explicit port before any port
//   3. more literal characters in the path
//   4. one scheme before both
//   5. limited by routes before unlimited, then more literal characters in the fitting route
//   6. the earlier in the document
// Addresses are looked up by host first, so only patterns of that host or its parent domains are compared.

import { toLiteralRoute, toRoute } from '../domain/route';
import { compileGlob, type Glob, matchesGlob } from './glob';
import { hostKeys, type MatchPattern, normaliseRoute, parseConfirmedPattern } from './patterns';
import { parseRequestRule } from './request-rule';
import type { FormRule, PageRule, Portal } from './schema';

export interface Match {
  portal: Portal;
  /** The template that rows carry, never the address's own path. */
  route: string;
  form: FormRule | null;
  page: PageRule | null;
}

export interface Matcher {
  /** Candidates by host key, most specific first. */
  readonly byHost: ReadonlyMap<string, readonly Candidate[]>;
  readonly byId: ReadonlyMap<string, CompiledPortal>;
  /** Patterns compared since the matcher was made; for tests of its cost. */
  readonly work: { comparisons: number };
}

interface Candidate {
  readonly pattern: MatchPattern;
  readonly owner: CompiledPortal;
}

interface CompiledPortal {
  readonly portal: Portal;
  readonly order: number;
  readonly exclude: readonly MatchPattern[];
  readonly hosts: readonly MatchPattern[];
  readonly routes: readonly Glob[];
  readonly forms: readonly RouteRule<FormRule>[];
  readonly pages: readonly RouteRule<PageRule>[];
}

interface RouteRule<R> {
  readonly glob: Glob;
  readonly rule: R;
}

interface Address {
  readonly url: URL;
  readonly keys: readonly string[];
  readonly path: string;
  readonly literalRoute: string;
}

/** Takes a whole config or the part of it that a page was given. */
export function compileMatcher(config: { readonly portals: readonly Portal[] }): Matcher {
  const byHost = new Map<string, Candidate[]>();
  const byId = new Map<string, CompiledPortal>();
  config.portals.forEach((portal, order) => {
    const owner = compilePortal(portal, order);
    byId.set(portal.id, owner);
    for (const pattern of toPatterns(portal.match)) {
      const candidates = byHost.get(pattern.hostKey) ?? [];
      candidates.push({ pattern, owner });
      byHost.set(pattern.hostKey, candidates);
    }
  });
  for (const candidates of byHost.values()) candidates.sort(compareCandidates);
  return { byHost, byId, work: { comparisons: 0 } };
}

export function matchAddress(matcher: Matcher, address: string): Match | null {
  const parsed = toAddress(address);
  if (parsed === null) return null;
  for (const key of parsed.keys) {
    const owner = bestOf(matcher, matcher.byHost.get(key) ?? [], parsed);
    if (owner !== null) return toMatch(owner, parsed);
  }
  return null;
}

/**
 * The portal of a frame: its own where its address is a portal's, else the parent document's portal where
 * that names the frame's host in `hosts`.
 */
export function matchFrame(matcher: Matcher, address: string, parentPortalId: string | null): Match | null {
  const own = matchAddress(matcher, address);
  const parent = parentPortalId === null ? undefined : matcher.byId.get(parentPortalId);
  if (own !== null || parent === undefined) return own;
  const parsed = toAddress(address);
  if (parsed === null) return null;
  const isCovered = parent.hosts.some((pattern) => covers(pattern, parsed)) && !isExcluded(parent, parsed);
  return isCovered ? toMatch(parent, parsed) : null;
}

/** What the config says of a request: a check-in, noise that never confirms anything, or nothing. */
export function matchRequest(portal: Portal, method: string, url: string): 'checkIn' | 'noise' | null {
  const address = toAddress(url);
  if (address === null) return null;
  const fits = (text: string): boolean => {
    const rule = parseRequestRule(text);
    return (
      rule !== null &&
      rule.method === method.toUpperCase() &&
      matchesGlob(compileGlob(rule.path), address.path)
    );
  };
  if (portal.checkIn.requests.some(fits)) return 'checkIn';
  return portal.noise.some(fits) ? 'noise' : null;
}

/** Work shown to the public is measured but is no burden, nor is what the config exempts. */
export function isBurden(portal: Portal): boolean {
  return portal.category !== 'public-site' && !portal.exempt;
}

function compilePortal(portal: Portal, order: number): CompiledPortal {
  return {
    portal,
    order,
    exclude: toPatterns(portal.exclude),
    hosts: toPatterns(portal.hosts),
    routes: portal.routes.map(compileRoute),
    forms: portal.forms.map((rule) => ({ rule, glob: compileRoute(rule.route) })),
    pages: portal.pages.map((rule) => ({ rule, glob: compileRoute(rule.route) })),
  };
}

function toPatterns(texts: readonly string[]): MatchPattern[] {
  return texts.map(parseConfirmedPattern).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
}

function compileRoute(glob: string): Glob {
  return compileGlob(normaliseRoute(glob) ?? glob);
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return compareSpecificity(a.pattern, b.pattern) || a.owner.order - b.owner.order;
}

/** Both patterns are of the same host key. */
export function compareSpecificity(a: MatchPattern, b: MatchPattern): number {
  return (
    Number(a.port === null) - Number(b.port === null) ||
    b.path.literalChars - a.path.literalChars ||
    Number(a.scheme === '*') - Number(b.scheme === '*')
  );
}

function bestOf(matcher: Matcher, candidates: readonly Candidate[], address: Address): CompiledPortal | null {
  let best: { candidate: Candidate; routeChars: number } | null = null;
  for (const candidate of candidates) {
    if (best !== null && compareSpecificity(best.candidate.pattern, candidate.pattern) !== 0) break;
    matcher.work.comparisons += 1;
    if (!covers(candidate.pattern, address) || isExcluded(candidate.owner, address)) continue;
    const routeChars = routeSpecificity(candidate.owner, address);
    if (routeChars !== null && routeChars > (best?.routeChars ?? -1)) best = { candidate, routeChars };
  }
  return best?.candidate.owner ?? null;
}

/** null: outside the portal's routes; 0: the portal has none; else one more than the literal characters. */
function routeSpecificity(owner: CompiledPortal, address: Address): number | null {
  if (owner.routes.length === 0) return 0;
  const fitting = owner.routes.filter((glob) => matchesGlob(glob, address.literalRoute));
  return fitting.length === 0 ? null : 1 + Math.max(...fitting.map((glob) => glob.literalChars));
}

function isExcluded(owner: CompiledPortal, address: Address): boolean {
  return owner.exclude.some((pattern) => covers(pattern, address));
}

function covers(pattern: MatchPattern, { url, keys, path }: Address): boolean {
  // First what most candidates of a busy host fail.
  if (!matchesGlob(pattern.path, path)) return false;
  if (pattern.scheme !== '*' && `${pattern.scheme}:` !== url.protocol) return false;
  if (pattern.port !== null && pattern.port !== toPort(url)) return false;
  return keys.includes(pattern.hostKey);
}

function toPort(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function toMatch(owner: CompiledPortal, { url, literalRoute }: Address): Match {
  return {
    portal: owner.portal,
    route: toRoute(url),
    form: mostSpecific(owner.forms, literalRoute),
    page: mostSpecific(owner.pages, literalRoute),
  };
}

function mostSpecific<R>(rules: readonly RouteRule<R>[], literalRoute: string): R | null {
  let best: RouteRule<R> | null = null;
  for (const rule of rules) {
    if (best !== null && rule.glob.literalChars <= best.glob.literalChars) continue;
    if (matchesGlob(rule.glob, literalRoute)) best = rule;
  }
  return best?.rule ?? null;
}

function toAddress(address: string): Address | null {
  const url = toUrl(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const literalRoute = toLiteralRoute(url);
  return { url, keys: hostKeys(url.hostname), literalRoute, path: literalRoute.split('#', 1)[0] ?? '' };
}

/** `URL.canParse` is younger than the oldest browser we run in. */
function toUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
