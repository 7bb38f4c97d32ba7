// Reading for the popup and the report: day rows, never spans, for a range.
import { textIn } from '../config/local-text';
import { isoWeekday } from '../domain/calendar';
import { AT_TIMEOUT, type DayRow, type DaySums, NO_SUMS } from '../domain/day-summary';
import { noHours } from '../domain/hours-of-day';
import { datesBetween } from '../domain/local-day';
import { type Coverage, type DateKey, type Person, UNASSIGNED_PERSON_ID } from '../domain/records';
import type { ConfigHistory, Ledger } from './database';
import type { DayPoint, Overview, PortalLine, Totals } from './overview';
import { readPause } from './pause-state';
import { portalNames } from './portal-names';
import { sumRepeated } from './repeat-queries';
import { readSettings, type Settings } from './settings';
import { per8h, readCoverage, workingFigures } from './working-figures';

/** A portal counts from here on, or with one action. */
const MIN_PORTAL_MS = 10_000;

/** What every view needs beside rows; read once for all its parts. */
interface Around {
  settings: Settings;
  people: Person[];
  history: ConfigHistory[];
}

interface DateRange {
  from: DateKey;
  to: DateKey;
}

export async function readOverview(
  db: Ledger,
  from: DateKey,
  to: DateKey,
  language: string,
  now: number,
): Promise<Overview> {
  const [overview] = await readOverviews(db, [{ from, to }], language, now);
  if (!overview) throw new Error('a range was asked for and none came');
  return overview;
}

/** Several ranges that lie within or beside each other: their days are read in one go. */
export async function readOverviews(
  db: Ledger,
  ranges: readonly DateRange[],
  language: string,
  now: number,
): Promise<Overview[]> {
  const dates = ranges.flatMap((range) => [range.from, range.to]).sort();
  const whole = { from: dates[0] ?? '', to: dates.at(-1) ?? '' };
  const [settings, everybody, history] = await Promise.all([
    readSettings(db),
    db.people.toArray(),
    db.configHistory.toArray(),
  ]);
  const people = everybody.filter((person) => person.retiredAt === null);
  const personId = settings.personId ?? UNASSIGNED_PERSON_ID;
  const [rows, coverage] = await Promise.all([
    readDayRows(db, personId, whole),
    readCoverage(db, personId, whole),
  ]);
  return ranges.map((range) =>
    sumOverview(
      { settings, people, history },
      range,
      rows.filter(({ localDate }) => range.from <= localDate && localDate <= range.to),
      coverage,
      { language, now },
    ),
  );
}

/** The day rows of a range; a view of a range reads these and no fact. */
const readDayRows = (db: Ledger, personId: string, { from, to }: DateRange): Promise<DayRow[]> =>
  db.days.where('[personId+localDate]').between([personId, from], [personId, to], true, true).toArray();

/** The one number of one day. */
export async function readBurdenMs(
  db: Ledger,
  personId: string,
  date: DateKey,
  idleTimeoutMs: number,
): Promise<number> {
  const rows = await readDayRows(db, personId, { from: date, to: date });
  const { active } = atTimeout(idleTimeoutMs);
  return sumOf(rows.filter(({ burden }) => burden).map((row) => row[active]));
}

export const atTimeout = (idleTimeoutMs: number) =>
  AT_TIMEOUT.find(({ timeoutMs }) => timeoutMs === idleTimeoutMs) ?? AT_TIMEOUT[1];

