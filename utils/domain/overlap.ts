// One person has one attention: of two frames that claim the same instant, one owns it. The deeper frame
// does (its parent sees only that something in it has the focus), then the later start (the focus moved there),
// then the greater id, so that the order of arrival decides nothing.
import { subtract } from './intervals';
import type { Gap, Span } from './records';

export function ownsBefore(a: Pick<Span, 'depth' | 'startedAt' | 'id'>, b: typeof a): boolean {
  if (a.depth !== b.depth) return a.depth > b.depth;
  if (a.startedAt !== b.startedAt) return a.startedAt > b.startedAt;
  return a.id > b.id;
}

/**
 * The longest stretch of a span that none of the owners claims; null when nothing is left. A row is one
 * stretch, so what an owner cuts out of the middle takes the shorter side with it: frames end their span when
 * the focus leaves, so in practice an overlap is a few milliseconds at one edge.
 */
export function withoutOverlap(span: Span, owners: readonly Span[]): Span | null {
  if (owners.length === 0) return span;
  const holes = owners.map((owner) => [owner.startedAt, owner.endedAt] as const);
  const pieces = subtract([span.startedAt, span.endedAt], holes);
  const longest = pieces.reduce<readonly [number, number] | null>(
    (best, piece) => (best && best[1] - best[0] >= piece[1] - piece[0] ? best : piece),
    null,
  );
  if (!longest) return null;
  const [startedAt, endedAt] = longest;
  const moved = startedAt - span.startedAt;
  const gaps = span.gaps.map(([offset, length]): Gap => [offset - moved, length]);
  return { ...span, startedAt, endedAt, openMs: endedAt - startedAt, gaps };
}
