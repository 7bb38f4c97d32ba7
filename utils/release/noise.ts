// Differential privacy for the same table: what one person can change is bounded, then Laplace noise of that
// size is added.
//
// Bounding: of each person at most `maxCells` cells (category and month) count, chosen by lot, and in each at
// most the cap of the indicator. So one person changes the sums of an indicator by at most maxCells x cap, and
// the counts of people by at most maxCells. The epsilon is shared out evenly among the indicators and the
// count of people: a release costs it once, several releases add up. Margins are sums of noisy cells and cost
// nothing more. Figures are rounded to whole units, which hides the grain of floating-point noise only partly.
import { INDICATORS, type Indicator } from '../domain/package/indicators';
import type { Contributions } from './contributions';

export interface NoiseParameters {
  epsilon: number;
  maxCells: number;
  /** The most that one person may give to one cell, in the indicator's own unit. */
  caps: Record<Indicator, number>;
}

const HOUR = 3_600;
/** A working month of 22 days: what few people reach in one category. */
export const DEFAULT_CAPS: Record<Indicator, number> = {
  active_s: 80 * HOUR,
  check_ins: 100,
  check_in_s: 5 * HOUR,
  submissions: 300,
  submission_s: 40 * HOUR,
  rejected: 60,
  rework_s: 5 * HOUR,
  repeats_same_form: 60,
  repeats_cross_portal: 100,
  repeat_s: 20 * HOUR,
  upload_images: 300,
  upload_documents: 100,
  after_hours_s: 30 * HOUR,
  observed_min: 22 * 10 * 60,
};

export interface NoisyCell {
  category: string;
  month: string;
  people: number;
  amounts: Record<Indicator, number>;
}

/** `random` gives uniform numbers in [0, 1) that nobody can foresee. */
export function addNoise(
  contributions: Contributions,
  { epsilon, maxCells, caps }: NoiseParameters,
  random: () => number,
): NoisyCell[] {
  const share = epsilon / (INDICATORS.length + 1);
  const counted = drawCells(contributions, maxCells, random);
  return [...contributions.cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, byPerson]) => {
      const [category = '', month = ''] = key.split('\n');
      const inCell = [...byPerson].filter(([person]) => counted.get(person)?.has(key));
      const amounts = INDICATORS.map((name, i) => {
        const sum = inCell.reduce((all, [, sums]) => all + Math.min(caps[name], sums[i] as number), 0);
        return [
          name,
          Math.max(0, Math.round(sum + laplace((maxCells * caps[name]) / share, random))),
        ] as const;
      });
      const people = Math.max(0, Math.round(inCell.length + laplace(maxCells / share, random)));
      return { category, month, people, amounts: Object.fromEntries(amounts) as Record<Indicator, number> };
    });
}

function drawCells(
  { cells }: Contributions,
  maxCells: number,
  random: () => number,
): Map<string, ReadonlySet<string>> {
  const ofPerson = new Map<string, { key: string; lot: number }[]>();
  for (const [key, byPerson] of cells)
    for (const person of byPerson.keys()) {
      const lots = ofPerson.get(person) ?? [];
      lots.push({ key, lot: random() });
      ofPerson.set(person, lots);
    }
  return new Map(
    [...ofPerson].map(([person, lots]) => [
      person,
      new Set(
        lots
          .sort((a, b) => a.lot - b.lot)
          .slice(0, maxCells)
          .map(({ key }) => key),
      ),
    ]),
  );
}

/** By inversion; a draw of exactly 0 would be infinite noise and is taken again. */
export function laplace(scale: number, random: () => number): number {
  const u = random() - 0.5;
  const rest = 1 - 2 * Math.abs(u);
  return rest <= 0 ? laplace(scale, random) : -scale * Math.sign(u) * Math.log(rest);
}
