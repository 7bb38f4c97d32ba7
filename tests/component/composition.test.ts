import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeBurden, PART_IDS } from '../../components/composition';
import { BUSY_DAY, portalLine } from './fixtures';

const sum = (parts: Record<string, number>) => PART_IDS.reduce((all, id) => all + (parts[id] ?? 0), 0);
const ms = fc.nat(10_000_000);

describe('the composition of the burden', () => {
  it('sets repeats apart from first-time filling, and learning from the rest', () => {
    expect(composeBurden(BUSY_DAY)).toEqual({
      filling: 1_260_000,
      repeats: 660_000,
      checkIns: 540_000,
      learning: 1_260_000,
      messaging: 0,
      rest: 2_773_400 - 1_920_000 + 120_000,
    });
  });

  it('leaves out what is not burden', () => {
    expect(sum(composeBurden([portalLine('x', 5_000, { burden: false })]))).toBe(0);
  });

  it('always adds up to the burden, whatever the estimates of its parts', () => {
    const line = fc
      .tuple(ms, ms, ms, ms, fc.boolean(), fc.constantFrom('reporting', 'learning-hours'))
      .map(([activeMs, submissionMs, checkInMs, repeatMs, burden, category]) =>
        portalLine('x', activeMs, { submissionMs, checkInMs, repeatMs, burden, category }),
      );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const parts = composeBurden(lines);
        const burden = lines.reduce((all, one) => all + one.burdenMs, 0);
        return sum(parts) === burden && PART_IDS.every((id) => parts[id] >= 0);
      }),
    );
  });
});
