// What the popup and the report show, as plain data. Reading only; extension pages call these through
// liveQuery, so they refresh by themselves when the background writes.
import type { ConfigSource } from '../config/resolve';
import type { RepeatedForm } from '../domain/action-sums';
import type { DaySums } from '../domain/day-summary';
import type { DateKey, Person, Share } from '../domain/records';

export interface PortalLine extends DaySums {
  portalId: string;
  title: string;
  category: string;
  burden: boolean;
  activeMs: number;
  burdenMs: number;
}

export interface DayPoint {
  localDate: DateKey;
  burdenMs: number;
  activeMs: number;
  /** false: the meter could not see that day (hatched, never zero). */
  observed: boolean;
}

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
  /** null before consent. */
  person: Person | null;
  people: Person[];
  /** Several people, and nobody has said who is here since the browser started. */
  unassigned: boolean;
  idleTimeoutMs: number;
  configTitle: string;
  configSource: ConfigSource;
  from: DateKey;
  to: DateKey;
  /** Years whose public holidays are not published yet: after-hours go by the week alone. */
  weekOnlyYears: string[];
  totals: Totals;
  /** Most active first. */
  byPortal: PortalLine[];
  /** One point for each local date of the range, oldest first. */
  days: DayPoint[];
}

/** A portal by its id and name. */
export interface NamedPortal {
  portalId: string;
  title: string;
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

export interface RepeatView {
  /** Of the last date of the range, latest first. */
  repeats: RepeatLine[];
  /** Most entries first. */
  pairs: PairLine[];
  /** Most time first. */
  forms: RepeatedFormLine[];
  /** Over all portals; an entry that several portals had counts once. */
  shared: Share;
}
