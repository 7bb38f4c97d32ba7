// The definition of attention as packages print it: word for word the one at the head of
// utils/domain/attention.ts, which a test compares.
export const DEFINITION_OF_ATTENTION = [
  "A document has the person's attention at an instant when it is visible, has the focus, the screen is not locked, and a trusted input (pointer, key, wheel, touch; gaining the focus counts as one) happened at most T ago. T is the idle timeout. A *span* is one uninterrupted stretch of visible and focused; its *gaps* are the stretches of over 15 s without input. Active time for any T of 15 s or more follows from span and gaps: what lies inside a gap and later than T after the gap's start is not active.",
].join('\n');
