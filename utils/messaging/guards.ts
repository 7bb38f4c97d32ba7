// Checks at run time what arrives at the background: its shape, its size, and that its numbers make sense.
// Who may send it is the recorder's matter, which knows the sender.
import * as v from 'valibot';
import { BADGES } from '../domain/badge';
import { CORRECTION_KINDS, OUTCOMES } from '../domain/corrections';
import { CYCLES } from '../domain/cycle';
import { KEPT_TIMEOUTS_MS } from '../domain/day-summary';
import { isEvidence } from '../domain/outcomes';
import { readStudyCode } from '../domain/package/study-code';
import { MAX_PICKED_CHARS } from '../domain/picked-words';
import { END_REASONS, UNASSIGNED_PERSON_ID } from '../domain/records';
import { RETENTION_MONTHS } from '../domain/retention';
import { hoursAreSound } from '../domain/working-time';
import type { Problem, Result } from '../platform/problem';
import { fail, succeed } from '../platform/problem';
import type { Commands, PickAnswer, Signals } from './protocol';
import {
  PrivateWords,
  RestoredAction,
  RestoredCorrection,
  RestoredCoverage,
  RestoredHistory,
  RestoredPerson,
  RestoredSpan,
} from './restore-shapes';
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

const Marks = v.pipe(v.array(v.pipe(v.string(), v.check(isEvidence))), v.maxLength(40));
const Name = v.pipe(v.string(), v.trim(), v.maxLength(40));
const Nothing = v.null();

const GapPair = v.tuple([v.pipe(v.number(), v.finite(), v.minValue(-86_400_000)), DurationMs]);

const SpanShape = v.pipe(
  v.strictObject({
    visitId: FactId,
    seq: Count,
    portalId: PortalId,
    route: Route,
    depth: Depth,
    startedAt: InstantMs,
    endedAt: InstantMs,
    gaps: v.pipe(v.array(GapPair), v.maxLength(6_000)),
    utcOffsetMin: UtcOffset,
    endReason: v.nullable(v.picklist(END_REASONS)),
    standIn: v.boolean(),
  }),
  v.check((span) => span.endedAt >= span.startedAt && span.endedAt - span.startedAt <= 86_400_000 * 2),
);

const EnteredValueShape = v.strictObject({
  value: v.pipe(v.string(), v.maxLength(2_000)),
  mode: v.picklist(['typed', 'pasted', 'chosen', 'filled']),
  activeMs: DurationMs,
});

const Entered = {
  portalId: PortalId,
  startedAt: InstantMs,
  at: InstantMs,
  activeMs: DurationMs,
  fields: FieldCounts,
  uploads: UploadCounts,
  values: v.pipe(v.array(EnteredValueShape), v.maxLength(500)),
};

const AttemptShape = v.strictObject({
  ...Entered,
  actionId: FactId,
  route: Route,
  kind: v.picklist(['checkIn', 'submission']),
  draft: v.boolean(),
  formKey: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/)),
  evidence: Marks,
  cycle: v.picklist(CYCLES),
  utcOffsetMin: UtcOffset,
  depth: Depth,
});

const EvidenceShape = v.strictObject({
  actionId: FactId,
  evidence: Marks,
  at: InstantMs,
  final: v.boolean(),
});
const Whereabouts = v.strictObject({ portalId: PortalId, depth: Depth });

export const SIGNAL_SHAPES = {
  span: SpanShape,
  attempt: AttemptShape,
  step: v.strictObject(Entered),
  evidence: EvidenceShape,
  arrived: v.strictObject({ portalId: PortalId, said: v.nullable(v.pipe(v.string(), v.check(isEvidence))) }),
  stepsBefore: v.strictObject({ portalId: PortalId }),
  focusBelow: Whereabouts,
  commitBelow: Whereabouts,
} satisfies { [T in keyof Signals]: v.GenericSchema<unknown, Signals[T]['data']> };

const LocalDate = v.pipe(v.string(), v.isoDate());
const Minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));
const DayHours = v.exactOptional(v.pipe(v.array(v.tuple([Minute, Minute])), v.maxLength(3)));
const Hours = v.pipe(
  v.strictObject({
    1: DayHours,
    2: DayHours,
    3: DayHours,
    4: DayHours,
    5: DayHours,
    6: DayHours,
    7: DayHours,
  }),
  v.check((hours) => hoursAreSound(hours)),
);
const RecordId = v.union([FactId, SpanId]);
const CorrectionShape = v.variant('kind', [
  v.strictObject({ targetId: RecordId, kind: v.literal('outcome'), value: v.picklist(OUTCOMES) }),
  v.strictObject({
    targetId: RecordId,
    kind: v.picklist(CORRECTION_KINDS.filter((kind) => kind !== 'outcome')),
    value: v.null(),
  }),
]);

