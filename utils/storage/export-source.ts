// Reading for an export: one person's records, in pieces, so that a year of them is never in memory at once.
import type { DayRow } from '../domain/day-summary';
import { datesBetween, dayStart } from '../domain/local-day';
import type { Action, Correction, Coverage, DateKey, Person, Span } from '../domain/records';
import { scheduledMsUntil, workingDay } from '../domain/working-time';
import type { ConfigHistory, Ledger } from './database';
import { calendarOn } from './day-store';
import { type FactPiece, searchFacts, walkFacts } from './fact-pieces';
import { readSettings, type Settings } from './settings';

const DAY_MS = 86_400_000;
/** Of the ledger's day rows: a search takes at least twice as long for a row as a walk. */
const WORTH_WALKING = 1 / 3;

export interface ExportSource {
  person: Person | null;
  /** Random, of this browser. */
  installationId: string;
  idleTimeoutMs: number;
  /** When recording began; null before consent. */
  consentAt: number | null;
  /** The portals that are switched on; null for all. */
  wantedPortalIds: readonly string[] | null;
  history: readonly ConfigHistory[];
  coverage: readonly Coverage[];
  /** The person's word beside the machine's; days are sums of what is corrected by it. */
  corrections: readonly Correction[];
  daysOn(date: DateKey): readonly DayRow[];
  /** Scheduled time of a date, of today only what has passed. */
  scheduledMs(date: DateKey, utcOffsetMin: number, now: number): number;
  spansOn(date: DateKey): Promise<Span[]>;
  actionsOn(date: DateKey): Promise<Action[]>;
  /** All of the range, once; the spans of a visit and date are in one piece, and a date's come in the order of ids. */
  facts(): AsyncIterable<FactPiece>;
}

export async function openExportSource(
  db: Ledger,
  personId: string,
  from: DateKey,
  to: DateKey,
): Promise<ExportSource> {
  // Any zone: what lies outside the range in the rows' own zone is left out later.
  const since = dayStart(from, 0) - DAY_MS;
  const [settings, installation, person, history, days, coverage, corrections, allDays] = await Promise.all([
    readSettings(db),
    db.meta.get('installationId'),
    db.people.get(personId),
    db.configHistory.toArray(),
    db.days.where('[personId+localDate]').between([personId, from], [personId, to], true, true).toArray(),
    db.coverage
      .where('[personId+to]')
      .between([personId, since], [personId, Number.POSITIVE_INFINITY], true, true)
      .toArray(),
    db.corrections.where('personId').equals(personId).toArray(),
    db.days.count(),
  ]);
  const byDate = new Map<DateKey, DayRow[]>();
  for (const row of days) {
    const rows = byDate.get(row.localDate);
    if (rows) rows.push(row);
    else byDate.set(row.localDate, [row]);
  }
  const on = (date: DateKey) => [personId, date];
  return {
    person: person ?? null,
    installationId: String(installation?.value ?? ''),
    idleTimeoutMs: settings.idleTimeoutMs,
    consentAt: settings.consentAt,
    wantedPortalIds: settings.portalIds,
    history,
    coverage,
    corrections,
    daysOn: (date) => byDate.get(date) ?? [],
    scheduledMs(date, utcOffsetMin, now) {
      const midnight = dayStart(date, utcOffsetMin);
      const day = workingDay(person ?? null, date, calendarOn(history, midnight + DAY_MS));
      return scheduledMsUntil(day, now - midnight);
    },
    spansOn: (date) => db.spans.where('[personId+localDate]').equals(on(date)).toArray(),
    actionsOn: (date) => db.actions.where('[personId+localDate]').equals(on(date)).toArray(),
    facts: () =>
      days.length >= allDays * WORTH_WALKING
        ? walkFacts(db, { personId, from, to })
        : searchFacts(db, personId, datesBetween(from, to)),
  };
}

/** The first and last local date with anything of a person's; null when there is nothing. */
async function recordedRange(db: Ledger, personId: string): Promise<{ from: DateKey; to: DateKey } | null> {
  const ofPerson = () => db.days.where('[personId+localDate]').between([personId, ''], [personId, '\uffff']);
  const [first, last] = await Promise.all([ofPerson().first(), ofPerson().last()]);
  return first && last ? { from: first.localDate, to: last.localDate } : null;
}

export interface ExportState {
  settings: Settings;
  people: Person[];
  person: Person | null;
  range: { from: DateKey; to: DateKey } | null;
  history: ConfigHistory[];
}

/** What the export page needs to know before anything is chosen. */
export async function readExportState(db: Ledger): Promise<ExportState> {
  const [settings, everybody, history] = await Promise.all([
    readSettings(db),
    db.people.toArray(),
    db.configHistory.toArray(),
  ]);
  const people = everybody.filter((person) => person.retiredAt === null);
  const person = people.find(({ id }) => id === settings.personId) ?? people[0] ?? null;
  const range = person ? await recordedRange(db, person.id) : null;
  return { settings, people, person, range, history };
}
