// Where in the domain config an address is, by the plan that was published for its host.
import { matchesGlob } from '../config/glob';
import type { AddressPlan, PlannedPortal } from '../config/page-plan';
import type { KnownWords } from '../domain/lexicon';
import { toLiteralRoute, toRoute } from '../domain/route';
import type { Place } from './portal-page';

/** null outside the configured portals. */
export function locate(
  plan: AddressPlan,
  known: KnownWords,
  address: string,
  isFramed: boolean,
): Place | null {
  const url = new URL(address);
  const { protocol, port } = url;
  const hostname = url.hostname.replace(/\.$/, '');
  const literal = toLiteralRoute(url);
  const path = literal.split('#', 1)[0] ?? '';
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  const covers = ([scheme, wantedPort, glob, host]: PlannedPortal['except'][number]) =>
    (!scheme || scheme === protocol) &&
    (!wantedPort || wantedPort === actualPort) &&
    (!host || (host[0] === '.' ? `.${hostname}`.endsWith(host) : hostname === host)) &&
    matchesGlob(glob, path);

  const charsOf = ({ routes, except }: PlannedPortal) => {
    if (except.some(covers)) return -1;
    if (routes.length === 0) return 0;
    const fitting = routes.find((route) => matchesGlob(route, literal));
    return fitting ? fitting.literalChars + 1 : -1;
  };

  let best: PlannedPortal | undefined;
  let bestRank = 0;
  let bestChars = -1;
  for (const [rank, cover, at] of plan.rules) {
    if (best && rank !== bestRank) break;
    const portal = plan.portals[at];
    const chars = portal && covers(cover) ? charsOf(portal) : -1;
    if (chars <= bestChars) continue;
    best = portal;
    bestRank = rank;
    bestChars = chars;
  }
  if (!best && isFramed) {
    const frame = plan.frames.find(([cover, at]) => covers(cover) && !plan.portals[at]?.except.some(covers));
    best = frame && plan.portals[frame[1]];
  }
  if (!best) return null;
  const place = best.forms.find(([glob]) => matchesGlob(glob, literal))?.[1] ?? best.place;
  return { ...place, route: toRoute(url), words: { ...known, ...place.words } };
}
