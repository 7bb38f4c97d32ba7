// Who gives how much to which cell: the one thing that tables over people are computed from. A person is a
// pseudonym; two browsers of one person are added together.
import type { Row } from '../domain/package/column';
import { INDICATORS } from '../domain/package/indicators';

export interface PairSums {
  entries: number;
  retypeS: number;
}

export interface Contributions {
  /** `category\nmonth` (`2026-03`) to person to the sums of INDICATORS, in their order. */
  cells: Map<string, Map<string, Float64Array>>;
  /** `config\nportal a\nportal b` to person. */
  pairs: Map<string, Map<string, PairSums>>;
  people: Set<string>;
}

export const noContributions = (): Contributions => ({
  cells: new Map(),
  pairs: new Map(),
  people: new Set(),
});

const within = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

export const monthOf = (row: Row): string => String(row.local_date).slice(0, 7);

/** Adds rows of days. */
export function addDays(to: Contributions, rows: readonly Row[]): void {
  for (const row of rows) {
    const person = String(row.person_id);
    to.people.add(person);
    const cell = within(to.cells, `${row.category}\n${monthOf(row)}`, () => new Map<string, Float64Array>());
    const sums = within(cell, person, () => new Float64Array(INDICATORS.length));
    INDICATORS.forEach((name, i) => {
      sums[i] = (sums[i] as number) + Number(row[name] ?? 0);
    });
  }
}

/** Adds rows of portal_pairs. */
export function addPairs(to: Contributions, rows: readonly Row[]): void {
  for (const row of rows) {
    const key = [row.config_id, row.portal_a, row.portal_b].join('\n');
    const pair = within(to.pairs, key, () => new Map<string, PairSums>());
    const sums = within(pair, String(row.person_id), () => ({ entries: 0, retypeS: 0 }));
    sums.entries += Number(row.shared_entries);
    sums.retypeS += Number(row.retype_s);
  }
}
