// Where a package comes from and what was done to it, as datapackage.json and the codebooks print it.
import type { PackageLevel } from '../domain/package/tables';
import type { DateKey, Schedule } from '../domain/records';

export interface Provenance {
  schemaVersion: number;
  level: PackageLevel;
  exportId: string;
  personId: string;
  /** A pseudonym of the browser, from the study code: tells two exports of one browser from two browsers. */
  browserId: string;
  /** First and last local date, as the rows have them (shifted if they are). */
  from: DateKey;
  to: DateKey;
  extension: { version: string; build: string };
  idleTimeoutS: number;
  schedule: Schedule;
  parameters: {
    coarsenedToMinutes: number;
    /** By how much is not said: that is the point of it. */
    dateShift: 'none' | 'wholeWeeks';
    portals: 'category' | 'code';
  };
  configs: { id: string; version: number; sha256: string; source: string }[];
  struck: { days: number; portals: number; rows: number; portalPairs: boolean };
  /** Rows that the strikes kept out of days.csv, actions.csv and spans.csv. */
  rowsSuppressed: number;
  parquet: boolean;
}
