// What somebody who has all published figures can compute of those that are not: the lines of a table are
// equations, the suppressed cells are unknowns. Elimination (Gauss-Jordan) leaves every relation among
// unknowns that follows; one with a single unknown gives that cell away.

const EPSILON = 1e-9;

export interface Relation {
  /** Cell number and factor, of the unknowns that are left. */
  terms: [cell: number, factor: number][];
}

/** `lines`: cell numbers, the last being the total of the others. */
export function relationsAmong(
  unknown: ReadonlySet<number>,
  lines: readonly (readonly number[])[],
): Relation[] {
  const order = [...unknown].sort((a, b) => a - b);
  const place = new Map(order.map((cell, i) => [cell, i]));
  const matrix = lines
    .map((line) => {
      const row = new Float64Array(order.length);
      line.forEach((cell, i) => {
        const at = place.get(cell);
        if (at !== undefined) row[at] = (row[at] as number) + (i === line.length - 1 ? -1 : 1);
      });
      return row;
    })
    .filter((row) => row.some((factor) => factor !== 0));
  let rank = 0;
  for (let column = 0; column < order.length && rank < matrix.length; column++) {
    const pivot = matrix.findIndex((row, i) => i >= rank && Math.abs(row[column] as number) > EPSILON);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [
      matrix[pivot] as Float64Array<ArrayBuffer>,
      matrix[rank] as Float64Array<ArrayBuffer>,
    ];
    reduce(matrix, rank, column);
    rank += 1;
  }
  return matrix.slice(0, rank).map((row) => ({
    terms: order.flatMap((cell, i) => {
      const factor = row[i] as number;
      return Math.abs(factor) > EPSILON ? [[cell, factor] as [number, number]] : [];
    }),
  }));
}

function reduce(matrix: Float64Array<ArrayBuffer>[], rank: number, column: number): void {
  const own = matrix[rank] as Float64Array;
  const by = own[column] as number;
  for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) / by;
  matrix.forEach((row, r) => {
    const factor = row[column] as number;
    if (r === rank || Math.abs(factor) <= EPSILON) return;
    for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) - factor * (own[i] as number);
  });
}
