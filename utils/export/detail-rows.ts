// The L1 rows of one local date. They come out in the order of their random ids: the order of a file must not
// tell more of the time than its columns do.
import { activeMs } from '../domain/attention';
import type { Row, RowOf } from '../domain/package/column';
import { rowId, shiftedDate, shiftedInstant, wholeSeconds } from '../domain/package/deidentify';
import type { ACTIONS, SPANS, VISITS } from '../domain/package/detail-tables';
import type { Action, DateKey, Span } from '../domain/records';
import { type ExportContext, isStruck } from './context';

const MIN_VISIT_MS = 1_000;

export interface DetailRows {
  spans: RowOf<typeof SPANS>[];
  visits: RowOf<typeof VISITS>[];
  actions: RowOf<typeof ACTIONS>[];
}

/** `spans` and `actions` are one person's and one local date's. */
export function detailRows(
  localDate: DateKey,
  spans: readonly Span[],
  actions: readonly Action[],
  context: ExportContext,
): DetailRows {
  // Drawn in the order of the database's own ids, which are random: the order of drawing must tell no time.
  const kept = <Fact extends Span | Action>(facts: readonly Fact[]) =>
    facts
      .filter((fact) => !isStruck(context.strikes, fact.localDate, context.portal(fact.portalId)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [ownSpans, ownActions] = [kept(spans), kept(actions)];
  const next = context.idsOf(localDate);
  const nextId = () => rowId(next());
  const visitIds = new Map<string, string>();
  const visits = new Map<string, Span[]>();
  for (const span of ownSpans) {
    if (!visitIds.has(span.visitId)) visitIds.set(span.visitId, nextId());
    const visit = visits.get(span.visitId);
    if (visit) visit.push(span);
    else visits.set(span.visitId, [span]);
  }
  return {
    spans: shuffled(
      ownSpans.map((span) => spanRow(nextId(), span, visitIds.get(span.visitId) ?? '', context)),
      'span_id',
    ),
    visits: shuffled(
      [...visits]
        .filter(([, parts]) => sum(parts, (part) => part.openMs) >= MIN_VISIT_MS)
        .map(([visitId, parts]) => visitRow(visitIds.get(visitId) ?? '', parts, context)),
      'visit_id',
    ),
    actions: shuffled(
      ownActions.map((action) => actionRow(nextId(), action, context)),
      'action_id',
    ),
  };
}

/** The ids are random, so their order is. */
function shuffled<R extends Row>(rows: R[], by: keyof R & string): R[] {
  return rows.sort((a, b) => ((a[by] as string) < (b[by] as string) ? -1 : 1));
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((all, item) => all + of(item), 0);

// Each row is one literal: half a million objects put together from pieces would take three times as long.

function spanRow(id: string, span: Span, visitId: string, context: ExportContext): RowOf<typeof SPANS> {
  const portal = context.portal(span.portalId);
  return {
    export_id: context.exportId,
    person_id: context.personId,
    config_id: portal.configId,
    portal_code: portal.code,
    category: portal.category,
    portal_level: portal.level,
    local_date: shiftedDate(span.localDate, context.shiftWeeks),
    tz_offset_min: span.utcOffsetMin,
    span_id: id,
    visit_id: visitId,
    started_utc: shiftedInstant(span.startedAt, context.shiftWeeks),
    open_s: wholeSeconds(span.openMs),
    active_t30_s: wholeSeconds(activeMs(span, 30_000)),
    active_t60_s: wholeSeconds(activeMs(span, 60_000)),
    active_t300_s: wholeSeconds(activeMs(span, 300_000)),
    end_reason: span.endReason === null ? null : snake(span.endReason),
  };
}

function visitRow(visitId: string, parts: readonly Span[], context: ExportContext): RowOf<typeof VISITS> {
  const first = parts.reduce((a, b) => (a.startedAt <= b.startedAt ? a : b));
  const portal = context.portal(first.portalId);
  return {
    export_id: context.exportId,
    person_id: context.personId,
    config_id: portal.configId,
    portal_code: portal.code,
    category: portal.category,
    portal_level: portal.level,
    local_date: shiftedDate(first.localDate, context.shiftWeeks),
    tz_offset_min: first.utcOffsetMin,
    visit_id: visitId,
    started_utc: shiftedInstant(first.startedAt, context.shiftWeeks),
    open_s: wholeSeconds(sum(parts, (part) => part.openMs)),
    active_t60_s: wholeSeconds(sum(parts, (part) => activeMs(part, 60_000))),
    spans: parts.length,
  };
}

function actionRow(id: string, action: Action, context: ExportContext): RowOf<typeof ACTIONS> {
  const { fields, uploads, repeat, entrySums } = action;
  const portal = context.portal(action.portalId);
  return {
    export_id: context.exportId,
    person_id: context.personId,
    config_id: portal.configId,
    portal_code: portal.code,
    category: portal.category,
    portal_level: portal.level,
    local_date: shiftedDate(action.localDate, context.shiftWeeks),
    tz_offset_min: action.utcOffsetMin,
    action_id: id,
    kind: snake(action.kind),
    at_utc: shiftedInstant(action.at, context.shiftWeeks),
    active_s: wholeSeconds(action.activeMs),
    outcome: action.outcome,
    confidence: action.confidence,
    fields_total: fields.total,
    fields_edited: fields.edited,
    fields_typed: fields.typed,
    fields_pasted: fields.pasted,
    fields_chosen: fields.chosen,
    fields_filled: fields.filled,
    upload_images: uploads.images,
    upload_videos: uploads.videos,
    upload_documents: uploads.documents,
    repeat_scope: repeat ? snake(repeat.scope) : null,
    shared_entries: entrySums ? entrySums.shared.entries : null,
    eligible_entries: entrySums ? entrySums.eligible : null,
    identity_entries: entrySums ? entrySums.identity : null,
    retype_s: entrySums ? wholeSeconds(entrySums.shared.retypeMs) : null,
  };
}

/** `clockChanged` to `clock_changed`: the codes of a file are lower snake. */
const snake = (code: string): string => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
