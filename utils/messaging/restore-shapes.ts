// The shapes of rows that come back from a backup. As strict as what the recorder writes: a file from disk may
// have been made by anybody.
import * as v from 'valibot';
import { isEvidence } from '../domain/outcomes';
import { END_REASONS } from '../domain/records';

const Id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const PersonId = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32}|unassigned)$/));
const PortalId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const Route = v.pipe(v.string(), v.maxLength(200), v.regex(/^[^?\d\p{Script=Han}]*$/u));
const InstantMs = v.pipe(v.number(), v.finite(), v.minValue(1e12), v.maxValue(1e13));
const DurationMs = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400_000 * 2));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const UtcOffset = v.pipe(v.number(), v.integer(), v.minValue(-14 * 60), v.maxValue(14 * 60));
const LocalDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
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

export const RestoredSpan = v.strictObject({
  ...common,
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}:\d{1,6}$/)),
  visitId: Id,
  depth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
  startedAt: InstantMs,
  endedAt: InstantMs,
  openMs: DurationMs,
  gaps: v.pipe(v.array(v.tuple([v.pipe(v.number(), v.finite()), DurationMs])), v.maxLength(6_000)),
  endReason: v.nullable(v.picklist(END_REASONS)),
});

const FieldCounts = v.strictObject({
  total: Count,
  edited: Count,
  typed: Count,
  pasted: Count,
  chosen: Count,
  filled: Count,
});
const ShareCounts = { entries: Count, pasted: Count, filled: Count, retypeMs: DurationMs };
const EntrySums = v.strictObject({
  eligible: Count,
  identity: Count,
  shared: v.strictObject(ShareCounts),
  from: v.pipe(v.array(v.strictObject({ portalId: PortalId, ...ShareCounts })), v.maxLength(500)),
});
const Repeat = v.looseObject({
  ofActionId: Id,
  scope: v.picklist(['sameForm', 'crossPortal']),
  sharedEntries: Count,
  eligibleEntries: Count,
  retypeMs: DurationMs,
});

export const RestoredAction = v.looseObject({
  ...common,
  id: Id,
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
  uploads: v.strictObject({ images: Count, videos: Count, documents: Count }),
  repeat: v.nullable(Repeat),
  entrySums: v.nullable(EntrySums),
});

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

const LocalText = v.looseObject({ 'zh-CN': v.exactOptional(Text), en: v.exactOptional(Text) });
export const RestoredHistory = v.looseObject({
  id: v.exactOptional(v.number()),
  configId: Text,
  version: v.number(),
  hash: Hash,
  source: v.picklist(['managed', 'signed', 'unsigned', 'imported', 'bundled']),
  title: LocalText,
  calendar: v.strictObject({ workdays: v.array(LocalDate), holidays: v.array(LocalDate) }),
  from: InstantMs,
  portals: v.record(PortalId, v.looseObject({ title: LocalText, category: Text, burden: v.boolean() })),
});

/** A blank one would be in every label. */
export const PrivateWords = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))),
  v.maxLength(50),
);

export const RestoredPerson = v.looseObject({
  id: Id,
  name: v.pipe(v.string(), v.maxLength(40)),
  schedule: v.array(
    v.strictObject({ from: LocalDate, hours: v.record(v.string(), v.array(v.tuple([Count, Count]))) }),
  ),
  dutyDays: v.pipe(v.array(LocalDate), v.maxLength(10_000)),
  privateWords: v.exactOptional(PrivateWords),
  onlyWorkingHours: v.exactOptional(v.boolean()),
  createdAt: InstantMs,
  retiredAt: v.nullable(InstantMs),
});
