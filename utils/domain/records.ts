// The rows of the database, as the contract fixes them. Instants are UTC milliseconds, durations are
// milliseconds, intervals are half-open, local dates are `YYYY-MM-DD` in the zone the row was made in.

export type DateKey = string;

export const END_REASONS = [
  'hidden',
  'blurred',
  'navigated',
  'closed',
  'idle',
  'locked',
  'slept',
  'clockChanged',
  'midnight',
  'paused',
  'outOfScope',
  'recovered',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** A stretch without trusted input: [milliseconds from the span's start, length in milliseconds]. */
export type Gap = readonly [offsetMs: number, lengthMs: number];

export interface Person {
  id: string;
  /** Local only: it is in no export but the person's own backup. */
  name: string;
  schedule: Schedule;
  dutyDays: DateKey[];
  /** Fields whose label has one of these are never read. */
  privateWords?: string[];
  /** Nothing is recorded outside their working hours. */
  onlyWorkingHours?: boolean;
  createdAt: number;
  retiredAt: number | null;
}

/** Working hours per ISO weekday (1 = Monday … 7 = Sunday), as minutes of the local day, [from, to). */
export type WorkingHours = Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly (readonly [number, number])[]>>;

/** Hours by the date from which they apply, in order; the first apply to everything before as well. */
export type Schedule = readonly { readonly from: DateKey; readonly hours: WorkingHours }[];

/** Records made while several people share the browser and nobody has said who is at the keyboard. */
export const UNASSIGNED_PERSON_ID = 'unassigned';

export interface Span {
  /** `${visitId}:${seq}` */
  id: string;
  visitId: string;
  personId: string;
  portalId: string;
  route: string;
  /** 0 for the top document, 1 for its frames, and so on. */
  depth: number;
  startedAt: number;
  /** Exclusive. Of an open span: its last checkpoint. */
  endedAt: number;
  openMs: number;
  gaps: Gap[];
  utcOffsetMin: number;
  localDate: DateKey;
  /** null while the span is open. */
  endReason: EndReason | null;
  configHash: string;
}

export type ActionKind = 'checkIn' | 'submission';
export type Outcome = 'accepted' | 'rejected' | 'failed' | 'unknown' | 'draft';
export type Confidence = 'confirmed' | 'probable';

export interface FieldCounts {
  total: number;
  edited: number;
  typed: number;
  pasted: number;
  chosen: number;
  filled: number;
}

export interface UploadCounts {
  images: number;
  videos: number;
  documents: number;
}

export interface Repeat {
  ofActionId: string;
  scope: 'sameForm' | 'crossPortal';
  sharedEntries: number;
  eligibleEntries: number;
  retypeMs: number;
}

/** Entries that another portal had already, and what giving them again took. */
export interface Share {
  entries: number;
  /** How many of them were pasted, and how many filled in by the browser; the rest was typed. */
  pasted: number;
  filled: number;
  retypeMs: number;
}

/**
 * What became of the entries of one accepted submission, in counts that outlive the hashes. An entry that
 * several portals had already is in `from` once for each.
 */
export interface EntrySums {
  /** Without the identity values. */
  eligible: number;
  identity: number;
  shared: Share;
  from: (Share & { portalId: string })[];
}

export interface Action {
  id: string;
  personId: string;
  portalId: string;
  route: string;
  kind: ActionKind;
  /** Hash of the route and the form's shape; says nothing of what was entered. */
  formKey: string;
  /** The first trusted edit of a form, or the arrival on a check-in page. */
  startedAt: number;
  /** The commit. */
  at: number;
  /** null while evidence may still come. */
  settledAt: number | null;
  activeMs: number;
  outcome: Outcome;
  confidence: Confidence;
  evidence: string[];
  fields: FieldCounts;
  uploads: UploadCounts;
  repeat: Repeat | null;
  /** null unless it is an accepted submission. */
  entrySums: EntrySums | null;
  utcOffsetMin: number;
  localDate: DateKey;
  configHash: string;
}

/**
 * Keyed hashes of the eligible values of one accepted submission, and which of them are identity values;
 * 35-day life, in no export and no backup. The first character of a hash says what it is of (entry-mark.ts).
 */
export interface Entry {
  actionId: string;
  personId: string;
  portalId: string;
  formKey: string;
  at: number;
  hashes: string[];
  identity: string[];
}

export interface Correction {
  id: string;
  personId: string;
  targetId: string;
  kind: 'strike' | 'outcome' | 'notARepeat';
  value: string | null;
  at: number;
  undoneAt: number | null;
}

export type CoverageState = 'recording' | 'paused' | 'noPermission' | 'off' | 'recovered';

export interface Coverage {
  id?: number;
  personId: string;
  from: number;
  to: number;
  state: CoverageState;
  portalId?: string;
  configHash: string;
  version: string;
}
