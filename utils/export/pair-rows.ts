// portal_pairs.csv: for each portal that asked again, which one had it first. From the day rows, which keep the
// sums of pairs when the fingerprints are long gone; the config is that of the portal that asked again.
import type { DayRow } from '../domain/day-summary';
import type { RowOf } from '../domain/package/column';
import type { PORTAL_PAIRS } from '../domain/package/context-tables';
import { wholeSeconds } from '../domain/package/deidentify';
import { type ExportContext, isStruck } from './context';

interface PairSum {
  configId: string;
  a: string;
  b: string;
  entries: number;
  pasted: number;
  retypeMs: number;
}

export interface PairTally {
  add(days: readonly DayRow[]): void;
  rows(): RowOf<typeof PORTAL_PAIRS>[];
}

export function tallyPairs(context: ExportContext): PairTally {
  const sums = new Map<string, PairSum>();
  return {
    add(days) {
      for (const { portalId, localDate, sharedFrom } of days) {
        const b = context.portal(portalId);
        for (const share of sharedFrom) {
          const a = context.portal(share.portalId);
          if (isStruck(context.strikes, localDate, a) || isStruck(context.strikes, localDate, b)) continue;
          const key = `${b.configId}\n${a.code}\n${b.code}`;
          const sum = sums.get(key) ?? {
            configId: b.configId,
            a: a.code,
            b: b.code,
            entries: 0,
            pasted: 0,
            retypeMs: 0,
          };
          sum.entries += share.entries;
          sum.pasted += share.pasted;
          sum.retypeMs += share.retypeMs;
          sums.set(key, sum);
        }
      }
    },
    rows: () =>
      [...sums.values()]
        .sort((x, y) => y.entries - x.entries || (x.a + x.b < y.a + y.b ? -1 : 1))
        .map((sum) => ({
          export_id: context.exportId,
          person_id: context.personId,
          config_id: sum.configId,
          portal_a: sum.a,
          portal_b: sum.b,
          shared_entries: sum.entries,
          pasted_entries: sum.pasted,
          retype_s: wholeSeconds(sum.retypeMs),
        })),
  };
}
