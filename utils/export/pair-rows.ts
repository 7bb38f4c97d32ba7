// portal_pairs.csv: for each portal that asked again, which one had it first. From the repeats that the
// actions of the range carry; both codes and the config are those of the portal that asked again.
import type { RowOf } from '../domain/package/column';
import type { PORTAL_PAIRS } from '../domain/package/context-tables';
import { wholeSeconds } from '../domain/package/deidentify';
import type { Action } from '../domain/records';
import { type ExportContext, isStruck } from './context';

interface PairSum {
  configId: string;
  a: string;
  b: string;
  submissions: number;
  sharedEntries: number;
  retypeMs: number;
}

export interface PairTally {
  add(actions: readonly Action[], portalOf: ReadonlyMap<string, string>): void;
  rows(): RowOf<typeof PORTAL_PAIRS>[];
}

/** Actions whose repeat says which portal had it first. */
export const crossPortalActions = (actions: readonly Action[]): Action[] =>
  actions.filter((action) => action.outcome === 'accepted' && action.repeat?.scope === 'crossPortal');

export function tallyPairs(context: ExportContext): PairTally {
  const sums = new Map<string, PairSum>();
  return {
    add(actions, portalOf) {
      for (const { repeat, portalId, localDate } of crossPortalActions(actions)) {
        const earlier = repeat ? portalOf.get(repeat.ofActionId) : undefined;
        if (!repeat || earlier === undefined) continue;
        const [a, b] = [context.portal(earlier), context.portal(portalId)];
        if (isStruck(context.strikes, localDate, a) || isStruck(context.strikes, localDate, b)) continue;
        const key = `${b.configId}\n${a.code}\n${b.code}`;
        const sum = sums.get(key) ?? {
          configId: b.configId,
          a: a.code,
          b: b.code,
          submissions: 0,
          sharedEntries: 0,
          retypeMs: 0,
        };
        sum.submissions += 1;
        sum.sharedEntries += repeat.sharedEntries;
        sum.retypeMs += repeat.retypeMs;
        sums.set(key, sum);
      }
    },
    rows: () =>
      [...sums.values()]
        .sort((x, y) => y.sharedEntries - x.sharedEntries || (x.a + x.b < y.a + y.b ? -1 : 1))
        .map((sum) => ({
          export_id: context.exportId,
          person_id: context.personId,
          config_id: sum.configId,
          portal_a: sum.a,
          portal_b: sum.b,
          submissions: sum.submissions,
          shared_entries: sum.sharedEntries,
          retype_s: wholeSeconds(sum.retypeMs),
        })),
  };
}
