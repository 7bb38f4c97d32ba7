// Which figures of a table may not be published.
//
// Primary: figures that are unsafe by themselves (cells.ts). Complementary: figures that would give a
// suppressed one away by subtraction, within a line or over several lines. A line may keep secrets only if
// there are two or more in it and if they are safe together, for their sum follows from the rest.
//
// Two releases of the same data at different k: what is secret at a smaller k stays secret at a greater one,
// because the pattern of each k begins with that of the one before. So the release at the smallest k says
// everything that all of them say.
import { MIN_PEOPLE } from '../domain/package/indicators';
import { judge, type Verdict } from './cells';
import { type Grid, type GridCell, linesOf, together } from './grid';
import { relationsAmong } from './solvable';

export type Reason = Exclude<Verdict, 'safe'> | 'complementary';

/** Why each suppressed cell is, by cell number (row by row); published cells are missing. */
export type Pattern = Map<number, Reason>;

export function suppress(grid: Grid, minPeople: number): Pattern {
  const cells = grid.cells.flat();
  const lines = linesOf(grid);
  let pattern: Pattern = new Map();
  for (let k = MIN_PEOPLE; k <= Math.max(MIN_PEOPLE, minPeople); k++) {
    const next: Pattern = new Map(pattern);
    cells.forEach((cell, i) => {
      const verdict = judge(cell, k);
      if (verdict !== 'safe') next.set(i, verdict);
    });
    complement(next, cells, lines, k);
    pattern = next;
  }
  return pattern;
}

function complement(
  pattern: Pattern,
  cells: readonly GridCell[],
  lines: readonly number[][],
  k: number,
): void {
  for (;;) {
    const leak = findLeak(pattern, cells, lines, k);
    if (!leak) return;
    const more = cheapest(leak, pattern, cells, lines);
    // Everything the leak touches is secret already: then the rest of the table must be as well.
    const fallback = more ?? cells.findIndex((_, i) => !pattern.has(i));
    if (fallback < 0) return;
    pattern.set(fallback, 'complementary');
  }
}

/** Suppressed cells whose sum follows from what is published and is unsafe; null when there are none. */
function findLeak(
  pattern: Pattern,
  cells: readonly GridCell[],
  lines: readonly number[][],
  k: number,
): number[] | null {
  for (const line of lines) {
    const secret = line.filter((cell) => pattern.has(cell));
    const total = line.at(-1) as number;
    if (secret.length === 0) continue;
    if (secret.length === 1) return secret;
    if (!pattern.has(total) && !isSafeTogether(secret, cells, k)) return secret;
  }
  for (const { terms } of relationsAmong(new Set(pattern.keys()), lines)) {
    const secret = terms.map(([cell]) => cell);
    if (secret.length === 1) return secret;
    if (terms.every(([, factor]) => factor > 0) && !isSafeTogether(secret, cells, k)) return secret;
  }
  return null;
}

function isSafeTogether(secret: readonly number[], cells: readonly GridCell[], k: number): boolean {
  return judge(together(secret.map((cell) => cells[cell] as GridCell)), k) === 'safe';
}

/** The published cell in a line with the leak whose loss costs least; margins and empty cells last. */
function cheapest(
  leak: readonly number[],
  pattern: Pattern,
  cells: readonly GridCell[],
  lines: readonly number[][],
): number | null {
  const near = new Set(lines.filter((line) => line.some((cell) => leak.includes(cell))).flat());
  const cost = (i: number): number => {
    const cell = cells[i] as GridCell;
    const margins = (cell.category === 'all' ? 1 : 0) + (cell.month === 'all' ? 1 : 0);
    return margins * 1e15 + (cell.amount === 0 ? 1e14 : 0) + cell.amount;
  };
  const open = [...near].filter((cell) => !pattern.has(cell)).sort((a, b) => cost(a) - cost(b) || a - b);
  return open[0] ?? null;
}
