// What the popup and the report show, as plain data. Reading only; extension pages call these through
// liveQuery, so they refresh by themselves when the background writes.
import type { ConfigSource } from '../config/resolve';
import type { RepeatedForm } from '../domain/action-sums';
import type { Badge } from '../domain/badge';
import type { DaySums } from '../domain/day-summary';
import type { Pause } from '../domain/pause';
import type { Action, Correction, DateKey, Person, Share, Span } from '../domain/records';
import type { RetentionMonths } from '../domain/retention';

export interface PortalLine extends DaySums {
  portalId: string;
  title: string;
  category: string;
  /** Empty where the list names none. */
  department: string;
  burden: boolean;
  activeMs: number;
  burdenMs: number;
}

export interface DayPoint {
  localDate: DateKey;
  burdenMs: number;
  activeMs: number;
  afterHoursMs: number;
  checkIns: number;
  submissions: number;
  rejected: number;
  uploads: number;
  /** false: the meter could not see that day (hatched, never zero). */
  observed: boolean;
}

/** Milliseconds by weekday (Monday first) and hour of the day. */
export type WeekHours = readonly (readonly number[])[];

/** The sums over all portals, with the numbers that only exist for the whole. */
export interface Totals extends DaySums {
  activeMs: number;
  burdenMs: number;
  afterHoursMs: number;
  portals: number;
  observedMinutes: number;
  /** Active milliseconds per 8 scheduled hours; null where nothing was scheduled. */
  per8h: number | null;
}

export interface Overview {
  consented: boolean;
  paused: boolean;
  /** By whom, and when it ends by itself; null while it records. */
  pause: Pause | null;
  badge: Badge;
  /** null before consent. */
  person: Person | null;
  people: Person[];
  /** Several people, and nobody has said who is here since the browser started. */
  unassigned: boolean;
  idleTimeoutMs: number;
  retentionMonths: RetentionMonths | null;
  startPersonId: string | null;
  configTitle: string;
  configSource: ConfigSource;
  from: DateKey;
  to: DateKey;
  /** Years whose public holidays are not published yet: after-hours go by the week alone. */
  weekOnlyYears: string[];
  totals: Totals;
  /** The same without public-site and exempt portals: what a burden office is told. */
  burdenTotals: Totals;
  /** Most active first. */
  byPortal: PortalLine[];
  /** One point for each local date of the range, oldest first. */
  days: DayPoint[];
  /** Active time at T = 60 s, whatever T is in use: one ruler for every day row. */
  hours: WeekHours;
  /** For how long the meter could see, by the same hours. */
  observedHours: WeekHours;
  repeated: Repeated;
}

/** A chosen portal of the list in force, and when it was last active in this browser. */
export interface DormantPortal {
  portalId: string;
  title: string;
  /** null: never, since recording began here. */
  lastDate: DateKey | null;
  /** Days since; null when never. */
  days: number | null;
}

/** What the report shows below a range's own figures: the same stretch before it, and what was not used lately. */
export interface ReportRest {
  /** Of which range; another one may be on the screen already. */
  from: DateKey;
  to: DateKey;
  before: Overview;
  dormant: DormantPortal[];
}

/** A portal by its id and name. */
export interface NamedPortal {
  portalId: string;
  title: string;
}

/** The first portal that was measured, with its active time of that day. */
export interface FirstSeen extends NamedPortal {
  activeMs: number;
}

/** One repeat: that and where something was given before, never what. */
export interface RepeatLine extends NamedPortal {
  actionId: string;
  at: number;
  /** Minutes east of UTC there and then. */
  utcOffsetMin: number;
  scope: 'sameForm' | 'crossPortal';
  sharedEntries: number;
  eligibleEntries: number;
  repeatMs: number;
  /** Where most of it was given before; the names of these portals, at least one of a double report. */
  had: string[];
  /** When the earlier one was sent; null when it is not there any more. */
  hadAt: number | null;
  /** The person said that it is none; undoing takes this id. */
  correctionId: string | null;
}

/** What one portal asked for that another had already. */
export interface PairLine extends Share {
  from: NamedPortal;
  to: NamedPortal;
}

export interface RepeatedFormLine extends RepeatedForm, NamedPortal {}

/** What was given before, by the day rows of a range. */
export interface Repeated {
  /** Most entries first. */
  pairs: PairLine[];
  /** Most time first. */
  forms: RepeatedFormLine[];
  /** Over all portals; an entry that several portals had counts once. */
  shared: Share;
}

export type RecordKind = 'actions' | 'checkIns' | 'submissions' | 'repeats' | 'refused' | 'files' | 'spans';

/** What of a person's record is asked for. */
export interface RecordFilter {
  kind: RecordKind;
  /** null: all portals. */
  portalId: string | null;
  /** null: no bound. */
  from: DateKey | null;
  to: DateKey | null;
  /** Part of a portal's name or of a route. */
  text: string;
}

/** Where a page of the record ended: the instant, and the rows of that instant which were shown. */
export interface RecordCursor {
  at: number;
  ids: string[];
}

export interface RecordRow {
  id: string;
  portalTitle: string;
  localDate: DateKey;
  at: number;
  utcOffsetMin: number;
  route: string;
  activeMs: number;
  fact: { kind: 'action'; action: Action } | { kind: 'span'; span: Span };
  /** The person's own words about it that were not taken back. */
  corrections: Correction[];
}

export interface RecordPage {
  rows: RecordRow[];
  /** null: that was all. */
  next: RecordCursor | null;
  /** Whose record it is. */
  personId: string;
  /** All that were ever on a list, to choose from. */
  portals: { id: string; title: string }[];
}
