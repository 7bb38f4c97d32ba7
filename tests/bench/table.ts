// What every bench prints: a markdown table, medians with their spread, and whether a budget holds.

export const median = (values: readonly number[]): number => share(values, 0.5);

const share = (values: readonly number[], of: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? 0;

/** Median, and the middle half of the runs. */
export function spread(values: readonly number[], digits = 2): string {
  const [from, middle, to] = [0.25, 0.5, 0.75].map((of) => share(values, of).toFixed(digits));
  return `${middle} (${from} to ${to})`;
}

export const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |\n`;

export const head = (...cells: string[]): string => row(...cells) + row(...cells.map(() => '---'));

export const verdict = (holds: boolean): string => (holds ? 'holds' : '**missed**');
