// What the popup and the report show, as plain data. Reading only; extension pages call these through
// liveQuery, so they refresh by themselves when the background writes.
import type { ConfigSource } from '../config/resolve';
import type { DaySums } from '../domain/day-summary';
import type { DateKey, Person } from '../domain/records';

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