/** Someone, or the ones nobody claimed. */
const PersonId = v.union([Id, v.literal(UNASSIGNED_PERSON_ID)]);
const Region = v.nullable(v.pipe(v.string(), v.maxLength(40)));

const TabOrFrame = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What comes from a picker in a page: short words without numbers, a route, and what was seen of them. */
export const PICK_ANSWER_SHAPE = v.variant('state', [
  v.strictObject({ state: v.literal('stopped') }),
  v.strictObject({
    state: v.literal('picked'),
    words: v.pipe(v.string(), v.maxLength(MAX_PICKED_CHARS), v.regex(/^(?!.*\p{Nd}{3}).*$/u)),
    route: Route,
    places: Count,
    known: v.boolean(),
    works: v.boolean(),
  }),
]) satisfies v.GenericSchema<unknown, PickAnswer>;

const isStudyCode = (code: string): boolean => readStudyCode(code) === code;

export const COMMAND_SHAPES = {
  startRecording: v.strictObject({ region: Region }),
  setPaused: v.strictObject({ paused: v.boolean(), untilTomorrow: v.exactOptional(v.boolean()) }),
  setOnlyWorkingHours: v.strictObject({ personId: Id, only: v.boolean() }),
  setPrivateWords: v.strictObject({ personId: Id, words: PrivateWords }),
  setBadge: v.strictObject({ badge: v.picklist(BADGES) }),
  addPerson: v.strictObject({ name: Name }),
  renamePerson: v.strictObject({ personId: Id, name: Name }),
  retirePerson: v.strictObject({ personId: Id }),
  choosePerson: v.strictObject({ personId: Id }),
  setWorkingHours: v.strictObject({ personId: Id, from: LocalDate, hours: Hours }),
  setDutyDay: v.strictObject({ personId: Id, date: LocalDate, onDuty: v.boolean() }),
  repairDays: Nothing,
  setIdleTimeout: v.strictObject({ idleTimeoutMs: v.picklist(KEPT_TIMEOUTS_MS) }),
  setStudyCode: v.strictObject({ personId: Id, studyCode: v.pipe(v.string(), v.check(isStudyCode)) }),
  noteBackup: v.strictObject({ personId: Id }),
  beginRestore: v.strictObject({
    personId: Id,
    person: RestoredPerson,
    history: v.pipe(v.array(RestoredHistory), v.maxLength(1_000)),
  }),
  restoreRows: v.strictObject({
    personId: Id,
    spans: v.exactOptional(v.pipe(v.array(RestoredSpan), v.maxLength(1_000))),
    actions: v.exactOptional(v.pipe(v.array(RestoredAction), v.maxLength(1_000))),
    corrections: v.exactOptional(v.pipe(v.array(RestoredCorrection), v.maxLength(1_000))),
    coverage: v.exactOptional(v.pipe(v.array(RestoredCoverage), v.maxLength(1_000))),
  }),
  setRetention: v.strictObject({ months: v.nullable(v.picklist(RETENTION_MONTHS)) }),
  setStartPerson: v.strictObject({ personId: v.nullable(Id) }),
  deleteRecords: v.variant('scope', [
    v.strictObject({ personId: PersonId, scope: v.literal('day'), date: LocalDate }),
    v.strictObject({ personId: PersonId, scope: v.literal('portal'), portalId: PortalId }),
    v.strictObject({ personId: PersonId, scope: v.literal('everything') }),
  ]),
  choosePortals: v.strictObject({ portalIds: v.pipe(v.array(PortalId), v.maxLength(500)), region: Region }),
  // The cap on a config's size is the parser's, which says so in the reader's language.
  importConfig: v.strictObject({ text: v.string() }),
  removeImportedConfig: Nothing,
  correct: CorrectionShape,
  undoCorrection: v.strictObject({ correctionId: Id }),
  forgetEntries: Nothing,
  subscribe: v.strictObject({
    address: v.pipe(v.string(), v.maxLength(2_000)),
    publicKey: v.nullable(v.pipe(v.string(), v.maxLength(1_000))),
  }),
  unsubscribe: Nothing,
  checkSubscription: Nothing,
  acceptOfferedKey: Nothing,
  findPortalTabs: Nothing,
  startPicker: v.strictObject({
    tabId: TabOrFrame,
    frameIds: v.pipe(v.array(TabOrFrame), v.minLength(1), v.maxLength(50)),
  }),
  reconcile: Nothing,
} satisfies { [T in keyof Commands]: v.GenericSchema<unknown, Commands[T]['data']> };

/** The message's data in its checked shape, or where it is wrong; never what it held. */
export function checkShape<Shape extends v.GenericSchema>(
  shape: Shape,
  data: unknown,
): Result<v.InferOutput<Shape>, Problem> {
  const parsed = v.safeParse(shape, data, { abortEarly: true });
  if (parsed.success) return succeed(parsed.output);
  return fail({ code: 'wrongShape', path: v.getDotPath(parsed.issues[0]) ?? '' });
}
