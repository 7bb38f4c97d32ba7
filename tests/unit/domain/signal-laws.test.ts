// Laws over 100,000 generated sequences of signals: a person whose focus wanders over frames and tabs, with
// input, checkpoints, sleep and midnight, told by three frames' meters. What arrives is then repeated,
// reordered and lost. The truth is the generator's own list of who had the focus when, not the meter's.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  activeMs,
  begin,
  checkpoint,
  end,
  type Instant,
  type Meter,
  newMeter,
  noteInput,
  type Step,
} from '../../../utils/domain/attention';
import { dateKeyAt, nextMidnight } from '../../../utils/domain/local-day';
import type { Span } from '../../../utils/domain/records';
import { betterClaim, rowOf } from '../../../utils/domain/span-claims';

const FRAMES = [
  { visitId: 'a', portalId: 'outer', depth: 0 },
  { visitId: 'b', portalId: 'inner', depth: 1 },
  { visitId: 'c', portalId: 'other', depth: 0 },
] as const;
const OFFSET = 480;
/** Some ten seconds each on a quiet machine. */
const LONG_MS = 300_000;

interface Turn {
  /** Who has the focus; 3: none of them. */
  frame: number;
  ms: number;
  inputs: number[];
  /** The loser hears of it this much later than the winner. */
  lagMs: number;
  /** Nothing runs for so long, in the middle of the turn. */
  sleepMs: number;
}

const turn = (lag: fc.Arbitrary<number>, sleep: fc.Arbitrary<number>): fc.Arbitrary<Turn> =>
  fc.record({
    frame: fc.nat(3),
    ms: fc.integer({ min: 50, max: 90_000 }),
    inputs: fc.array(fc.nat(90_000), { maxLength: 3 }),
    lagMs: lag,
    sleepMs: sleep,
  });
const anySleep = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  fc.integer({ min: 60_000, max: 9_000_000 }),
);
const turns = (lag: fc.Arbitrary<number>, sleep = anySleep) => fc.array(turn(lag, sleep), { maxLength: 8 });
/** Near midnight often enough that days are cut. */
const starts = fc.integer({ min: -400_000, max: 0 });
const MIDNIGHT = nextMidnight(new Date(2026, 10, 23, 12).getTime());

interface Told {
  claims: Span[];
  /** [portal, from, to): what really was in front, without the time asleep. */
  focus: [portalId: string, from: number, to: number][];
}

function tell(startMs: number, plan: readonly Turn[]): Told {
  const meters: Meter[] = FRAMES.map(() => newMeter());
  const told: Told = { claims: [], focus: [] };
  let wall = MIDNIGHT + startMs;
  const at = (instant: number): Instant => ({ wall: instant, mono: instant, utcOffsetMin: OFFSET });
  const take = (index: number, step: Step) => {
    meters[index] = step.meter;
    const frame = FRAMES[index];
    for (const span of step.spans) {
      if (!frame || span.endedAt === span.startedAt) continue;
      told.claims.push({
        ...span,
        ...frame,
        id: `${frame.visitId}:${span.seq}`,
        personId: 'p',
        route: '/',
        configHash: 'c',
        openMs: span.endedAt - span.startedAt,
        localDate: dateKeyAt(span.startedAt, OFFSET),
      });
    }
  };
  for (const { frame, ms, inputs, lagMs, sleepMs } of plan) {
    const meter = () => meters[frame] as Meter;
    const portalId = FRAMES[frame]?.portalId;
    const half = wall + Math.floor(ms / 2);
    const wakes = half + sleepMs;
    const until = wakes + Math.ceil(ms / 2);
    if (portalId) {
      take(frame, begin(meter(), at(wall)));
      const beats = [
        ...inputs.map((offset) => ({ at: wall + (offset % ms), input: true })),
        ...Array.from({ length: Math.floor(ms / 15_000) }, (_, i) => ({
          at: wall + (i + 1) * 15_000,
          input: false,
        })),
        { at: half, input: false },
      ]
        .map((beat) => (beat.at > half ? { ...beat, at: beat.at + sleepMs } : beat))
        // A machine that wakes tells so by the first timer that runs.
        .concat(sleepMs > 0 ? [{ at: wakes, input: false }] : [])
        .sort((x, y) => x.at - y.at);
      for (const beat of beats)
        take(frame, beat.input ? noteInput(meter(), at(beat.at)) : checkpoint(meter(), at(beat.at)));
      take(frame, end(meter(), at(until + lagMs), 'blurred'));
      told.focus.push([portalId, wall, half], [portalId, wakes, until]);
    }
    wall = until;
  }
  return told;
}

