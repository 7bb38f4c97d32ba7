import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesRouteTemplate } from '../../../utils/config/route-template';
import { activeMs } from '../../../utils/domain/attention';
import { isDueOn } from '../../../utils/domain/due';
import { addToHours, noHours } from '../../../utils/domain/hours-of-day';
import { span } from '../../fixtures/facts';

const HOUR = 3_600_000;
/** Midnight of 2026-11-23 in Beijing. */
const MIDNIGHT = Date.UTC(2026, 10, 22, 16);

describe('the hours of a day', () => {
  it('sum up to the active time, whatever the span', () => {
    const spans = fc
      .tuple(fc.integer({ min: 0, max: 23 * HOUR }), fc.integer({ min: 0, max: HOUR }))
      .chain(([offset, ms]) =>
        fc.record({
          startedAt: fc.constant(MIDNIGHT + offset),
          ms: fc.constant(ms),
          gaps: fc
            .tuple(fc.integer({ min: -60_000, max: ms }), fc.integer({ min: 15_001, max: HOUR }))
            .map(([from, length]) => [[from, Math.min(length, Math.max(0, ms - from))] as const]),
        }),
      );
    fc.assert(
      fc.property(spans, (facts) => {
        const one = span({ ...facts, gaps: [...facts.gaps] });
        const hours = noHours();
        addToHours(hours, one, 60_000);
        expect(hours).toHaveLength(24);
        expect(hours.reduce((sum, ms) => sum + ms, 0)).toBe(activeMs(one, 60_000));
      }),
    );
  });

  it('are those of the clock on the wall', () => {
    const hours = noHours();
    addToHours(hours, span({ startedAt: MIDNIGHT + 9 * HOUR - 30_000, ms: 60_000 }), 60_000);
    expect([hours[8], hours[9]]).toEqual([30_000, 30_000]);
  });
});

describe('a declared due time', () => {
  it.each([
    ['day:25', '2026-11-25', true],
    ['day:25', '2026-11-24', false],
    ['day:31', '2026-11-30', true],
    ['day:30', '2026-02-28', true],
    ['day:28', '2026-02-27', false],
    ['weekday:5', '2026-11-27', true],
    ['weekday:5', '2026-11-26', false],
    ['date:2026-12-31', '2026-12-31', true],
    ['date:2026-12-31', '2027-12-31', false],
  ])('%s falls on %s: %s', (due, date, expected) => {
    expect(isDueOn(due, date)).toBe(expected);
  });
});

describe('a form of the config among stored routes', () => {
  it.each([
    ['/web/#/report/monthly', '/web/#/report/monthly', true],
    ['/web/#/report/:n', '/web/#/report/*', true],
    ['/v:n/monthly', '/v2/monthly', true],
    ['/report/:n', '/report/月报', true],
    ['/web/#/rank', '/web/#/report/*', false],
  ])('%s is of %s: %s', (template, glob, expected) => {
    expect(matchesRouteTemplate(template, glob)).toBe(expected);
  });
});
