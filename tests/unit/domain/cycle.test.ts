import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CYCLES, type Cycle, cycleOf } from '../../../utils/domain/cycle';
import { shiftDate } from '../../../utils/domain/local-day';

describe('the cycle of a date', () => {
  it.each<[Cycle, string, string, boolean]>([
    ['day', '2026-11-23', '2026-11-23', true],
    ['day', '2026-11-23', '2026-11-24', false],
    ['week', '2026-11-23', '2026-11-29', true],
    ['week', '2026-11-22', '2026-11-23', false],
    ['week', '2026-12-30', '2027-01-03', true],
    ['month', '2026-11-01', '2026-11-30', true],
    ['month', '2026-11-30', '2026-12-01', false],
    ['quarter', '2026-10-01', '2026-12-31', true],
    ['quarter', '2026-09-30', '2026-10-01', false],
    ['year', '2026-01-01', '2026-12-31', true],
    ['year', '2026-12-31', '2027-01-01', false],
    ['once', '2020-01-01', '2026-12-31', true],
  ])('%s: %s and %s', (cycle, a, b, same) => {
    expect(cycleOf(a, cycle) === cycleOf(b, cycle)).toBe(same);
  });

  it('never comes back once it is over', () => {
    const days = fc.integer({ min: 0, max: 4_000 });
    fc.assert(
      fc.property(fc.constantFrom(...CYCLES), days, days, days, (cycle, a, b, c) => {
        const [first, second, third] = [a, b, c]
          .sort((x, y) => x - y)
          .map((n) => cycleOf(shiftDate('2024-01-01', n), cycle));
        if (first === third) expect(second).toBe(first);
      }),
    );
  });
});
