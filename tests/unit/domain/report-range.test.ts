import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDate } from '../../../utils/domain/local-day';
import {
  daysIn,
  RANGE_UNITS,
  rangeOf,
  refusalOf,
  stepRange,
  unitAround,
} from '../../../utils/domain/report-range';

const dates = fc.integer({ min: 0, max: 4_000 }).map((days) => shiftDate('2020-01-01', days));
const units = fc.constantFrom(...RANGE_UNITS);

describe('the range of a report', () => {
  it.each([
    ['day', '2026-11-25', '2026-11-25', '2026-11-25', '2026-11-24', '2026-11-24'],
    ['week', '2026-11-25', '2026-11-23', '2026-11-25', '2026-11-16', '2026-11-18'],
    ['week', '2026-11-18', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['month', '2026-11-01', '2026-11-01', '2026-11-25', '2026-10-01', '2026-10-25'],
    ['month', '2026-03-31', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-11-25', '2026-07-01', '2026-08-25'],
    ['quarter', '2026-02-25', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ] as const)(
    'is for a %s around %s from %s to %s, beside %s to %s',
    (unit, anchor, from, to, was, until) => {
      const range = rangeOf({ unit, anchor }, '2026-11-25');
      expect(range).toEqual({ from, to, before: { from: was, to: until } });
    },
  );

  it('never shows the future, and compares with what lies wholly before', () => {
    fc.assert(
      fc.property(units, dates, dates, (unit, a, b) => {
        const [anchor = a, today = b] = [a, b].sort();
        const range = rangeOf({ unit, anchor }, today);
        expect(range.to <= today && range.from <= anchor).toBe(true);
        expect(range.before.to < range.from && range.before.from <= range.before.to).toBe(true);
        // Half a week is held against half a week; whole units are compared whole.
        if (range.to < unitAround(unit, anchor).to)
          expect(daysIn(range.before)).toBeLessThanOrEqual(daysIn(range));
      }),
    );
  });

  it('comes back by the steps it went', () => {
    fc.assert(
      fc.property(units, dates, fc.integer({ min: 1, max: 20 }), (unit, anchor, steps) => {
        const back = stepRange({ unit, anchor }, -steps, '2099-01-01');
        const there = back && back.unit !== 'dates' && stepRange(back, steps, '2099-01-01');
        expect(there).toEqual({ unit, anchor: unitAround(unit, anchor).from });
      }),
    );
  });

  it('has units that follow each other without a gap', () => {
    fc.assert(
      fc.property(units, dates, (unit, date) => {
        const { from, to } = unitAround(unit, date);
        expect(from <= date && date <= to).toBe(true);
        expect(unitAround(unit, shiftDate(to, 1)).from).toBe(shiftDate(to, 1));
      }),
    );
  });

  it('refuses dates that are none', () => {
    expect(refusalOf('2026-11-02', '2026-11-01', '2026-11-25')).toBe('order');
    expect(refusalOf('', '2026-11-01', '2026-11-25')).toBe('order');
    expect(refusalOf('2026-11-01', '2026-11-26', '2026-11-25')).toBe('future');
    expect(refusalOf('0206-11-01', '2026-11-25', '2026-11-25')).toBe('long');
    expect(refusalOf('2026-11-01', '2026-11-25', '2026-11-25')).toBeNull();
  });
});
