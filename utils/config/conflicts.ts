// What is wrong between the parts of a document rather than in one of them. It looks at the raw document, so
// that an administrator sees these problems together with those of shape.
//
// One host may serve several portals, and one pattern too where `routes` tell the portals apart. Two portals
// with the same pattern and the same routes are one too many: the second would never be seen.

import type { Problem } from '../platform/problem';
import { normaliseRoute, parseConfirmedPattern, parsePattern } from './patterns';
import { MAX_PATTERNS } from './schema';

type Loose = Record<string, unknown>;

export function findConflicts(document: unknown): Problem[] {
  const root = toLoose(document);
  const portals = toList(root.portals).map(toLoose);
  const problems = listsInPlaceOfObjects(root, portals);
  const ids = new Map<string, number>();
  const owners = new Map<string, number>();
  let patterns = 0;

  portals.forEach((portal, index) => {
    const { id } = portal;
    if (typeof id === 'string') {
      const earlier = ids.get(id);
      if (earlier === undefined) ids.set(id, index);
      else problems.push(duplicate(`portals[${index}].id`, `portals[${earlier}].id`));
    }
    patterns += [portal.match, portal.exclude, portal.hosts].reduce<number>(
      (sum, list) => sum + toList(list).length,
      0,
    );
    problems.push(...unconfirmed(portal, `portals[${index}]`));
    const routes = toList(portal.routes).map((route) =>
      typeof route === 'string' ? normaliseRoute(route) : null,
    );
    const limits = JSON.stringify(routes.sort());
    toList(portal.match).forEach((text, at) => {
      const pattern = typeof text === 'string' ? parseConfirmedPattern(text) : null;
      if (!pattern?.ok) return;
      const key = `${pattern.value.text} ${limits}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, index);
      else if (owner !== index)
        problems.push(duplicate(`portals[${index}].match[${at}]`, `portals[${owner}]`));
    });
  });
  if (patterns > MAX_PATTERNS) {
    problems.push({ code: 'tooLarge', path: 'portals', detail: `<= ${MAX_PATTERNS} match, exclude, hosts` });
  }
  return problems;
}

/** What is over-broad and not confirmed in so many words. */
function unconfirmed(portal: Loose, path: string): Problem[] {
  const confirmed = new Set(toList(portal.broad));
  return ['match', 'exclude', 'hosts'].flatMap((key) =>
    toList(portal[key]).flatMap((text, at) => {
      if (typeof text !== 'string' || confirmed.has(text)) return [];
      const parsed = parsePattern(text);
      const isBroad = !parsed.ok && parsed.problem.code === 'tooBroad';
      return isBroad ? [{ ...parsed.problem, path: `${path}.${key}[${at}]` }] : [];
    }),
  );
}

/** To valibot an empty list is an object without keys. */
function listsInPlaceOfObjects(root: Loose, portals: readonly Loose[]): Problem[] {
  const places: [string, unknown][] = [
    ['calendar', root.calendar],
    ['words', root.words],
    ...portals.map((portal, index): [string, unknown] => [`portals[${index}].checkIn`, portal.checkIn]),
  ];
  return places
    .filter(([, value]) => Array.isArray(value))
    .map(([path]) => ({ code: 'wrongShape', path, detail: 'Object' }));
}

function duplicate(path: string, of: string): Problem {
  return { code: 'duplicateId', path, detail: of };
}

function toLoose(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
