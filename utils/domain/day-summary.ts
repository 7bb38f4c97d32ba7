// The sums of one person, one local day and one portal. Days are derived: they can always be rebuilt from
// spans and actions, and the recorder rebuilds the touched ones in the transaction that changes a fact.
import { addAction, type RepeatedForm } from './action-sums';
import { activeMs, activeWithin } from './attention';
import { addToHours, noHours } from './hours-of-day';
import type { Action, DateKey, EntrySums, Span } from './records';
import { afterHoursMs, type WorkingDay } from './working-time';

/** The idle timeouts, in milliseconds, at which active time is kept. */
export const KEPT_TIMEOUTS_MS = [30_000, 60_000, 120_000, 300_000] as const;

/** Where a day row keeps what depends on the idle timeout. */
export const AT_TIMEOUT = [
  { timeoutMs: 30_000, active: 'active30Ms', afterHours: 'afterHours30Ms' },
  { timeoutMs: 60_000, active: 'active60Ms', afterHours: 'afterHours60Ms' },
  { timeoutMs: 120_000, active: 'active120Ms', afterHours: 'afterHours120Ms' },
  { timeoutMs: 300_000, active: 'active300Ms', afterHours: 'afterHours300Ms' },
] as const;

export interface DaySums {
  active30Ms: number;
  active60Ms: number;
  active120Ms: number;
  active300Ms: number;
  /** Active time outside the person's working hours, at the same timeouts. */
  afterHours30Ms: number;
  afterHours60Ms: number;
  afterHours120Ms: number;
  afterHours300Ms: number;
  openMs: number;
  visits: number;
  /** Switches that arrive at this portal. */
  switches: number;
  checkIns: number;
  checkInsAttempted: number;
  checkInMs: number;
  /** All accepted submissions; `submissionsProbable` of them are of the weaker class. */
  submissions: number;
  submissionsProbable: number;
  rejected: number;
  reworkMs: number;
  submissionMs: number;
  repeatsSameForm: number;
  repeatsCrossPortal: number;
  repeatMs: number;
  retypeMs: number;
  eligibleEntries: number;
  sharedEntries: number;
  /** How many of the shared entries were pasted, and how many filled in by the browser. */
  sharedPasted: number;
  sharedFilled: number;
  identityEntries: number;
  uploadImages: number;
  uploadVideos: number;
  uploadDocuments: number;
  /** Accepted submissions of forms with a declared due time, and those of them in the last 24 h before it. */
  submissionsDue: number;
  submissionsBunched: number;
}

export interface DayRow extends DaySums {
  personId: string;
  localDate: DateKey;
  portalId: string;
  /** Minutes east of UTC at the day's last fact. */
  utcOffsetMin: number;
  /** Counted as burden by the config in force at the day's last fact. */
  burden: boolean;
  /** Entries of this portal that others had already, by those portals; they outlive the hashes. */
  sharedFrom: EntrySums['from'];
  /** The forms that had entries or repeats of that kind. */
  repeatedForms: RepeatedForm[];
  /** Active milliseconds (T = 60 s) of each of the local day's 24 hours. */
  hourMs: number[];
}

export type DayFacts = { spans: readonly Span[]; actions: readonly Action[] };

const MIN_VISIT_MS = 1_000;
const MIN_STAY_MS = 3_000;
const MAX_AWAY_MS = 5 * 60_000;
const REWORK_WITHIN_MS = 30 * 60_000;
/** The idle timeout of what has only one figure: rework and the stays between switches. */
const DERIVED_TIMEOUT_MS = 60_000;

export const NO_SUMS: Readonly<DaySums> = {
  active30Ms: 0,
  active60Ms: 0,
  active120Ms: 0,
  active300Ms: 0,
  afterHours30Ms: 0,
  afterHours60Ms: 0,
  afterHours120Ms: 0,
  afterHours300Ms: 0,
  openMs: 0,
  visits: 0,
  switches: 0,
  checkIns: 0,
  checkInsAttempted: 0,
  checkInMs: 0,
  submissions: 0,
  submissionsProbable: 0,
  rejected: 0,
  reworkMs: 0,
  submissionMs: 0,
  repeatsSameForm: 0,
  repeatsCrossPortal: 0,
  repeatMs: 0,
  retypeMs: 0,
  eligibleEntries: 0,
  sharedEntries: 0,
  sharedPasted: 0,
  sharedFilled: 0,
  identityEntries: 0,
  uploadImages: 0,
  uploadVideos: 0,
  uploadDocuments: 0,
  submissionsDue: 0,
  submissionsBunched: 0,
};

/** What the sums depend on beside the facts. */
export interface DayRules {
  /** Whether a portal's time is burden, by the config in force at the day's last fact. */
  isBurden(portalId: string): boolean;
  /** Whether an action is of a form with a declared due time, and within the last 24 h before it; null without. */
  beforeDue(action: Action): boolean | null;
  /** The person's hours on that date, by the calendar of that config. */
  workingDay: WorkingDay;
}

/**
 * One row for each portal with a fact that day; `facts` are all of one person's and one local date's, as
 * corrected (corrections.ts).
 */
