// Repeated filling, decided from keyed hashes. A submission is compared with what the same person had accepted
// in the 35 days before its commit.
//
// What says nothing about the matter comes first. Identity values (identity.ts), which a person enters in over
// half of their forms, are counted apart; habitual values (habits.ts), stock phrases above all, are not counted
// at all. Neither is among the eligible or the shared entries of the ratios below. Were they counted, a sheet
// with the reporter's telephone, the unit and a stock phrase would be a double report of every other sheet; the
// corpus (tests/corpus/results.md) shows what that costs.
//
// Same form: the same form of the same portal was accepted in the same cycle (the config's; by default the
// local day), at least 80 % of the eligible values are equal to that one earlier submission's, and so are the
// short names that were entered: twenty households with the same stock phrases are twenty legitimate
// submissions. Of a cycle longer than 35 days only these are seen.
//
// Cross-portal: at least half the eligible values are shared, and at least two of them or one of 15 characters
// or more. A value is shared with another portal when it was entered there after it was last entered here:
// editing a record again in the portal that has it is not double reporting. One equal value alone, on two
// sheets that carry names and no name in common, is coincidence. Shared values may come from several portals
// and submissions.
//
// What is both counts as same form. Rejected and failed submissions never get here, so a second try is rework
// and no repeat.
import { type Cycle, cycleOf } from './cycle';
import { isLongEntry, isSubjectEntry } from './entry-mark';
import { dateKeyAt } from './local-day';
import type { EntrySums, Repeat, Share } from './records';

/** How long entries live, in milliseconds, and how far back they are looked for. */
export const ENTRY_LIFE_MS = 35 * 86_400_000;

export interface Thresholds {
  sameFormShare: number;
  crossPortalShare: number;
  /** So many shared values, or one long one. */
  crossPortalEntries: number;
}
export const THRESHOLDS: Readonly<Thresholds> = {
  sameFormShare: 0.8,
  crossPortalShare: 0.5,
  crossPortalEntries: 2,
};

/** A hashed value with how it was entered, as it waits for the outcome. */
export interface EnteredHash {
  hash: string;
  mode: 'typed' | 'pasted' | 'filled';
  /** Active milliseconds while its field had the focus. */
  activeMs: number;
}

/** The submission that is judged. */
export interface Submission {
  actionId: string;
  personId: string;
  portalId: string;
  formKey: string;
  at: number;
  utcOffsetMin: number;
  cycle: Cycle;
  /** Each hash once. */
  entered: readonly EnteredHash[];
}

/** An earlier accepted submission of the same person that shares a hash with it. */
export interface Sighting {
  actionId: string;
  portalId: string;
  formKey: string;
  at: number;
  hashes: readonly string[];
}

/** Hashes that say nothing about the matter at hand. */
export interface SaysNothing {
  identity: ReadonlySet<string>;
  habits: ReadonlySet<string>;
}

export interface Judgement {
  repeat: Repeat | null;
  sums: EntrySums;
}

export function judgeRepetition(
  current: Submission,
  sightings: readonly Sighting[],
  { identity, habits }: SaysNothing,
  thresholds: Readonly<Thresholds> = THRESHOLDS,
): Judgement {
  const values = current.entered.filter(({ hash }) => !isSubjectEntry(hash));
  const telling = values.filter(({ hash }) => !identity.has(hash));
  const eligible = telling.filter(({ hash }) => !habits.has(hash));
  const names = (hashes: readonly string[]) =>
    hashes.filter((hash) => isSubjectEntry(hash) && !identity.has(hash));
  const sources = sharedSources(current, eligible, sightings, names);
  const shared = eligible.filter(({ hash }) => sources.has(hash));
  const sums: EntrySums = {
    eligible: eligible.length,
    identity: values.length - telling.length,
    shared: shareOf(shared),
    from: sharesByPortal(shared, sources),
  };
  const repeat =
    findSameForm(current, { telling, eligible }, sightings, names, thresholds) ??
    findCrossPortal(eligible, shared, sources, thresholds);
  return { repeat, sums };
}

/** The short names among hashes, the person's own left out. */
type NamesOf = (hashes: readonly string[]) => string[];

