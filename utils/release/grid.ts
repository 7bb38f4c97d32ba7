// The table of one indicator: a row for each category and one for all of them, a column for each month and one
// for all. Every row and every column is a line whose parts add up to its last cell.
import { INDICATORS, type Indicator } from '../domain/package/indicators';
import { type Figure, figureOf } from './cells';
import type { Contributions } from './contributions';

export const ALL = 'all';

export interface GridCell extends Figure {
  category: string;
  month: string;
  /** What each person gives; of sums over cells, each person once. */
  amounts: ReadonlyMap<string, number>;
}

export interface Grid {
  indicator: Indicator;
  categories: string[];
  months: string[];
  /** `cells[row][column]`, the last of each being the margin. */
  cells: GridCell[][];
}

export function gridOf(contributions: Contributions, indicator: Indicator): Grid {
  const place = INDICATORS.indexOf(indicator);
  const keys = [...contributions.cells.keys()].map((key) => key.split('\n') as [string, string]);
  const categories = [...new Set(keys.map(([category]) => category))].sort();
  const months = [...new Set(keys.map(([, month]) => month))].sort();
  const amountsOf = (category: string, month: string): Map<string, number> => {
    const amounts = new Map<string, number>();
    for (const c of category === ALL ? categories : [category])
      for (const m of month === ALL ? months : [month])
        for (const [person, sums] of contributions.cells.get(`${c}\n${m}`) ?? [])
          amounts.set(person, (amounts.get(person) ?? 0) + (sums[place] as number));
    return amounts;
  };
  const cells = [...categories, ALL].map((category) =>
    [...months, ALL].map((month): GridCell => {
      const amounts = amountsOf(category, month);
      return { category, month, amounts, ...figureOf(amounts.values()) };
    }),
  );
  return { indicator, categories, months, cells };
}

/** The lines as cell numbers, row by row; the last of each is the total of the others. */
export function linesOf(grid: Grid): number[][] {
  const width = grid.months.length + 1;
  const rows = grid.cells.map((row, r) => row.map((_, c) => r * width + c));
  const columns = Array.from({ length: width }, (_, c) => grid.cells.map((__, r) => r * width + c));
  return [...rows, ...columns];
}

/** What several cells together say, each person once. */
export function together(cells: readonly GridCell[]): Figure {
  const amounts = new Map<string, number>();
  for (const cell of cells)
    for (const [person, amount] of cell.amounts) amounts.set(person, (amounts.get(person) ?? 0) + amount);
  return figureOf(amounts.values());
}
