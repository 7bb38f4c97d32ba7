// Habitual values: stock phrases (家中一切正常), rates that are the same for everybody, the village's name. They
// are equal in many submissions that have nothing else to do with each other, so that they are equal says
// nothing. They are a stop list that the person's own sheets write: neither eligible nor shared.
//
// A value is a habit when it was seen in MIN_SIGHTINGS submissions or more and nothing keeps it company in more
// than half of them: where the sheets carry names, no name; else no other value. What is reported again and
// again about one household comes with that household's name, number and address every time. Identity values
// are no company, and what is always alone has none. Two phrases that never come apart, on sheets without names, are taken for facts.
import { isSubjectEntry } from './entry-mark';
import type { SeenIn } from './identity';
import type { Sighting } from './repetition';

export const MIN_HABIT_SIGHTINGS = 3;
/** So many sightings tell it; more would only cost time. */
const MOST_LOOKED_AT = 24;

export function habitualValues(seen: SeenIn, identity: ReadonlySet<string>): Set<string> {
  const habits = new Set<string>();
  // The values of one table are seen in the same submissions: these are looked at once.
  const companies = new Map<string, Company>();
  for (const [hash, found] of seen) {
    if (found.length < MIN_HABIT_SIGHTINGS || identity.has(hash) || isSubjectEntry(hash)) continue;
    const some = found.slice(-MOST_LOOKED_AT);
    const name = some.map(({ actionId }) => actionId).join();
    const company = companies.get(name) ?? companyIn(some, identity);
    companies.set(name, company);
    if (isAlone(hash, company)) habits.add(hash);
  }
  return habits;
}

interface Company {
  named: number;
  mostOfAName: number;
  /** How many have anything beside a given value, and in how many each value is. */
  sizes: number[];
  counts: Map<string, number>;
}

function companyIn(sightings: readonly Sighting[], identity: ReadonlySet<string>): Company {
  const counts = new Map<string, number>();
  const sizes: number[] = [];
  let named = 0;
  for (const { hashes } of sightings) {
    const telling = [...new Set(hashes)].filter((hash) => !identity.has(hash));
    if (telling.some(isSubjectEntry)) named += 1;
    sizes.push(telling.length);
    for (const hash of telling) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const ofNames = [...counts].filter(([hash]) => isSubjectEntry(hash)).map(([, count]) => count);
  return { named, mostOfAName: Math.max(0, ...ofNames), sizes, counts };
}

function isAlone(hash: string, { named, mostOfAName, sizes, counts }: Company): boolean {
  if (named >= MIN_HABIT_SIGHTINGS) return mostOfAName <= named / 2;
  const accompanied = sizes.filter((size) => size > 1).length;
  for (const [other, count] of counts) if (other !== hash && count > accompanied / 2) return false;
  return true;
}
