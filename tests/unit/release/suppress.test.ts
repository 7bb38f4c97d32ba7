import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../../utils/domain/package/indicators';
import { figureOf, judge } from '../../../utils/release/cells';
import { type Contributions, noContributions } from '../../../utils/release/contributions';
import { type Grid, gridOf, linesOf, together } from '../../../utils/release/grid';
import { addNoise, DEFAULT_CAPS, laplace } from '../../../utils/release/noise';
import { makeRelease } from '../../../utils/release/release';
import { relationsAmong } from '../../../utils/release/solvable';
import { suppress } from '../../../utils/release/suppress';
import { seeded } from '../../fixtures/ledger-year';

const FIRST = INDICATORS[0];

/** amounts[category][month][person] */
function contributionsOf(amounts: number[][][]): Contributions {
  const made = noContributions();
  amounts.forEach((months, c) => {
    months.forEach((people, m) => {
      const byPerson = new Map<string, Float64Array>();
      people.forEach((amount, p) => {
        // A negative amount: the person wasn't observed there.
        if (amount < 0) return;
        const sums = new Float64Array(INDICATORS.length);
        sums[0] = amount;
        byPerson.set(`p${p}`, sums);
        made.people.add(`p${p}`);
      });
      if (byPerson.size > 0) made.cells.set(`c${c}\n2026-0${m + 1}`, byPerson);
    });
  });
  return made;
}

const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 3, max: 14 }))
  .chain(([categories, months, people]) =>
    fc.array(
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.constant(-1), fc.integer({ min: 1, max: 500 })), {
          minLength: people,
          maxLength: people,
        }),
        {
          minLength: months,
          maxLength: months,
        },
      ),
      { minLength: categories, maxLength: categories },
    ),
  )
  .map(contributionsOf)
  .filter(({ cells }) => cells.size > 0);

/** By another way than the suppression's own: each unknown's bounds, narrowed line by line until they rest. */
function boundsOf(grid: Grid, secret: ReadonlySet<number>): Map<number, [number, number]> {
  const cells = grid.cells.flat();
  const bounds = new Map(
    [...secret].map((cell) => [cell, [0, Number.POSITIVE_INFINITY] as [number, number]]),
  );
  const of = (cell: number): [number, number] => {
    const known = cells[cell]?.amount ?? 0;
    return bounds.get(cell) ?? [known, known];
  };
  for (let round = 0; round < 50; round++)
    for (const line of linesOf(grid)) {
      const [parts, total] = [line.slice(0, -1), line.at(-1) as number];
      const sum = (side: 0 | 1, but?: number) =>
        parts.filter((cell) => cell !== but).reduce((all, cell) => all + of(cell)[side], 0);
      const narrow = (cell: number, low: number, high: number) => {
        const own = bounds.get(cell);
        if (!own) return;
        own[0] = Math.max(own[0], low);
        own[1] = Math.min(own[1], high);
      };
      narrow(total, sum(0), sum(1));
      for (const part of parts) narrow(part, of(total)[0] - sum(1, part), of(total)[1] - sum(0, part));
    }
  return bounds;
}

describe('suppression', () => {
  it('publishes nothing unsafe, and nothing from which an unsafe figure follows', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 5, max: 9 }), (contributions, k) => {
        const grid = gridOf(contributions, FIRST);
        const pattern = suppress(grid, k);
        const cells = grid.cells.flat();
        cells.forEach((cell, i) => {
          if (!pattern.has(i)) expect(judge(cell, k)).toBe('safe');
        });
        for (const { terms } of relationsAmong(new Set(pattern.keys()), linesOf(grid))) {
          expect(terms.length).toBeGreaterThan(1);
          if (terms.every(([, factor]) => factor > 0))
            expect(judge(together(terms.map(([i]) => cells[i] as (typeof cells)[number])), k)).toBe('safe');
        }
        for (const [cell, [low, high]] of boundsOf(grid, new Set(pattern.keys()))) {
          const { amount } = cells[cell] as (typeof cells)[number];
          expect(low).toBeLessThanOrEqual(amount);
          if (amount > 0 && judge(cells[cell] as (typeof cells)[number], k) !== 'safe')
            expect(high).toBeGreaterThan(low);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('of a greater k withholds all that a smaller one does: two releases say what one says', () => {
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 5, max: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (contributions, k, more) => {
          const grid = gridOf(contributions, FIRST);
          const smaller = suppress(grid, k);
          const greater = suppress(grid, k + more);
          for (const cell of smaller.keys()) expect(greater.has(cell)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('publishes what is safe: a table of many alike is whole', () => {
    const alike = Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => Array(20).fill(10)));
    expect(suppress(gridOf(contributionsOf(alike), FIRST), 5).size).toBe(0);
  });

  it.each([
    ['four people', [1, 1, 1, 1], 'few_people'],
    ['five people, one of them with something', [9, 0, 0, 0, 0], 'few_people'],
    ['one gives more than half', [60, 10, 10, 10, 10], 'dominance'],
    ['two give more than three quarters', [40, 40, 5, 5, 5], 'dominance'],
    ['five alike', [1, 1, 1, 1, 1], 'safe'],
    ['nothing from six', [0, 0, 0, 0, 0, 0], 'safe'],
  ])('%s', (_, amounts, verdict) => {
    expect(judge(figureOf(amounts), 5)).toBe(verdict);
  });
});

describe('noise', () => {
  it('has the scale of its formula', () => {
    const random = seeded(3);
    const draws = Array.from({ length: 200_000 }, () => laplace(7, random));
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
    const spread = draws.reduce((sum, one) => sum + Math.abs(one), 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(Math.abs(spread - 7)).toBeLessThan(0.1);
  });

  it('lets nobody change a sum by more than the bound', () => {
    const many = contributionsOf([[Array(30).fill(1e9), Array(30).fill(1e9)]]);
    const noise = { epsilon: 1e12, maxCells: 1, caps: DEFAULT_CAPS };
    const cells = addNoise(many, noise, seeded(1));
    const total = cells.reduce((sum, cell) => sum + cell.amounts[FIRST], 0);
    // 30 people, one cell each, at most the cap; at this epsilon the noise is under a unit.
    expect(Math.abs(total - 30 * DEFAULT_CAPS[FIRST])).toBeLessThan(5);
  });

  it('prints no exact figure beside it', () => {
    const many = contributionsOf([[Array(30).fill(10)]]);
    many.pairs.set('c\na\nb', new Map([['p0', { entries: 5, retypeS: 5 }]]));
    const noise = { epsilon: 1, maxCells: 2, caps: DEFAULT_CAPS };
    const made = makeRelease(many, { minPeople: 2, noise }, seeded(1));
    expect(made.pairs).toEqual([]);
    expect(made.parameters.minPeople).toBe(5);
  });
});