export function summariseDay(
  personId: string,
  localDate: DateKey,
  facts: DayFacts,
  rules: DayRules,
): DayRow[] {
  const rows = new Map<string, DayRow>();
  const rowOf = (portalId: string, utcOffsetMin: number): DayRow => {
    const row = rows.get(portalId) ?? {
      ...NO_SUMS,
      personId,
      localDate,
      portalId,
      utcOffsetMin,
      burden: rules.isBurden(portalId),
      sharedFrom: [],
      repeatedForms: [],
      hourMs: noHours(),
    };
    rows.set(portalId, row);
    return row;
  };
  const spans = [...facts.spans].sort((a, b) => a.startedAt - b.startedAt);
  const figuresOf = spanFigures(rules.workingDay);
  for (const span of spans) addSpan(rowOf(span.portalId, span.utcOffsetMin), span, figuresOf(span));
  for (const [portalId, count] of countVisits(spans)) rowOf(portalId, 0).visits = count;
  for (const portalId of switchesTo(spans, figuresOf)) rowOf(portalId, 0).switches += 1;
  for (const action of facts.actions) {
    const row = rowOf(action.portalId, action.utcOffsetMin);
    addAction(row, action);
    addDue(row, action, rules);
  }
  for (const { portalId, ms } of reworks(facts.actions, spans)) rowOf(portalId, 0).reworkMs += ms;
  return [...rows.values()];
}

function addSpan(row: DayRow, span: Span, { active, afterHours, hours }: SpanFigures): void {
  row.openMs += span.openMs;
  for (const [hour, ms] of hours) row.hourMs[hour] = (row.hourMs[hour] ?? 0) + ms;
  for (const [at, fields] of AT_TIMEOUT.entries()) {
    row[fields.active] += active[at] ?? 0;
    row[fields.afterHours] += afterHours[at] ?? 0;
  }
}

/** Milliseconds of one span; lists are in the order of `AT_TIMEOUT`. */
interface SpanFigures {
  active: number[];
  afterHours: number[];
  /** Active at the derived timeout. */
  derived: number;
  /** The same by hour of the local day, where there is any. */
  hours: [hour: number, ms: number][];
}

/** A day is summed anew for every signal, and nearly all of its spans are as they were. */
const known = new WeakMap<Span, { ofDay: string; figures: SpanFigures }>();

/** Each span's figures, worked out once for the same working hours. */
function spanFigures(day: WorkingDay): (span: Span) => SpanFigures {
  const ofDay = JSON.stringify([day.hours, day.isDutyDay]);
  return (span) => {
    const last = known.get(span);
    if (last?.ofDay === ofDay) return last.figures;
    const hours = noHours();
    addToHours(hours, span, DERIVED_TIMEOUT_MS);
    const figures = {
      active: AT_TIMEOUT.map(({ timeoutMs }) => activeMs(span, timeoutMs)),
      afterHours: AT_TIMEOUT.map(({ timeoutMs }) => afterHoursMs(span, day, timeoutMs)),
      derived: activeMs(span, DERIVED_TIMEOUT_MS),
      hours: hours.flatMap((ms, hour): [number, number][] => (ms > 0 ? [[hour, ms]] : [])),
    };
    known.set(span, { ofDay, figures });
    return figures;
  };
}

function addDue(row: DayRow, action: Action, rules: DayRules): void {
  if (action.kind !== 'submission' || action.outcome !== 'accepted') return;
  const bunched = rules.beforeDue(action);
  if (bunched === null) return;
  row.submissionsDue += 1;
  if (bunched) row.submissionsBunched += 1;
}

/** A visit is the spans of one document and route; it counts when they are open for 1 s together. */
function countVisits(spans: readonly Span[]): Map<string, number> {
  const openByVisit = new Map<string, { portalId: string; openMs: number }>();
  for (const span of spans) {
    const visit = openByVisit.get(span.visitId) ?? { portalId: span.portalId, openMs: 0 };
    visit.openMs += span.openMs;
    openByVisit.set(span.visitId, visit);
  }
  const counts = new Map<string, number>();
  for (const { portalId, openMs } of openByVisit.values()) {
    if (openMs >= MIN_VISIT_MS) counts.set(portalId, (counts.get(portalId) ?? 0) + 1);
  }
  return counts;
}

/** The portals switched to, one entry for each switch: both stays over 3 s active, under 5 min apart. */
function switchesTo(spans: readonly Span[], figuresOf: (span: Span) => SpanFigures): string[] {
  const stays: { portalId: string; activeMs: number; from: number; to: number }[] = [];
  for (const span of spans) {
    const last = stays.at(-1);
    const active = figuresOf(span).derived;
    if (last?.portalId === span.portalId && span.startedAt - last.to < MAX_AWAY_MS) {
      last.activeMs += active;
      last.to = Math.max(last.to, span.endedAt);
    } else {
      stays.push({ portalId: span.portalId, activeMs: active, from: span.startedAt, to: span.endedAt });
    }
  }
  const real = stays.filter((stay) => stay.activeMs >= MIN_STAY_MS);
  return real
    .filter((stay, i) => {
      const before = real[i - 1];
      return before && before.portalId !== stay.portalId && stay.from - before.to < MAX_AWAY_MS;
    })
    .map((stay) => stay.portalId);
}

/** Active time on the portal from a rejection to the next try of the same form, if within 30 min. */
function reworks(actions: readonly Action[], spans: readonly Span[]): { portalId: string; ms: number }[] {
  const found: { portalId: string; ms: number }[] = [];
  const sorted = actions.filter((action) => action.kind === 'submission').sort((a, b) => a.at - b.at);
  sorted.forEach((action, i) => {
    if (action.outcome !== 'rejected' && action.outcome !== 'failed') return;
    const next = sorted
      .slice(i + 1)
      .find((later) => later.portalId === action.portalId && later.formKey === action.formKey);
    if (!next || next.at - action.at > REWORK_WITHIN_MS) return;
    const ms = spans
      .filter((span) => span.startedAt < next.at && span.endedAt > action.at)
      .filter((span) => span.portalId === action.portalId)
      .reduce((sum, span) => sum + activeWithin(span, action.at, next.at, DERIVED_TIMEOUT_MS), 0);
    found.push({ portalId: action.portalId, ms });
  });
  return found;
}
