// What the export page knows and what a person may do on it.
import type { Row, Table } from '../utils/domain/package/column';
import type { DateKey, Person } from '../utils/domain/records';
import type { Problem } from '../utils/platform/problem';

export type ExportLevel = 'L0' | 'L1' | 'L2';

export interface ExportForm {
  level: ExportLevel;
  from: DateKey;
  to: DateKey;
  studyCode: string;
  shiftDates: boolean;
  parquet: boolean;
  portalPairs: boolean;
  struckDates: ReadonlySet<DateKey>;
  struckPortals: ReadonlySet<string>;
  /** `date category` */
  struckRows: ReadonlySet<string>;
}

export interface PreviewRow {
  row: Row;
  /** As recorded, whatever shift the row shows. */
  localDate: DateKey;
  /** How the row is struck; empty where it cannot be. */
  key: string;
}

export interface PreviewTable {
  table: Table;
  rows: readonly PreviewRow[];
}

export interface Preview {
  days: PreviewTable;
  /** The other tables of the level, whole; details of L1 only of the chosen date. */
  others: readonly PreviewTable[];
  dates: readonly DateKey[];
}

export type SaveState =
  | { state: 'idle' }
  | { state: 'working'; done: number; all: number }
  | { state: 'saved'; name: string; bytes: number }
  | { state: 'cancelled' }
  | { state: 'failed' };

export type RestoreState =
  | { state: 'idle' }
  | { state: 'sealed'; file: File; problem: Problem | null }
  | { state: 'refused'; problem: Problem }
  | { state: 'reading' }
  | { state: 'preview'; found: FoundBackup }
  | { state: 'restoring'; done: number; all: number }
  | { state: 'done'; added: number };

export interface FoundBackup {
  person: Person;
  from: DateKey | null;
  to: DateKey | null;
  spans: number;
  actions: number;
  /** Rows that are here already. */
  known: number;
  total: number;
}

export interface PortalChoice {
  portalId: string;
  title: string;
}
