// The rows of days.csv for one local date: the day rows of each category summed, zero where the category was
// observed and nothing happened, none where it was not.
import { AT_TIMEOUT, type DayRow, type DaySums, NO_SUMS } from '../domain/day-summary';
import type { RowOf } from '../domain/package/column';
import type { DAYS } from '../domain/package/days-table';
import { shiftedDate, wholeSeconds } from '../domain/package/deidentify';
import type { DateKey } from '../domain/records';
import { type ExportContext, isStruck } from './context';

/** A portal counts from here on, or with one action. */
const MIN_PORTAL_MS = 10_000;
const MINUTE_MS = 60_000;

export interface ExportDay {
  localDate: DateKey;
  utcOffsetMin: number;
  rows: readonly DayRow[];
  /** Observed milliseconds by category; a category that is missing was not observed. */
  observedMs: ReadonlyMap<string, number>;
  scheduledMs: number;
}

export function daysRows(day: ExportDay, context: ExportContext): RowOf<typeof DAYS>[] {
  const groups = new Map<string, DayRow[]>();
  for (const category of day.observedMs.keys()) groups.set(category, []);
  for (const row of day.rows) {
    const portal = context.portal(row.portalId);
    if (isStruck(context.strikes, day.localDate, portal)) continue;
    groups.set(portal.category, [...(groups.get(portal.category) ?? []), row]);
  }
  return [...groups]
    .filter(([category]) => !context.strikes.rows.has(`${day.localDate} ${category}`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([category, rows]) => daysRow(day, category, rows, context));
}

function daysRow(
  day: ExportDay,
  category: string,
  rows: readonly DayRow[],
  context: ExportContext,
): RowOf<typeof DAYS> {
  const sums = total(rows);
  const at = AT_TIMEOUT.find(({ timeoutMs }) => timeoutMs === context.idleTimeoutMs) ?? AT_TIMEOUT[1];
  const burdenMs = total(rows.filter((row) => row.burden))[at.active];
  return {
    export_id: context.exportId,
    person_id: context.personId,
    local_date: shiftedDate(day.localDate, context.shiftWeeks),
    tz_offset_min: day.utcOffsetMin,
    category,
    observed_min: Math.round((day.observedMs.get(category) ?? 0) / MINUTE_MS),
    active_s: wholeSeconds(sums[at.active]),
    active_t30_s: wholeSeconds(sums.active30Ms),
    active_t300_s: wholeSeconds(sums.active300Ms),
    open_s: wholeSeconds(sums.openMs),
    burden_s: wholeSeconds(burdenMs),
    visits: sums.visits,
    portals: rows.filter((row) => isUsed(row, row[at.active])).length,
    switches: sums.switches,
    check_ins: sums.checkIns,
    check_ins_attempted: sums.checkInsAttempted,
    check_in_s: wholeSeconds(sums.checkInMs),
    submissions: sums.submissions,
    submissions_probable: sums.submissionsProbable,
    rejected: sums.rejected,
    rework_s: wholeSeconds(sums.reworkMs),
    submission_s: wholeSeconds(sums.submissionMs),
    repeats_same_form: sums.repeatsSameForm,
    repeats_cross_portal: sums.repeatsCrossPortal,
    repeat_s: wholeSeconds(sums.repeatMs),
    retype_s: wholeSeconds(sums.retypeMs),
    eligible_entries: sums.eligibleEntries,
    shared_entries: sums.sharedEntries,
    identity_entries: sums.identityEntries,
    upload_images: sums.uploadImages,
    upload_videos: sums.uploadVideos,
    upload_documents: sums.uploadDocuments,
    after_hours_s: wholeSeconds(sums[at.afterHours]),
    scheduled_s: wholeSeconds(day.scheduledMs),
    idle_timeout_s: wholeSeconds(at.timeoutMs),
  };
}

const isUsed = (row: DaySums, activeMs: number): boolean =>
  activeMs >= MIN_PORTAL_MS || row.checkIns + row.checkInsAttempted + row.submissions + row.rejected > 0;

function total(rows: readonly DaySums[]): DaySums {
  const sums = { ...NO_SUMS };
  for (const row of rows) for (const key of Object.keys(NO_SUMS) as (keyof DaySums)[]) sums[key] += row[key];
  return sums;
}
