// Identity values: what a person enters in over half of their forms whatever these are about (own telephone,
// unit, own name). Learned from their accepted submissions of 35 days, never asked for.
//
// A form holds a value when more than half of its submissions do; a value that more than half of the person's
// forms hold is an identity value. That it must be held, and not just have been there once, tells the person's
// own telephone from that of a household which was reported through every form. Nothing is learned from less
// than MIN_FORMS forms and MIN_SIGHTINGS submissions with the value: one matter that goes through all portals
// on a first day is what the ledger is there to find.
import { isSubjectEntry } from './entry-mark';
import type { Sighting } from './repetition';

export const MIN_FORMS = 3;
export const MIN_SIGHTINGS = 6;

export type FormId = Pick<Sighting, 'portalId' | 'formKey'>;

/** Which of the sightings have which of the hashes. */
export type SeenIn = ReadonlyMap<string, readonly Sighting[]>;

export function seenIn(hashes: readonly string[], sightings: readonly Sighting[]): SeenIn {
  const seen = new Map<string, Sighting[]>(hashes.map((hash) => [hash, []]));
  for (const sighting of sightings)
    for (const hash of new Set(sighting.hashes)) seen.get(hash)?.push(sighting);
  return seen;
}

/** The forms that must be counted before anything can be said; none where nothing was seen often enough. */
export function formsInQuestion(seen: SeenIn): FormId[] {
  const forms = new Map<string, FormId>();
  for (const found of seen.values()) {
    if (found.length < MIN_SIGHTINGS) continue;
    const among = new Map(found.map((sighting) => [formName(sighting), sighting]));
    if (among.size >= MIN_FORMS / 2) for (const [name, form] of among) forms.set(name, form);
  }
  return [...forms.values()];
}

/** `submissionsOf`: how many submissions of a form there were in the same 35 days; `forms`: how many forms. */
export function identityValues(
  seen: SeenIn,
  forms: number,
  submissionsOf: (form: FormId) => number,
): Set<string> {
  const identity = new Set<string>();
  if (forms < MIN_FORMS) return identity;
  for (const [hash, found] of seen) {
    if (found.length < MIN_SIGHTINGS) continue;
    const having = new Map<string, { form: FormId; count: number }>();
    for (const form of found) {
      const name = formName(form);
      having.set(name, { form, count: (having.get(name)?.count ?? 0) + 1 });
    }
    const holding = [...having.values()].filter(({ form, count }) => count > submissionsOf(form) / 2);
    if (holding.length > forms / 2 && !isAboutOneName(hash, found)) identity.add(hash);
  }
  return identity;
}

/** Of the sheets that carry another name, over half carry the same one. */
function isAboutOneName(own: string, sightings: readonly Sighting[]): boolean {
  const counts = new Map<string, number>();
  let named = 0;
  for (const { hashes } of sightings) {
    const names = new Set(hashes.filter((hash) => isSubjectEntry(hash) && hash !== own));
    if (names.size > 0) named += 1;
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values()) > named / 2;
}

export const formName = ({ portalId, formKey }: FormId): string => `${portalId} ${formKey}`;
