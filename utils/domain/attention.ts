// Attention, defined.
//
// An instant is active when the document is visible, has the focus, the screen is not locked, and a trusted
// input (pointer, key, wheel, touch; gaining the focus counts as one) happened at most T ago. T is the idle
// timeout. Of all frames, tabs and windows the deepest tracked frame that has the focus owns the instant,
// and no instant counts twice. A span is one uninterrupted stretch of visible and focused; its gaps are the
// stretches of over 15 s without input. Active time for any T of 15 s or more follows from spans and gaps:
// what lies inside a gap and later than T after its start is not active.
//
// A gap may start before its span (negative offset) where one stretch without input was cut in two, at
// midnight or by a change of route: so the pieces' active times sum to the whole's.
//
// This meter is a pure state machine: instants come in, spans come out. Both clocks are stamped. Where wall
// and monotonic time disagree by over a second the clock was set: the span ends as clockChanged at the time
// that the monotonic clock vouches for. Two stamps over 45 s apart, while checkpoints come every 15 s, were
// no busy page but a sleep: the span ends at the earlier stamp, or, where the monotonic clock stood still
// meanwhile (as in a sleep on some systems, and when the clock is set ahead), when that one says.
import { nextMidnight } from './local-day';
import type { EndReason, Gap } from './records';

export const GAP_MS = 15_000;
export const CHECKPOINT_MS = 15_000;
const SLEEP_MS = 45_000;
const CLOCK_SLACK_MS = 1_000;

export interface Instant {
  wall: number;
  mono: number;
  utcOffsetMin: number;
}

/** A span being measured. */
export interface OpenSpan {
  seq: number;
  startedAt: number;
  lastInputAt: number;
  gaps: readonly Gap[];
  seen: Instant;
  midnightAt: number;
  utcOffsetMin: number;
}

/** A span as far as it is known; `endReason` null while it goes on. */
export interface MeasuredSpan {
  seq: number;
  startedAt: number;
  endedAt: number;
  gaps: Gap[];
  utcOffsetMin: number;
  endReason: EndReason | null;
}

export interface Meter {
  nextSeq: number;
  span: OpenSpan | null;
}

export interface Step {
  meter: Meter;
  /** Ended spans first, then the open one if it should be written down. */
  spans: MeasuredSpan[];
}

export const newMeter = (nextSeq = 0): Meter => ({ nextSeq, span: null });

/** Opens a span. `lastInputAt` carries a stretch without input over a cut; gaining focus passes none. */
export function begin(meter: Meter, at: Instant, lastInputAt: number = at.wall): Step {
  if (meter.span) return advance(meter, at);
  return { meter: opened(meter, at, at.wall, lastInputAt), spans: [] };
}

export function noteInput(meter: Meter, at: Instant): Step {
  const step = advance(meter, at);
  const span = step.meter.span;
  if (!span) return step;
  return {
    meter: { ...step.meter, span: { ...span, lastInputAt: at.wall, gaps: gapsAt(span, at.wall) } },
    spans: step.spans,
  };
}

/** Writes the open span down as far as it has come. */
export function checkpoint(meter: Meter, at: Instant): Step {
  const step = advance(meter, at);
  const span = step.meter.span;
  return span ? { meter: step.meter, spans: [...step.spans, measured(span, at.wall, null)] } : step;
}

export function end(meter: Meter, at: Instant, reason: EndReason): Step {
  const step = advance(meter, at);
  const span = step.meter.span;
  if (!span) return step;
  return { meter: { ...step.meter, span: null }, spans: [...step.spans, measured(span, at.wall, reason)] };
}

/** Brings an open span up to an instant: sleep, a changed clock or zone, and midnight end it on the way. */
function advance(meter: Meter, at: Instant): Step {
  const span = meter.span;
  if (!span) return { meter, spans: [] };
  const wall = at.wall - span.seen.wall;
  const mono = at.mono - span.seen.mono;
  if (Math.max(wall, mono) > SLEEP_MS) {
    // Where the monotonic clock stood still, it vouches for the time that the machine was awake.
    const awake = mono > SLEEP_MS ? 0 : Math.max(0, mono);
    return restarted(meter, span, at, span.seen.wall + awake, 'slept');
  }
  if (Math.abs(wall - mono) > CLOCK_SLACK_MS) {
    return restarted(meter, span, at, span.seen.wall + Math.max(0, mono), 'clockChanged');
  }
  if (at.utcOffsetMin !== span.utcOffsetMin) {
    const ended = measured(span, at.wall, 'clockChanged');
    return { meter: opened(meter, at, at.wall, span.lastInputAt), spans: [ended] };
  }
  if (at.wall >= span.midnightAt) {
    const ended = measured(span, span.midnightAt, 'midnight');
    const next = advance(opened(meter, at, span.midnightAt, span.lastInputAt), at);
    return { meter: next.meter, spans: [ended, ...next.spans] };
  }
  // Within its slack the wall clock may step back a little; a span never shrinks.
  return { meter: { ...meter, span: { ...span, seen: at } }, spans: [] };
}

/** After a sleep or a set clock the person is there again: what follows is a new span, and it begins now. */
function restarted(meter: Meter, span: OpenSpan, at: Instant, endedAt: number, reason: EndReason): Step {
  return { meter: opened(meter, at, at.wall, at.wall), spans: [measured(span, endedAt, reason)] };
}

function opened(meter: Meter, at: Instant, startedAt: number, lastInputAt: number): Meter {
  return {
    nextSeq: meter.nextSeq + 1,
    span: {
      seq: meter.nextSeq,
      startedAt,
      lastInputAt: Math.min(lastInputAt, startedAt),
      gaps: [],
      seen: at,
      midnightAt: nextMidnight(startedAt),
      utcOffsetMin: at.utcOffsetMin,
    },
  };
}

function measured(span: OpenSpan, endedAt: number, endReason: EndReason | null): MeasuredSpan {
  const end = Math.max(endedAt, span.startedAt);
  return {
    seq: span.seq,
    startedAt: span.startedAt,
    endedAt: end,
    gaps: gapsAt(span, end),
    utcOffsetMin: span.utcOffsetMin,
    endReason,
  };
}

function gapsAt(span: OpenSpan, now: number): Gap[] {
  const quiet = now - span.lastInputAt;
  return quiet > GAP_MS ? [...span.gaps, [span.lastInputAt - span.startedAt, quiet]] : [...span.gaps];
}

/** Milliseconds of a span that are active at idle timeout `idleTimeoutMs` (at least 15 s). */
export function activeMs(
  span: { startedAt: number; endedAt: number; gaps: readonly Gap[] },
  idleTimeoutMs: number,
): number {
  const open = span.endedAt - span.startedAt;
  let idle = 0;
  for (const [offset, length] of span.gaps) {
    const from = Math.max(0, offset + idleTimeoutMs);
    const to = Math.min(open, offset + length);
    if (to > from) idle += to - from;
  }
  return open - idle;
}

/** Milliseconds of a span's active time that fall into [from, to). */
export function activeWithin(
  span: { startedAt: number; endedAt: number; gaps: readonly Gap[] },
  from: number,
  to: number,
  idleTimeoutMs: number,
): number {
  const startedAt = Math.max(span.startedAt, from);
  const endedAt = Math.min(span.endedAt, to);
  if (endedAt <= startedAt) return 0;
  const moved = startedAt - span.startedAt;
  const gaps = span.gaps.map(([offset, length]): Gap => [offset - moved, length]);
  return activeMs({ startedAt, endedAt, gaps }, idleTimeoutMs);
}
