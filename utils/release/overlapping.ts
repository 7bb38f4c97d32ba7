// Several exports of one browser: the dates they have in common count once. A record only grows, so of two
// exports the fuller one of a date is kept: more minutes observed, then more open time, then the later id. Two
// browsers of one person are no overlap: both count.
import type { DateKey } from '../domain/records';

export interface ExportedSpan {
  exportId: string;
  personId: string;
  browserId: string;
  from: DateKey;
  to: DateKey;
}

/** Exports that share dates with another one of the same browser. */
export function findOverlapping(exports: readonly ExportedSpan[]): Set<string> {
  const overlapping = new Set<string>();
  for (const group of byBrowser(exports).values())
    for (const one of group)
      if (group.some((other) => other !== one && other.from <= one.to && one.from <= other.to))
        overlapping.add(one.exportId);
  return overlapping;
}

export interface DateWeight {
  exportId: string;
  localDate: DateKey;
  observedMin: number;
  openS: number;
}

export interface Choice {
  keepsDate(exportId: string, localDate: DateKey): boolean;
  /** Sums over a whole export can't be split by date: the widest export's are kept. */
  keepsSums(exportId: string): boolean;
}

export function chooseDates(exports: readonly ExportedSpan[], weights: readonly DateWeight[]): Choice {
  const overlapping = findOverlapping(exports);
  const browserOf = new Map(exports.map((one) => [one.exportId, browserKey(one)]));
  const best = new Map<string, DateWeight>();
  for (const weight of weights) {
    if (!overlapping.has(weight.exportId)) continue;
    const key = `${browserOf.get(weight.exportId)} ${weight.localDate}`;
    const known = best.get(key);
    if (!known || isFuller(weight, known)) best.set(key, weight);
  }
  const widest = new Map<string, ExportedSpan>();
  for (const one of exports) {
    const known = widest.get(browserKey(one));
    if (overlapping.has(one.exportId) && (!known || isWider(one, known))) widest.set(browserKey(one), one);
  }
  return {
    keepsDate: (exportId, localDate) =>
      !overlapping.has(exportId) ||
      best.get(`${browserOf.get(exportId)} ${localDate}`)?.exportId === exportId,
    keepsSums: (exportId) =>
      !overlapping.has(exportId) || widest.get(browserOf.get(exportId) ?? '')?.exportId === exportId,
  };
}

const browserKey = ({ personId, browserId }: ExportedSpan): string => `${personId} ${browserId}`;

function byBrowser(exports: readonly ExportedSpan[]): Map<string, ExportedSpan[]> {
  const groups = new Map<string, ExportedSpan[]>();
  for (const one of exports) groups.set(browserKey(one), [...(groups.get(browserKey(one)) ?? []), one]);
  return groups;
}

const isFuller = (a: DateWeight, b: DateWeight): boolean =>
  a.observedMin - b.observedMin || a.openS - b.openS
    ? (a.observedMin - b.observedMin || a.openS - b.openS) > 0
    : a.exportId > b.exportId;

const isWider = (a: ExportedSpan, b: ExportedSpan): boolean => {
  const [lengthOfA, lengthOfB] = [a, b].map(({ from, to }) => Date.parse(to) - Date.parse(from)) as [
    number,
    number,
  ];
  return lengthOfA === lengthOfB ? a.exportId > b.exportId : lengthOfA > lengthOfB;
};
