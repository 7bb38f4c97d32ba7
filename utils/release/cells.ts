// A figure over people, and whether it may be published by itself: at least k people observed, at least k of
// them with more than nothing, and nobody who gives most of it. Nothing at all from k people or more is safe.
import { DOMINANCE_ONE, DOMINANCE_TWO } from '../domain/package/indicators';

export interface Figure {
  /** People observed in the cell. */
  people: number;
  /** Those who gave more than nothing. */
  contributors: number;
  amount: number;
  largest: number;
  twoLargest: number;
}

export type Verdict = 'safe' | 'few_people' | 'dominance';

/** One amount for each person in the cell. */
export function figureOf(amounts: Iterable<number>): Figure {
  const figure: Figure = { people: 0, contributors: 0, amount: 0, largest: 0, twoLargest: 0 };
  let second = 0;
  for (const amount of amounts) {
    figure.people += 1;
    if (amount === 0) continue;
    figure.contributors += 1;
    figure.amount += amount;
    if (amount > figure.largest) {
      second = figure.largest;
      figure.largest = amount;
    } else second = Math.max(second, amount);
  }
  return { ...figure, twoLargest: figure.largest + second };
}

export function judge(figure: Figure, minPeople: number): Verdict {
  if (figure.people < minPeople) return 'few_people';
  if (figure.amount === 0) return 'safe';
  if (figure.contributors < minPeople) return 'few_people';
  const isDominated =
    figure.largest > DOMINANCE_ONE * figure.amount || figure.twoLargest > DOMINANCE_TWO * figure.amount;
  return isDominated ? 'dominance' : 'safe';
}
