// The plan of a host as its pages get it: all that can be worked out beforehand is, so that a page only goes
// through rules in order. What it finds is what match.ts finds; a test holds the two to each other.
import { type Cycle, DEFAULT_CYCLE } from '../domain/cycle';
import type { ConfiguredWords } from '../domain/lexicon';
import { readConfigured } from '../domain/word-table';
import { compileGlob, type Glob } from './glob';
import { compareSpecificity } from './match';
import { type MatchPattern, normaliseRoute, parseConfirmedPattern } from './patterns';
import { keysCovering, type PagePlan } from './registration-plan';
import type { FormRule, Portal } from './schema';

/**
 * A pattern; '' for any scheme or port, and for a host that the choice of the plan has settled. Only what is
 * left out may be on fewer hosts than the plan: `oa.x.cn`, or `.x.cn` for a wildcard.
 */
type Cover = readonly [scheme: '' | 'http:' | 'https:', port: string, path: Glob, host: string];

/** What a page needs to know of the place it is. */
interface PlannedPlace {
  portalId: string;
  words: Record<keyof ConfiguredWords, string>;
  cycle: Cycle;
  ignoresForm: boolean;
}

export interface PlannedPortal {
  except: readonly Cover[];
  /** Most literal characters first; none: any route. */
  routes: readonly Glob[];
  place: PlannedPlace;
  /** The first whose route fits stands in the place's stead. */
  forms: readonly (readonly [Glob, PlannedPlace])[];
}

export interface AddressPlan {
  portals: readonly PlannedPortal[];
  /** Most specific first; equals share a rank, and the portal with the most specific fitting route wins. */
  rules: readonly (readonly [rank: number, Cover, portal: number])[];
  /** Frames on a further host of a portal belong to the portal whose page embeds them. */
  frames: readonly (readonly [Cover, portal: number])[];
}

export function compilePlan(plan: PagePlan, hostKey: string): AddressPlan {
  const keys = keysCovering(hostKey);
  const candidates = (textsOf: (portal: Portal) => readonly string[]) =>
    plan.portals.flatMap((portal, at) =>
      patternsFor(keys, textsOf(portal)).map((pattern) => ({ pattern, portal: at })),
    );
  const compare = (a: MatchPattern, b: MatchPattern) =>
    keys.indexOf(a.hostKey) - keys.indexOf(b.hostKey) || compareSpecificity(a, b);
  const own = candidates(({ match }) => match).sort((a, b) => compare(a.pattern, b.pattern));
  let rank = 0;
  return {
    portals: plan.portals.map((portal) => toPlanned(portal, plan, hostKey)),
    rules: own.map(({ pattern, portal }, at) => {
      const before = own[at - 1]?.pattern;
      if (before && compare(before, pattern) !== 0) rank += 1;
      return [rank, toCover(pattern), portal];
    }),
    frames: candidates(({ hosts }) => hosts).map(({ pattern, portal }) => [toCover(pattern), portal]),
  };
}

function patternsFor(keys: readonly string[], texts: readonly string[]): MatchPattern[] {
  return texts
    .map(parseConfirmedPattern)
    .flatMap((parsed) => (parsed.ok && keys.includes(parsed.value.hostKey) ? [parsed.value] : []));
}

function patternsBelow(hostKey: string, texts: readonly string[]): Cover[] {
  const isBelow = (key: string) => key !== hostKey && keysCovering(key).includes(hostKey);
  return texts
    .map(parseConfirmedPattern)
    .flatMap((parsed) => (parsed.ok && isBelow(parsed.value.hostKey) ? [parsed.value] : []))
    .map((pattern) => toCover(pattern, pattern.hostKey.replace('*.', '.')));
}

function toPlanned(portal: Portal, plan: PagePlan, hostKey: string): PlannedPortal {
  const keys = keysCovering(hostKey);
  const byLength = (a: Glob, b: Glob) => b.literalChars - a.literalChars;
  return {
    except: [
      ...patternsFor(keys, portal.exclude).map((pattern) => toCover(pattern)),
      ...patternsBelow(hostKey, portal.exclude),
    ],
    routes: portal.routes.map(compileRoute).sort(byLength),
    place: toPlace(portal, null, plan),
    forms: portal.forms
      .map((form) => [compileRoute(form.route), toPlace(portal, form, plan)] as const)
      .sort(([a], [b]) => byLength(a, b)),
  };
}

const compileRoute = (glob: string): Glob => compileGlob(normaliseRoute(glob) ?? glob);

function toCover({ scheme, port, path }: MatchPattern, host = ''): Cover {
  return [scheme === '*' ? '' : `${scheme}:`, port === null ? '' : String(port), path, host];
}

function toPlace(portal: Portal, form: FormRule | null, plan: PagePlan): PlannedPlace {
  return {
    portalId: portal.id,
    words: readConfigured({
      checkIn: portal.checkIn.controls,
      submit: form?.submit ?? [],
      success: [...plan.words.success, ...portal.checkIn.success, ...(form?.success ?? [])],
      failure: [...plan.words.failure, ...(form?.failure ?? [])],
      neverRead: plan.neverRead,
    }),
    cycle: form?.cycle ?? DEFAULT_CYCLE,
    ignoresForm: form?.ignore ?? false,
  };
}
