// Reading for the popup and the report: day rows, never spans, for a range.
import { textIn } from '../config/local-text';
import { type DaySums, type KeptTimeoutMs, NO_SUMS } from '../domain/day-summary';
import { datesBetween } from '../domain/local-day';
import { type DateKey, UNASSIGNED_PERSON_ID } from '../domain/records';
import type { ConfigHistory, Ledger } from './database';
import type { DayPoint, Overview, PortalLine, Totals } from './overview';
import { readSettings } from './settings';

const ACTIVE_AT: Record<KeptTimeoutMs, keyof DaySums> = {
  30000: 'active30Ms',
  60000: 'active60Ms',
  120000: 'active120Ms',
  300000: 'active300Ms',
};
/** A portal counts from here on, or with one action. */
const MIN_PORTAL_MS = 10_000;

export async function readOverview(
  db: Ledger,
  from: DateKey,
  to: DateKey,
  language: string,
): Promise<Overview> {
  const settings = await readSettings(db);
  const people = (await db.people.toArray()).filter((person) => person.retiredAt === null);
  const personId = settings.personId ?? UNASSIGNED_PERSON_ID;
  const rows = await db.days
    .where('[personId+localDate]')
    .between([personId, from], [personId, to], true, true)
    .toArray();
  const history = await db.configHistory.toArray();
  const inForce = history.at(-1);
  const names = portalNames(history);
  const timeout = ACTIVE_AT[settings.idleTimeoutMs as KeptTimeoutMs] ?? 'active60Ms';

  const lines = new Map<string, PortalLine>();
  const totals: Totals = { ...NO_SUMS, activeMs: 0, burdenMs: 0, portals: 0 };
  const burdenByDate = new Map<DateKey, { burdenMs: number; activeMs: number }>();
  for (const row of rows) {
    const known = names.get(row.portalId);
    const activeMs = row[timeout];
    const burdenMs = row.burden ? activeMs : 0;
    const line = lines.get(row.portalId) ?? {
      ...NO_SUMS,
      portalId: row.portalId,
      title: known ? textIn(known.title, language) : row.portalId,
      category: known?.category ?? '',
      burden: row.burden,
      activeMs: 0,
      burdenMs: 0,
    };
    addSums(line, row);
    addSums(totals, row);
    line.activeMs += activeMs;
    line.burdenMs += burdenMs;
    totals.activeMs += activeMs;
    totals.burdenMs += burdenMs;
    lines.set(row.portalId, line);
    const day = burdenByDate.get(row.localDate) ?? { burdenMs: 0, activeMs: 0 };
    burdenByDate.set(row.localDate, { burdenMs: day.burdenMs + burdenMs, activeMs: day.activeMs + activeMs });
  }
  totals.portals = countPortals(rows, timeout);
  const observed = await observedDates(db, personId, from, to);
  const days: DayPoint[] = datesBetween(from, to).map((localDate) => ({
    localDate,
    burdenMs: burdenByDate.get(localDate)?.burdenMs ?? 0,
    activeMs: burdenByDate.get(localDate)?.activeMs ?? 0,
    observed: observed.has(localDate) || burdenByDate.has(localDate),
  }));
  return {
    consented: settings.consentAt !== null,
    paused: settings.pausedAt !== null,
    person: people.find((person) => person.id === personId) ?? null,
    people,
    unassigned: settings.consentAt !== null && personId === UNASSIGNED_PERSON_ID,
    idleTimeoutMs: settings.idleTimeoutMs,
    configTitle: inForce ? textIn(inForce.title, language) : '',
    configSource: inForce?.source ?? 'bundled',
    from,
    to,
    totals,
    byPortal: [...lines.values()].sort((a, b) => b.activeMs - a.activeMs),
    days,
  };
}

function addSums(into: DaySums, row: DaySums): void {
  for (const key of Object.keys(NO_SUMS) as (keyof DaySums)[]) into[key] += row[key];
}

/** Distinct portals of the range: a day with 10 s active or one action makes a portal count. */
function countPortals(rows: readonly (DaySums & { portalId: string })[], timeout: keyof DaySums): number {
  const counted = rows.filter(
    (row) =>
      row[timeout] >= MIN_PORTAL_MS ||
      row.checkIns + row.checkInsAttempted + row.submissions + row.rejected > 0,
  );
  return new Set(counted.map((row) => row.portalId)).size;
}

/** What portals are called: the newest config that named each. */
function portalNames(history: readonly ConfigHistory[]): Map<string, ConfigHistory['portals'][string]> {
  const names = new Map<string, ConfigHistory['portals'][string]>();
  for (const entry of history)
    for (const [id, portal] of Object.entries(entry.portals)) names.set(id, portal);
  return names;
}

/** Local dates on which the meter could see anything for this person. */
async function observedDates(
  db: Ledger,
  personId: string,
  from: DateKey,
  to: DateKey,
): Promise<Set<DateKey>> {
  const start = new Date(`${from}T00:00:00`).getTime();
  const rows = await db.coverage
    .where('[personId+to]')
    .aboveOrEqual([personId, start])
    .filter((row) => row.personId === personId && row.state === 'recording')
    .toArray();
  const dates = new Set<DateKey>();
  for (const row of rows) {
    for (const date of datesBetween(localDate(row.from), localDate(row.to))) {
      if (date >= from && date <= to) dates.add(date);
    }
  }
  return dates;
}

function localDate(instant: number): DateKey {
  const day = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
