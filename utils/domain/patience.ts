// How long the answer to an act is awaited, in milliseconds.

/** Evidence is awaited this long after a commit; the frame watches 10 s, its last word needs a moment. */
export const PATIENCE_MS = 12_000;
/** While a write of the act is under way, which at the end of the month may take a server this long. */
export const SLOW_MS = 60_000;
