import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeMs,
  activeWithin,
  begin,
  checkpoint,
  end,
  type Instant,
  type MeasuredSpan,
  type Meter,
  newMeter,
  noteInput,
} from '../../../utils/domain/attention';
import { nextMidnight } from '../../../utils/domain/local-day';

const NOON = new Date(2026, 10, 23, 12).getTime();
const at = (ms: number, monoShift = 0): Instant => ({
  wall: NOON + ms,
  mono: ms + monoShift,
  utcOffsetMin: 480,
});

type Event = { kind: 'begin' | 'input' | 'checkpoint' | 'end'; at: Instant };

/** Runs events through the meter; keeps the latest word on each span, as the database does. */
function run(events: readonly Event[]): MeasuredSpan[] {
  let meter: Meter = newMeter();
  const spans = new Map<number, MeasuredSpan>();
  for (const event of events) {
    const step =
      event.kind === 'begin'
        ? begin(meter, event.at)
        : event.kind === 'input'
          ? noteInput(meter, event.at)
          : event.kind === 'checkpoint'
            ? checkpoint(meter, event.at)
            : end(meter, event.at, 'blurred');
    meter = step.meter;
    for (const span of step.spans) spans.set(span.seq, span);
  }
  return [...spans.values()];
}

const e = (kind: Event['kind'], ms: number, monoShift = 0): Event => ({ kind, at: at(ms, monoShift) });
const every15s = (until: number): Event[] =>
  Array.from({ length: Math.floor(until / 15_000) }, (_, i) => e('checkpoint', (i + 1) * 15_000));

describe('a span', () => {
  it('runs from gaining the focus to losing it', () => {
    const [span] = run([e('begin', 0), e('input', 4_000), e('end', 9_000)]);
    expect(span).toMatchObject({ startedAt: NOON, endedAt: NOON + 9_000, gaps: [], endReason: 'blurred' });
  });

  it('keeps stretches of over 15 s without input, with the one that is going on', () => {
    const events = [
      e('begin', 0),
      e('checkpoint', 15_000),
      e('input', 20_000),
      e('checkpoint', 30_000),
      e('end', 45_000),
    ];
    expect(run(events)[0]?.gaps).toEqual([
      [0, 20_000],
      [20_000, 25_000],
    ]);
  });

  it('ends as slept at the stamp before, when stamps are over 45 s apart by either clock', () => {
    const spans = run([e('begin', 0), e('checkpoint', 15_000), e('checkpoint', 15_000 + 60_000)]);
    expect(spans[0]).toMatchObject({ endedAt: NOON + 15_000, endReason: 'slept' });
    expect(spans[1]).toMatchObject({ startedAt: NOON + 75_000, endReason: null });
  });

  it('keeps what the monotonic clock vouches for when only the wall clock jumped ahead', () => {
    const spans = run([e('begin', 0), e('checkpoint', 15_000), e('checkpoint', 3_615_000, -3_590_000)]);
    expect(spans[0]).toMatchObject({ endedAt: NOON + 25_000, endReason: 'slept' });
    expect(spans[1]).toMatchObject({ startedAt: NOON + 3_615_000 });
  });

  it('is not cut by a page that was busy for 30 s', () => {
    const spans = run([e('begin', 0), e('checkpoint', 15_000), e('checkpoint', 44_000)]);
    expect(spans).toHaveLength(1);
  });

  it('ends as clockChanged at the time the monotonic clock vouches for', () => {
    const spans = run([e('begin', 0), e('checkpoint', 30_000, -20_000)]);
    expect(spans[0]).toMatchObject({ endedAt: NOON + 10_000, endReason: 'clockChanged' });
  });

  it('is cut at local midnight, and the pieces are as active as the whole', () => {
    const midnight = nextMidnight(NOON);
    const stamp = (ms: number): Instant => ({ wall: midnight + ms, mono: ms + 100_000, utcOffsetMin: 480 });
    const spans = run([
      { kind: 'begin', at: stamp(-40_000) },
      { kind: 'checkpoint', at: stamp(-10_000) },
      { kind: 'checkpoint', at: stamp(20_000) },
      { kind: 'end', at: stamp(50_000) },
    ]);
    expect(spans.map((span) => [span.startedAt - midnight, span.endedAt - midnight, span.endReason])).toEqual(
      [
        [-40_000, 0, 'midnight'],
        [0, 50_000, 'blurred'],
      ],
    );
    for (const timeout of [30_000, 60_000]) {
      expect(spans.reduce((sum, span) => sum + activeMs(span, timeout), 0)).toBe(timeout);
    }
  });
});

