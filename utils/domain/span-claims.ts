// From what frames claim to the rows that are kept. One person has one attention: of two frames that claim the
// same instant, one owns it (overlap.ts). A row is what its claim has left after its owners' claims, so rows
// follow from the set of claims alone: repeats and reorderings of signals change nothing.
import { ownsBefore, withoutOverlap } from './overlap';
import type { Span } from './records';

/** An open claim grows; once ended it stays. A recovered end was a guess, which the frame's own word replaces. */
const rankOf = ({ endReason }: Span): number => (endReason === null ? 0 : endReason === 'recovered' ? 1 : 2);

/** Which of two claims of the same span is to be believed: the later stage, then the longer. */
export function betterClaim(known: Span, incoming: Span): Span {
  const difference = rankOf(incoming) - rankOf(known);
  const isNews = difference > 0 || (difference === 0 && incoming.endedAt > known.endedAt);
  // Whose it is and which config was in force was settled when the span was first heard of.
  return isNews ? { ...incoming, personId: known.personId, configHash: known.configHash } : known;
}

export const overlaps = (a: Pick<Span, 'startedAt' | 'endedAt'>, b: typeof a): boolean =>
  a.startedAt < b.endedAt && b.startedAt < a.endedAt;

/** The row of a claim among `others` (any that may overlap it); null when nothing is left of it. */
export function rowOf(claim: Span, others: readonly Span[]): Span | null {
  return withoutOverlap(
    claim,
    others.filter((other) => other.id !== claim.id && overlaps(other, claim) && ownsBefore(other, claim)),
  );
}
