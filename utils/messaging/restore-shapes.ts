// The shapes of rows that come back from a backup. As strict as what the recorder writes: a file from disk may
// have been made by anybody. What a shape doesn't name is left out, not kept.
import * as v from 'valibot';
import { CalendarDate, Due } from '../config/schema-parts';
import { dateKeyAt } from '../domain/local-day';
import { isEvidence } from '../domain/outcomes';
import { END_REASONS } from '../domain/records';
import { hoursAreSound, SINCE_EVER } from '../domain/working-time';
import {
  Count,
  Depth,
  DurationMs,
  FactId,
  FieldCounts,
  Id,
  InstantMs,
  PortalId,
  Route,
  SpanId,
  UploadCounts,
  UtcOffset,
} from './shape-parts';

const PersonId = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32}|unassigned)$/));
const LocalDate = CalendarDate;
const Hash = v.pipe(v.string(), v.maxLength(128));
const Text = v.pipe(v.string(), v.maxLength(200));

const common = {
  personId: PersonId,
  portalId: PortalId,
  route: Route,
  utcOffsetMin: UtcOffset,
  localDate: LocalDate,
  configHash: Hash,
};

export const RestoredSpan = v.pipe(
  v.strictObject({
    ...common,
    id: SpanId,
    visitId: FactId,
    depth: Depth,
    startedAt: InstantMs,
    endedAt: InstantMs,
    openMs: DurationMs,
    gaps: v.pipe(v.array(v.tuple([v.pipe(v.number(), v.finite()), DurationMs])), v.maxLength(6_000)),
    endReason: v.nullable(v.picklist(END_REASONS)),
  }),
  v.check((span) => span.startedAt <= span.endedAt && span.openMs <= span.endedAt - span.startedAt),
  v.check((span) => dateKeyAt(span.startedAt, span.utcOffsetMin) === span.localDate),
);

const ShareCounts = { entries: Count, pasted: Count, filled: Count, retypeMs: DurationMs };
const EntrySums = v.strictObject({
  eligible: Count,
  identity: Count,
  shared: v.strictObject(ShareCounts),
  from: v.pipe(v.array(v.strictObject({ portalId: PortalId, ...ShareCounts })), v.maxLength(500)),
});
const Repeat = v.object({
  ofActionId: FactId,
  scope: v.picklist(['sameForm', 'crossPortal']),
  sharedEntries: Count,
  eligibleEntries: Count,
  retypeMs: DurationMs,
});

export const RestoredAction = v.pipe(
  v.object({
    ...common,
    id: FactId,
    kind: v.picklist(['checkIn', 'submission']),
    formKey: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/)),
    startedAt: InstantMs,
    at: InstantMs,
    settledAt: v.nullable(InstantMs),
    activeMs: DurationMs,
    outcome: v.picklist(['accepted', 'rejected', 'failed', 'unknown', 'draft']),
    confidence: v.picklist(['confirmed', 'probable']),
    evidence: v.pipe(v.array(v.pipe(v.string(), v.check(isEvidence))), v.maxLength(60)),
    fields: FieldCounts,
    uploads: UploadCounts,
    repeat: v.nullable(Repeat),
    entrySums: v.nullable(EntrySums),
  }),
  v.check((action) => dateKeyAt(action.at, action.utcOffsetMin) === action.localDate),
);

export const RestoredCorrection = v.strictObject({
  id: Id,
  personId: PersonId,
  targetId: Text,
  kind: v.picklist(['strike', 'outcome', 'notARepeat']),
  value: v.nullable(Text),
  at: InstantMs,
  undoneAt: v.nullable(InstantMs),
});

export const RestoredCoverage = v.strictObject({
  id: v.exactOptional(Count),
  personId: PersonId,
  from: InstantMs,
  to: InstantMs,
  state: v.picklist(['recording', 'paused', 'noPermission', 'off', 'recovered']),
  portalId: v.exactOptional(PortalId),
  configHash: Hash,
  version: Text,
});

const Dates = v.pipe(v.array(LocalDate), v.maxLength(10_000));
const LocalText = v.object({ 'zh-CN': v.exactOptional(Text), en: v.exactOptional(Text) });
const PastPortal = v.object({
  title: LocalText,
  category: Text,
  burden: v.boolean(),
  level: v.exactOptional(v.nullable(Text)),
  department: v.exactOptional(v.nullable(Text)),
  dues: v.exactOptional(v.pipe(v.array(v.object({ route: Text, due: Due })), v.maxLength(500))),
});
export const RestoredHistory = v.object({
  id: v.exactOptional(v.number()),
  configId: Text,
  version: v.number(),
  hash: Hash,
  source: v.picklist(['managed', 'signed', 'unsigned', 'imported', 'bundled']),
  title: LocalText,
  calendar: v.strictObject({ workdays: Dates, holidays: Dates }),
  from: InstantMs,
  portals: v.record(PortalId, PastPortal),
});

/** A blank one would be in every label. */
export const PrivateWords = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))),
  v.maxLength(50),
);

const DayHours = v.pipe(v.array(v.tuple([Count, Count])), v.maxLength(3));
const Hours = v.pipe(
  v.record(v.picklist(['1', '2', '3', '4', '5', '6', '7']), DayHours),
  v.check((hours) => hoursAreSound(hours)),
);
/** The first hours apply since ever. */
const Since = v.union([v.literal(SINCE_EVER), LocalDate]);
export const RestoredPerson = v.object({
  id: Id,
  name: v.pipe(v.string(), v.maxLength(40)),
  schedule: v.pipe(v.array(v.strictObject({ from: Since, hours: Hours })), v.maxLength(1_000)),
  dutyDays: Dates,
  privateWords: v.exactOptional(PrivateWords),
  onlyWorkingHours: v.exactOptional(v.boolean()),
  createdAt: InstantMs,
  retiredAt: v.nullable(InstantMs),
});