describe('active time', () => {
  const span = { startedAt: 0, endedAt: 200_000, gaps: [[10_000, 100_000]] as const };

  it.each([
    [15_000, 200_000 - 85_000],
    [60_000, 200_000 - 40_000],
    [100_000, 200_000],
    [300_000, 200_000],
  ])('at T = %i ms counts T of each gap', (timeout, expected) => {
    expect(activeMs(span, timeout)).toBe(expected);
  });

  it('of parts sums to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 15_000, max: 400_000 }),
        (cut, timeout) => {
          const parts = activeWithin(span, 0, cut, timeout) + activeWithin(span, cut, 200_000, timeout);
          expect(parts).toBe(activeMs(span, timeout));
        },
      ),
    );
  });
});

// A clock that is set back makes the same wall time happen twice: what then overlaps is the recorder's to
// settle (domain/overlap.ts), so these sequences only sleep and jump ahead.
describe('laws, for any sequence of events', () => {
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom<Event['kind']>('begin', 'input', 'input', 'checkpoint', 'end'),
      wall: fc.integer({ min: 0, max: 70_000 }),
      drift: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: -90_000, max: 0 })),
    }),
    { maxLength: 60 },
  );
  const toEvents = (moves: { kind: Event['kind']; wall: number; drift: number }[]): Event[] => {
    let wall = NOON;
    let mono = 0;
    return moves.map((move) => {
      wall += move.wall;
      mono += Math.max(0, move.wall + move.drift);
      return { kind: move.kind, at: { wall, mono, utcOffsetMin: 480 } };
    });
  };

  it('active <= open <= wall, for every T, and more T is never less', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const events = toEvents(moves);
        const spans = run(events);
        const wall = (events.at(-1)?.at.wall ?? NOON) - NOON;
        const open = spans.reduce((sum, span) => sum + span.endedAt - span.startedAt, 0);
        const active = (timeout: number) => spans.reduce((sum, span) => sum + activeMs(span, timeout), 0);
        expect(open).toBeLessThanOrEqual(wall);
        expect(active(300_000)).toBeLessThanOrEqual(open);
        expect(active(60_000)).toBeLessThanOrEqual(active(120_000));
        expect(active(15_000)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('spans are in order and do not overlap', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const spans = run(toEvents(moves)).sort((a, b) => a.seq - b.seq);
        spans.forEach((span, i) => {
          expect(span.endedAt).toBeGreaterThanOrEqual(span.startedAt);
          const next = spans[i + 1];
          if (next) expect(next.startedAt).toBeGreaterThanOrEqual(span.endedAt);
        });
      }),
      { numRuns: 5_000 },
    );
  });

  it('more checkpoints do not change what is measured', () => {
    const calm = fc.array(
      fc.record({
        kind: fc.constantFrom<Event['kind']>('begin', 'input', 'end'),
        wall: fc.integer({ min: 0, max: 40_000 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(calm, (moves) => {
        const events = toEvents(moves.map((move) => ({ ...move, drift: 0 })));
        const withCheckpoints = events.flatMap((event, i): Event[] => {
          const before = events[i - 1];
          if (!before) return [event];
          const half = (event.at.wall - before.at.wall) / 2;
          const middle = { wall: before.at.wall + half, mono: before.at.mono + half, utcOffsetMin: 480 };
          return [{ kind: 'checkpoint', at: middle }, event];
        });
        const ended = (spans: MeasuredSpan[]) => spans.filter((span) => span.endReason !== null);
        expect(ended(run(withCheckpoints))).toEqual(ended(run(events)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('needs no more than its checkpoints to be right about an hour of silence', () => {
    const spans = run([e('begin', 0), ...every15s(3_600_000), e('end', 3_600_000)]);
    expect(spans).toHaveLength(1);
    expect(spans.map((span) => activeMs(span, 60_000))).toEqual([60_000]);
  });
});