function sumOverview(
  { settings, people, history }: Around,
  { from, to }: DateRange,
  rows: readonly DayRow[],
  coverage: readonly Coverage[],
  { language, now }: { language: string; now: number },
): Overview {
  const personId = settings.personId ?? UNASSIGNED_PERSON_ID;
  const inForce = history.at(-1);
  const names = portalNames(history);
  const at = atTimeout(settings.idleTimeoutMs);

  const lines = new Map<string, PortalLine>();
  const totals = totalsOf(rows, at);
  const burdenTotals = totalsOf(
    rows.filter(({ burden }) => burden),
    at,
  );
  const byDate = new Map<DateKey, DayPoint>();
  const hours = Array.from({ length: 7 }, noHours);
  for (const row of rows) {
    const known = names.get(row.portalId);
    const activeMs = row[at.active];
    const burdenMs = row.burden ? activeMs : 0;
    const line = lines.get(row.portalId) ?? {
      ...NO_SUMS,
      portalId: row.portalId,
      title: known ? textIn(known.title, language) : row.portalId,
      category: known?.category ?? '',
      department: known?.department ?? '',
      burden: row.burden,
      activeMs: 0,
      burdenMs: 0,
    };
    addSums(line, row);
    line.activeMs += activeMs;
    line.burdenMs += burdenMs;
    lines.set(row.portalId, line);
    const day = byDate.get(row.localDate) ?? unseenDay(row.localDate);
    day.observed = true;
    day.burdenMs += burdenMs;
    day.activeMs += activeMs;
    day.afterHoursMs += row[at.afterHours];
    day.checkIns += row.checkIns;
    day.submissions += row.submissions;
    day.rejected += row.rejected;
    day.uploads += row.uploadImages + row.uploadVideos + row.uploadDocuments;
    byDate.set(row.localDate, day);
    const weekday = hours[isoWeekday(row.localDate) - 1] ?? [];
    row.hourMs.forEach((ms, hour) => {
      weekday[hour] = (weekday[hour] ?? 0) + ms;
    });
  }
  const person = people.find((candidate) => candidate.id === personId) ?? null;
  const pause = readPause({ settings, person, calendar: inForce?.calendar }, now);
  const dates = datesBetween(from, to);
  const working = workingFigures(coverage, person, history, dates, now);
  for (const each of [totals, burdenTotals]) {
    each.observedMinutes = Math.floor(sumOf(working.observedMs.values()) / 60_000);
    each.per8h = per8h(each.activeMs - each.afterHoursMs, working.scheduledMs);
  }
  const days = dates.map((localDate): DayPoint => {
    const day = byDate.get(localDate) ?? unseenDay(localDate);
    return { ...day, observed: day.observed || working.observedMs.has(localDate) };
  });
  return {
    consented: settings.consentAt !== null,
    paused: pause !== null,
    pause,
    badge: settings.badge,
    person,
    people,
    unassigned: settings.consentAt !== null && personId === UNASSIGNED_PERSON_ID,
    idleTimeoutMs: settings.idleTimeoutMs,
    retentionMonths: settings.retentionMonths,
    startPersonId: settings.startPersonId,
    configTitle: inForce ? textIn(inForce.title, language) : '',
    configSource: inForce?.source ?? 'bundled',
    from,
    to,
    weekOnlyYears: working.weekOnlyYears,
    totals,
    burdenTotals,
    byPortal: [...lines.values()].sort((a, b) => b.activeMs - a.activeMs),
    days,
    hours,
    observedHours: working.observedHours,
    repeated: sumRepeated(rows, names, language),
  };
}

const unseenDay = (localDate: DateKey): DayPoint => ({
  localDate,
  burdenMs: 0,
  activeMs: 0,
  afterHoursMs: 0,
  checkIns: 0,
  submissions: 0,
  rejected: 0,
  uploads: 0,
  observed: false,
});

const NO_TOTALS = {
  activeMs: 0,
  burdenMs: 0,
  afterHoursMs: 0,
  portals: 0,
  observedMinutes: 0,
  per8h: null,
};

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

/** All that day rows alone say. */
function totalsOf(rows: readonly DayRow[], at: (typeof AT_TIMEOUT)[number]): Totals {
  const totals: Totals = { ...NO_SUMS, ...NO_TOTALS };
  for (const row of rows) {
    addSums(totals, row);
    totals.activeMs += row[at.active];
    totals.afterHoursMs += row[at.afterHours];
    totals.burdenMs += row.burden ? row[at.active] : 0;
  }
  totals.portals = countPortals(rows, at.active);
  return totals;
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