function findSameForm(
  current: Submission,
  values: { telling: readonly EnteredHash[]; eligible: readonly EnteredHash[] },
  sightings: readonly Sighting[],
  names: NamesOf,
  { sameFormShare }: Thresholds,
): Repeat | null {
  const cycleAt = (at: number) => cycleOf(dateKeyAt(at, current.utcOffsetMin), current.cycle);
  const cycle = cycleAt(current.at);
  const about = names(current.entered.map(({ hash }) => hash));
  // A stock phrase about the same name is sent again; without a name it may be about anybody.
  const eligible = about.length > 0 ? values.telling : values.eligible;
  let best: { earlier: Sighting; equal: number } | null = null;
  for (const earlier of sightings) {
    if (earlier.portalId !== current.portalId || earlier.formKey !== current.formKey) continue;
    if (cycleAt(earlier.at) !== cycle || !isWithin(about, names(earlier.hashes))) continue;
    const known = new Set(earlier.hashes);
    const equal = eligible.filter(({ hash }) => known.has(hash)).length;
    if (equal === 0 || equal / eligible.length < sameFormShare) continue;
    if (!best || equal > best.equal || (equal === best.equal && isLater(earlier, best.earlier)))
      best = { earlier, equal };
  }
  return (
    best && {
      ofActionId: best.earlier.actionId,
      scope: 'sameForm',
      sharedEntries: best.equal,
      eligibleEntries: eligible.length,
      retypeMs: 0,
    }
  );
}

function findCrossPortal(
  eligible: readonly EnteredHash[],
  shared: readonly EnteredHash[],
  sources: ReadonlyMap<string, readonly Sighting[]>,
  { crossPortalShare, crossPortalEntries }: Thresholds,
): Repeat | null {
  if (shared.length === 0 || shared.length / eligible.length < crossPortalShare) return null;
  if (shared.length < crossPortalEntries && !shared.some(({ hash }) => isLongEntry(hash))) return null;
  const counts = new Map<Sighting, number>();
  for (const { hash } of shared)
    for (const source of sources.get(hash) ?? []) counts.set(source, (counts.get(source) ?? 0) + 1);
  const [first, ...others] = counts.keys();
  if (!first) return null;
  const count = (source: Sighting) => counts.get(source) ?? 0;
  const most = others.reduce(
    (best, source) =>
      count(source) > count(best) || (count(source) === count(best) && isLater(source, best)) ? source : best,
    first,
  );
  return {
    ofActionId: most.actionId,
    scope: 'crossPortal',
    sharedEntries: shared.length,
    eligibleEntries: eligible.length,
    retypeMs: shareOf(shared).retypeMs,
  };
}

/** For each hash the sightings in other portals that came after the last one here. */
function sharedSources(
  current: Submission,
  eligible: readonly EnteredHash[],
  sightings: readonly Sighting[],
  names: NamesOf,
): Map<string, Sighting[]> {
  const wanted = new Set(eligible.map(({ hash }) => hash));
  const about = names(current.entered.map(({ hash }) => hash));
  const lastHere = new Map<string, number>();
  for (const { portalId, hashes, at } of sightings) {
    if (portalId !== current.portalId) continue;
    for (const hash of hashes) lastHere.set(hash, Math.max(at, lastHere.get(hash) ?? 0));
  }
  const sources = new Map<string, Sighting[]>();
  for (const sighting of sightings) {
    if (sighting.portalId === current.portalId) continue;
    const equal = [...new Set(sighting.hashes)].filter((hash) => wanted.has(hash));
    const others = names(sighting.hashes);
    const isApart = about.length > 0 && others.length > 0 && !others.some((name) => about.includes(name));
    if (equal.length < 2 && isApart) continue;
    for (const hash of equal) {
      if (sighting.at <= (lastHere.get(hash) ?? 0)) continue;
      const found = sources.get(hash);
      if (found) found.push(sighting);
      else sources.set(hash, [sighting]);
    }
  }
  return sources;
}

function sharesByPortal(
  shared: readonly EnteredHash[],
  sources: ReadonlyMap<string, readonly Sighting[]>,
): EntrySums['from'] {
  const byPortal = new Map<string, EnteredHash[]>();
  for (const entry of shared) {
    for (const portalId of new Set(sources.get(entry.hash)?.map((source) => source.portalId)))
      byPortal.set(portalId, [...(byPortal.get(portalId) ?? []), entry]);
  }
  return [...byPortal.keys()]
    .sort()
    .map((portalId) => ({ portalId, ...shareOf(byPortal.get(portalId) ?? []) }));
}

const shareOf = (entries: readonly EnteredHash[]): Share => ({
  entries: entries.length,
  pasted: entries.filter(({ mode }) => mode === 'pasted').length,
  filled: entries.filter(({ mode }) => mode === 'filled').length,
  retypeMs: entries.reduce((sum, { activeMs }) => sum + activeMs, 0),
});

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((one) => all.includes(one));

/** The order in which facts happened; of two at one instant the ids decide, never the order of arrival. */
export const isLater = (
  a: Pick<Sighting, 'at' | 'actionId'>,
  b: Pick<Sighting, 'at' | 'actionId'>,
): boolean => a.at > b.at || (a.at === b.at && a.actionId > b.actionId);
