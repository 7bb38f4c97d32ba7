import { describe, expect, it } from 'vitest';
import { drawDays, type SeedPlan } from '../../scripts/seed/heavy-use';
import { shiftDate } from '../../utils/domain/local-day';

const PLAN: SeedPlan = {
  seed: 5,
  personId: 'p',
  today: '2026-11-24',
  utcOffsetMin: 480,
  days: 20,
  portals: 15,
  spans: 2_000,
  actions: 600,
};

describe('a made-up history', () => {
  it('is the same for the same seed, and another for another', () => {
    const drawn = JSON.stringify([...drawDays(PLAN)]);
    expect(JSON.stringify([...drawDays(PLAN)])).toBe(drawn);
    expect(JSON.stringify([...drawDays({ ...PLAN, seed: 6 })])).not.toBe(drawn);
  });

  it('has exactly as much as was asked for, on days up to the last one, with ids of their own', () => {
    const days = [...drawDays(PLAN)];
    const spans = days.flatMap((day) => day.spans);
    const actions = days.flatMap((day) => day.actions);
    expect([spans.length, actions.length]).toEqual([PLAN.spans, PLAN.actions]);
    expect(new Set([...spans, ...actions].map(({ id }) => id)).size).toBe(PLAN.spans + PLAN.actions);
    expect(days.at(-1)?.localDate).toBe(PLAN.today);
    expect(days[0]?.localDate && days[0].localDate > shiftDate(PLAN.today, -PLAN.days)).toBe(true);
  });

  it('keeps the laws of spans: one person’s never overlap, and lie within their date', () => {
    for (const { spans, localDate } of drawDays(PLAN)) {
      expect(spans.every((span, i) => i === 0 || span.startedAt >= (spans[i - 1]?.endedAt ?? 0))).toBe(true);
      const midnight = Date.parse(`${localDate}T00:00:00Z`) - PLAN.utcOffsetMin * 60_000;
      expect(spans.every((span) => span.startedAt >= midnight && span.endedAt <= midnight + 86_400_000)).toBe(
        true,
      );
    }
  });
});
