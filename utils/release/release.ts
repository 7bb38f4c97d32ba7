// The release: which figures are published, which are withheld and why. Exact with suppression, or noisy; never
// both of the same data.
import type { RowOf } from '../domain/package/column';
import { INDICATORS, MIN_PEOPLE } from '../domain/package/indicators';
import type { INDICATOR_TABLE, PAIR_TABLE } from '../domain/package/release-tables';
import { figureOf, judge } from './cells';
import type { Contributions } from './contributions';
import { ALL, gridOf } from './grid';
import { addNoise, type NoiseParameters, type NoisyCell } from './noise';
import { type Reason, suppress } from './suppress';

export interface ReleaseParameters {
  /** At least MIN_PEOPLE. */
  minPeople: number;
  /** null: exact figures with suppression. */
  noise: NoiseParameters | null;
}

export interface Release {
  parameters: ReleaseParameters;
  people: number;
  indicators: RowOf<typeof INDICATOR_TABLE>[];
  pairs: RowOf<typeof PAIR_TABLE>[];
}

type Status = 'published' | Reason;

/** `random` is asked only where noise is wanted. */
export function makeRelease(
  contributions: Contributions,
  wanted: ReleaseParameters,
  random: () => number,
): Release {
  const parameters = { ...wanted, minPeople: Math.max(MIN_PEOPLE, wanted.minPeople) };
  const { minPeople, noise } = parameters;
  return {
    parameters,
    people: contributions.people.size,
    indicators: noise
      ? noisyRows(addNoise(contributions, noise, random), minPeople)
      : INDICATORS.flatMap((indicator) => exactRows(contributions, indicator, minPeople)),
    // Pairs stand in no line that adds up; with noise they are left out rather than given exactly beside it.
    pairs: noise ? [] : pairRows(contributions, minPeople),
  };
}

function exactRows(contributions: Contributions, indicator: (typeof INDICATORS)[number], minPeople: number) {
  const grid = gridOf(contributions, indicator);
  const pattern = suppress(grid, minPeople);
  return grid.cells
    .flat()
    .map((cell, i) =>
      indicatorRow(
        indicator,
        cell.category,
        cell.month,
        pattern.get(i) ?? 'published',
        cell.people,
        cell.amount,
      ),
    );
}

function indicatorRow(
  indicator: string,
  category: string,
  month: string,
  status: Status,
  people: number,
  amount: number,
): RowOf<typeof INDICATOR_TABLE> {
  const shown = status === 'published';
  return {
    indicator,
    category,
    month,
    status,
    people: shown ? people : null,
    amount: shown ? amount : null,
    per_person: shown && people > 0 ? Math.round((amount / people) * 100) / 100 : null,
  };
}

function pairRows({ pairs }: Contributions, minPeople: number): RowOf<typeof PAIR_TABLE>[] {
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, byPerson]) => {
      const [config_id = '', portal_a = '', portal_b = ''] = key.split('\n');
      const sums = [...byPerson.values()].filter(({ entries }) => entries > 0);
      const entries = figureOf(sums.map((sum) => sum.entries));
      const retype = figureOf(sums.map((sum) => sum.retypeS));
      const first = judge(entries, minPeople);
      // Minutes may all be one person's even where entries are everybody's; few who retyped are no matter here.
      const second = judge({ ...retype, contributors: retype.people }, minPeople);
      const verdict = first === 'safe' ? second : first;
      const status: Status = verdict === 'safe' ? 'published' : verdict;
      const shown = status === 'published';
      return {
        config_id,
        portal_a,
        portal_b,
        status,
        people: shown ? entries.people : null,
        entries: shown ? entries.amount : null,
        retype_min: shown ? Math.round(retype.amount / 6) / 10 : null,
      };
    });
}

function noisyRows(cells: readonly NoisyCell[], minPeople: number): RowOf<typeof INDICATOR_TABLE>[] {
  const kept = cells.filter(({ people }) => people >= minPeople);
  const rows = cells.flatMap((cell) =>
    INDICATORS.map((name) =>
      indicatorRow(
        name,
        cell.category,
        cell.month,
        kept.includes(cell) ? 'published' : 'few_people',
        cell.people,
        cell.amounts[name],
      ),
    ),
  );
  const margins = INDICATORS.map((name) => {
    const sum = (of: (cell: NoisyCell) => number) => kept.reduce((all, cell) => all + of(cell), 0);
    const row = indicatorRow(
      name,
      ALL,
      ALL,
      'published',
      0,
      sum((cell) => cell.amounts[name]),
    );
    // People in several cells would count several times.
    return { ...row, people: null };
  });
  return [...rows, ...margins];
}
