// What the burden consists of. The parts are taken from each burden portal's time one after another
// (repeats, first-time filling, check-ins; of a learning or a messaging portal the remainder is that), never
// more than is left, so that they always add up to the burden exactly. Repeats come before filling because a
// repeat is filling too, and would be counted twice.
import type { PortalLine } from '../utils/storage/overview';

export const PART_IDS = ['filling', 'repeats', 'checkIns', 'learning', 'messaging', 'rest'] as const;
export type PartId = (typeof PART_IDS)[number];
export type Composition = Record<PartId, number>;

const REMAINDER: Record<string, PartId> = { 'learning-hours': 'learning', messaging: 'messaging' };

export function composeBurden(lines: readonly PortalLine[]): Composition {
  const parts: Composition = { filling: 0, repeats: 0, checkIns: 0, learning: 0, messaging: 0, rest: 0 };
  for (const line of lines) {
    if (!line.burden) continue;
    let left = line.burdenMs;
    const take = (part: PartId, ms: number) => {
      const taken = Math.min(left, Math.max(0, ms));
      parts[part] += taken;
      left -= taken;
    };
    take('repeats', line.repeatMs);
    take('filling', line.submissionMs - line.repeatMs);
    take('checkIns', line.checkInMs);
    take(REMAINDER[line.category] ?? 'rest', left);
  }
  return parts;
}
