import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, subtract, union } from '../../../utils/domain/intervals';
import { withoutOverlap } from '../../../utils/domain/overlap';
import type { Span } from '../../../utils/domain/records';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 }))
  .map(([from, length]): Interval => [from, from + length]);
const intervals = fc.array(interval, { maxLength: 12 });
const covers = (list: readonly Interval[], instant: number) =>
  list.some(([a, b]) => a <= instant && instant < b);

describe('intervals', () => {
  it('union is idempotent and commutative, and covers the same instants', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const once = union(list);
        expect(union(once)).toEqual(once);
        expect(union([...list].reverse())).toEqual(once);
        for (let t = 0; t <= 140; t++) expect(covers(once, t)).toBe(covers(list, t));
      }),
    );
  });

  it('what is left of a whole is what no hole covers', () => {
    fc.assert(
      fc.property(interval, intervals, (whole, holes) => {
        const left = subtract(whole, holes);
        for (let t = 0; t <= 140; t++) expect(covers(left, t)).toBe(covers([whole], t) && !covers(holes, t));
      }),
    );
  });
});

describe('a span without what another owns', () => {
  const span = (startedAt: number, endedAt: number, gaps: Span['gaps'] = []) =>
    ({ id: `${startedAt}`, startedAt, endedAt, openMs: endedAt - startedAt, gaps, depth: 0 }) as Span;

  it('keeps what is left, with its gaps where they were', () => {
    const rest = withoutOverlap(span(0, 100_000, [[30_000, 50_000]]), [span(0, 20_000)]);
    expect(rest).toMatchObject({
      startedAt: 20_000,
      endedAt: 100_000,
      openMs: 80_000,
      gaps: [[10_000, 50_000]],
    });
  });

  it('is nothing when all of it is owned', () => {
    expect(withoutOverlap(span(10, 20), [span(0, 15), span(15, 30)])).toBeNull();
  });
});