/** What the recorder does with claims in the order in which they come. */
function keep(claims: readonly Span[]): Span[] {
  const best = new Map<string, Span>();
  for (const claim of claims) {
    const known = best.get(claim.id);
    best.set(claim.id, known ? betterClaim(known, claim) : claim);
  }
  const all = [...best.values()];
  return all
    .map((claim) => rowOf(claim, all))
    .filter((row) => row !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function check(condition: boolean, law: string): void {
  if (!condition) throw new Error(law);
}

function expectNoOverlap(rows: readonly Span[]): void {
  const sorted = [...rows].sort((a, b) => a.startedAt - b.startedAt);
  sorted.forEach((row, i) => {
    const next = sorted[i + 1];
    if (next) check(row.endedAt <= next.startedAt, 'no instant belongs to two rows');
  });
}

const openOf = (rows: readonly Span[]) => rows.reduce((sum, row) => sum + row.openMs, 0);
const activeOf = (rows: readonly Span[], timeoutMs: number) =>
  rows.reduce((sum, row) => sum + activeMs(row, timeoutMs), 0);

it(
  'duplicates and reorderings change nothing (40,000 sequences)',
  () => {
    fc.assert(
      fc.property(starts, turns(fc.nat(400)), fc.array(fc.nat(), { maxLength: 40 }), (start, plan, dice) => {
        const { claims } = tell(start, plan);
        const shuffled = [...claims, ...claims.filter((_, i) => (dice[i % 40] ?? 0) % 3 === 0)]
          .map((claim, i) => ({ claim, key: ((dice[i % dice.length] ?? i) * 7_919 + i * 104_729) % 1_009 }))
          .sort((a, b) => a.key - b.key)
          .map(({ claim }) => claim);
        check(JSON.stringify(keep(shuffled)) === JSON.stringify(keep(claims)), 'order decides nothing');
      }),
      { numRuns: 40_000 },
    );
  },
  LONG_MS,
);

it(
  'whatever is lost, nothing is counted twice or invented (30,000 sequences)',
  () => {
    fc.assert(
      fc.property(
        starts,
        turns(fc.constant(0)),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }),
        (start, plan, dice) => {
          const { claims, focus } = tell(start, plan);
          const rows = keep(claims.filter((_, i) => (dice[i % dice.length] ?? 0) > 3));
          expectNoOverlap(rows);
          for (const row of rows) {
            check(row.openMs === row.endedAt - row.startedAt, 'open is what lies between the ends');
            check(
              focus.some(
                ([portal, from, to]) => portal === row.portalId && from <= row.startedAt && row.endedAt <= to,
              ) ||
                // A turn without sleep is one stretch, written as two halves in the truth.
                focus.some(([portal, from, to], i) => {
                  const next = focus[i + 1];
                  return (
                    portal === row.portalId &&
                    next?.[0] === portal &&
                    next[1] === to &&
                    from <= row.startedAt &&
                    row.endedAt <= next[2]
                  );
                }),
              'every row lies within a stretch of focus of its own portal',
            );
            const midnight = nextMidnight(row.startedAt);
            check(row.endedAt <= midnight, 'no row crosses midnight');
            check(activeMs(row, 30_000) <= activeMs(row, 300_000), 'a longer T is never less');
            check(activeMs(row, 300_000) <= row.openMs, 'active <= open');
          }
        },
      ),
      { numRuns: 30_000 },
    );
  },
  LONG_MS,
);

it(
  'where nothing is lost, the rows are the truth, lags of the losing side included (30,000 sequences)',
  () => {
    fc.assert(
      fc.property(starts, turns(fc.nat(40)), (start, plan) => {
        const { claims, focus } = tell(start, plan);
        const rows = keep(claims);
        expectNoOverlap(rows);
        const truth = focus.reduce((sum, [, from, to]) => sum + to - from, 0);
        const lags = plan.reduce((sum, { lagMs }) => sum + lagMs, 0);
        // A frame that is told late may claim its lag, or a deeper one may hold on to it.
        check(Math.abs(openOf(rows) - truth) <= lags, 'open time is the time of focus');
        check(activeOf(rows, 300_000) <= openOf(rows), 'active <= open');
      }),
      { numRuns: 30_000 },
    );
  },
  LONG_MS,
);

it('the generator makes what the laws are about', () => {
  const { claims } = tell(-60_000, [
    { frame: 0, ms: 80_000, inputs: [1], lagMs: 30, sleepMs: 0 },
    { frame: 1, ms: 40_000, inputs: [], lagMs: 0, sleepMs: 600_000 },
  ]);
  expect(new Set(claims.map((claim) => claim.endReason))).toEqual(
    new Set([null, 'midnight', 'slept', 'blurred']),
  );
  expect(keep(claims).map((row) => row.portalId)).toEqual(['outer', 'outer', 'inner', 'inner']);
});
