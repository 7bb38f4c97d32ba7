// What the report reads below a range's own figures: the day rows of the stretch before it, and one row for each
// chosen portal. No span and no action.
import { textIn } from '../config/local-text';
import type { DateKey } from '../domain/records';
import { UNASSIGNED_PERSON_ID } from '../domain/records';
import type { ReportRange } from '../domain/report-range';
import type { Ledger } from './database';
import type { DormantPortal, ReportRest } from './overview';
import { readOverview } from './queries';
import { readSettings } from './settings';

const DAY_MS = 86_400_000;

/** What can wait until the range itself is on the screen. */
export async function readReportRest(
  db: Ledger,
  range: ReportRange,
  today: DateKey,
  language: string,
  now: number,
): Promise<ReportRest> {
  const [before, dormant] = await Promise.all([
    readOverview(db, range.before.from, range.before.to, language, now),
    readDormant(db, today, language),
  ]);
  return { from: range.from, to: range.to, before, dormant };
}

/** The chosen portals of the list in force, the longest unused first, those never used at the end. */
export async function readDormant(db: Ledger, today: DateKey, language: string): Promise<DormantPortal[]> {
  const [settings, inForce] = await Promise.all([readSettings(db), db.configHistory.toCollection().last()]);
  const personId = settings.personId ?? UNASSIGNED_PERSON_ID;
  const chosen = settings.portalIds === null ? null : new Set(settings.portalIds);
  const wanted = Object.entries(inForce?.portals ?? {}).filter(([id]) => chosen?.has(id) ?? true);
  const portals = await Promise.all(
    wanted.map(async ([portalId, { title }]): Promise<DormantPortal> => {
      const lastDate = await lastActiveDate(db, personId, portalId, today);
      const days = lastDate === null ? null : (Date.parse(today) - Date.parse(lastDate)) / DAY_MS;
      return { portalId, title: textIn(title, language), lastDate, days };
    }),
  );
  return portals.filter(({ days }) => days !== 0).sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

async function lastActiveDate(
  db: Ledger,
  personId: string,
  portalId: string,
  today: DateKey,
): Promise<DateKey | null> {
  const row = await db.days
    .where('[personId+portalId+localDate]')
    .between([personId, portalId, ''], [personId, portalId, today], true, true)
    .reverse()
    .filter(({ active60Ms }) => active60Ms > 0)
    .first();
  return row?.localDate ?? null;
}
