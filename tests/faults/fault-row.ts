// One line of the table in docs/faults.md: what was done to the extension, how often, and what it cost.

export interface FaultRow {
  fault: string;
  tried: number;
  /** Submissions that a server accepted in time and that are not there exactly once, as accepted. */
  lost: number;
  /** Places that held something a person typed. */
  leaked: number;
  /** Everything else that was not as it must be; empty when the fault did no harm. */
  broken: string[];
  /** What was measured beside it, for people. */
  measured: string;
}

/** A source of faults: `times` of them, the same for the same seed as far as a real browser repeats itself. */
export type FaultRun = (options: { seed: number; times: number }) => Promise<FaultRow>;

export const didHarm = (row: FaultRow): boolean => row.lost + row.leaked + row.broken.length > 0;

export function faultTable(rows: readonly FaultRow[]): string {
  const lines = rows.map(
    (row) =>
      `| ${row.fault} | ${row.tried} | ${row.lost} | ${row.leaked} | ${[row.measured, ...row.broken].join('; ')} |`,
  );
  return ['| fault | times tried | lost | leaked | measured |', '| --- | --- | --- | --- | --- |', ...lines]
    .join('\n')
    .concat('\n');
}
