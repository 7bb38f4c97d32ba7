// Arithmetic of half-open intervals [from, to), in milliseconds.

export type Interval = readonly [from: number, to: number];

/** Sorted, disjoint, without empty ones. Idempotent and commutative. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What of `whole` is covered by none of `holes`. */
export function subtract(whole: Interval, holes: readonly Interval[]): Interval[] {
  const pieces: Interval[] = [];
  let from = whole[0];
  for (const [holeFrom, holeTo] of union(holes)) {
    if (holeTo <= from) continue;
    if (holeFrom >= whole[1]) break;
    if (holeFrom > from) pieces.push([from, holeFrom]);
    from = Math.max(from, holeTo);
  }
  if (from < whole[1]) pieces.push([from, whole[1]]);
  return pieces;
}
