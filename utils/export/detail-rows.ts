// The L1 rows. A piece of them comes out in the order of their random ids: the order of a file must not tell more
// of the time than its columns do.
import { activeMs } from '../domain/attention';
import type { DayFacts } from '../domain/day-summary';
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

/**
 * Takes one person's facts in pieces: each date's in the order of the database's own ids, and the spans of a
 * visit and date in one piece. Those ids are random, and so the order of drawing new ones tells no time.
 */
export function openDetails(context: ExportContext): (facts: DayFacts) => DetailRows {
  const dates = new Map<DateKey, OfDate>();
  const ofDate = (date: DateKey): OfDate => {
    const known = dates.get(date);
    if (known) return known;
    const ids = (table: string) => {
      const next = context.idsOf(date, table);
      return () => rowId(next());
    };
    const made: OfDate = {
      written: shiftedDate(date, context.shiftWeeks),
      spanId: ids('spans'),
      visitId: ids('visits'),
      actionId: ids('actions'),
    };
    dates.set(date, made);
    return made;
  };
  const kept = <Fact extends Span | Action>(facts: readonly Fact[]) =>
    facts
      .filter((fact) => !isStruck(context.strikes, fact.localDate, context.portal(fact.portalId)))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return ({ spans, actions }) => {
    const visits = visitsOf(kept(spans));
    return {
      spans: shuffled(
        visits.flatMap((visit) => {
          const date = ofDate(visit.localDate);
          visit.id = date.visitId();
          return visit.parts.map((span) => spanRow(date.spanId(), span, visit.id, date.written, context));
        }),
        'span_id',
      ),
      visits: shuffled(
        visits
          .filter(({ parts }) => sum(parts, (part) => part.openMs) >= MIN_VISIT_MS)
          .map((visit) => visitRow(visit, ofDate(visit.localDate).written, context)),
        'visit_id',
      ),
      actions: shuffled(
        kept(actions).map((action) => {
          const date = ofDate(action.localDate);
          return actionRow(date.actionId(), action, date.written, context);
        }),
        'action_id',
      ),
    };
  };
}

interface OfDate {
  written: DateKey;
  spanId: () => string;
  visitId: () => string;
  actionId: () => string;
}

/** The spans of one visit on one local date. */
interface Visit {
  id: string;
  visitId: string;
  localDate: DateKey;
  parts: Span[];
}

/** The ids of a visit's spans begin with its own: in their order they come together. */
function visitsOf(spans: readonly Span[]): Visit[] {
  const visits: Visit[] = [];
  let begun = 0;
  for (const span of spans) {
    if (visits.at(-1)?.visitId !== span.visitId) begun = visits.length;
    let at = begun;
    while (at < visits.length && visits[at]?.localDate !== span.localDate) at += 1;
    const known = visits[at];
    if (known) known.parts.push(span);
    else visits.push({ id: '', visitId: span.visitId, localDate: span.localDate, parts: [span] });
  }
  return visits;
}

/** More rows than a piece has. With 32 bits of an id it fits a number exactly. */
const PLACES = 2 ** 21;
/** By the first 32 bits of their ids: these are random, so their order is. Numbers sort ten times as fast as texts. */
function shuffled<R extends Row>(rows: readonly R[], by: keyof R & string): R[] {
  const keys = Float64Array.from(
    rows,
    (row, at) => Number.parseInt((row[by] as string).slice(1, 9), 16) * PLACES + at,
  );
  return Array.from(keys.sort(), (key) => rows[key % PLACES] as R);
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((all, item) => all + of(item), 0);

// Each row is one literal: half a million objects put together from pieces would take three times as long.

function spanRow(
  id: string,
  span: Span,
  visitId: string,
  written: DateKey,
  context: ExportContext,
): RowOf<typeof SPANS> {
  const portal = context.portal(span.portalId);
  return {
    export_id: context.exportId,
    person_id: context.personId,
    config_id: portal.configId,
    portal_code: portal.code,
    category: portal.category,
    portal_level: portal.level,
    local_date: written,
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

function visitRow({ id, parts }: Visit, written: DateKey, context: ExportContext): RowOf<typeof VISITS> {
  const first = parts.reduce((a, b) => (a.startedAt <= b.startedAt ? a : b));
  const portal = context.portal(first.portalId);
  return {
    export_id: context.exportId,
    person_id: context.personId,
    config_id: portal.configId,
    portal_code: portal.code,
    category: portal.category,
    portal_level: portal.level,
    local_date: written,
    tz_offset_min: first.utcOffsetMin,
    visit_id: id,
    started_utc: shiftedInstant(first.startedAt, context.shiftWeeks),
    open_s: wholeSeconds(sum(parts, (part) => part.openMs)),
    active_t60_s: wholeSeconds(sum(parts, (part) => activeMs(part, 60_000))),
    spans: parts.length,
  };
}

function actionRow(
  id: string,
  action: Action,
  written: DateKey,
  context: ExportContext,
): RowOf<typeof ACTIONS> {
  const { fields, uploads, repeat, entrySums } = action;
  const portal = context.portal(action.portalId);
  return {
    export_id: context.exportId,
    person_id: context.personId,
    config_id: portal.configId,
    portal_code: portal.code,
    category: portal.category,
    portal_level: portal.level,
    local_date: written,
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
