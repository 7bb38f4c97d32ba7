// What this browser has seen on one route in the last seven days, for whoever writes a rule about it.
import { shiftDate } from '../domain/local-day';
import { type DateKey, UNASSIGNED_PERSON_ID } from '../domain/records';
import type { Ledger } from './database';
import { readSettings } from './settings';

export interface RouteWeek {
  spans: number;
  checkIns: number;
  submissions: number;
}

/** `route` is a template, as rows have it; today is the last of the seven days. */
export async function readRouteWeek(
  db: Ledger,
  portalId: string,
  route: string,
  today: DateKey,
): Promise<RouteWeek> {
  const personId = (await readSettings(db)).personId ?? UNASSIGNED_PERSON_ID;
  const week = [[personId, shiftDate(today, -6)], [personId, today], true, true] as const;
  const isThere = (row: { portalId: string; route: string }) =>
    row.portalId === portalId && row.route === route;
  const [spans, actions] = await Promise.all([
    db.spans
      .where('[personId+localDate]')
      .between(...week)
      .filter(isThere)
      .count(),
    db.actions
      .where('[personId+localDate]')
      .between(...week)
      .filter(isThere)
      .toArray(),
  ]);
  const checkIns = actions.filter(({ kind }) => kind === 'checkIn').length;
  return { spans, checkIns, submissions: actions.length - checkIns };
}
