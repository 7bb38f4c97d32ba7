// Which categories were observed on which local date, for how long, and why not where they were not.
import { dayStart, nextDayStart } from '../domain/local-day';
import type { RowOf } from '../domain/package/column';
import type { COVERAGE } from '../domain/package/context-tables';
import { coverageByState, type MsByState } from '../domain/package/coverage-minutes';
import { shiftedDate } from '../domain/package/deidentify';
import type { DateKey } from '../domain/records';
import type { ExportSource } from '../storage/export-source';
import { type ExportContext, rowKey } from './context';

const MINUTE_MS = 60_000;

export interface ObservedDay {
  localDate: DateKey;
  utcOffsetMin: number;
  /** Observed milliseconds by category; a category that is missing was not observed. */
  observedMs: Map<string, number>;
  coverage: RowOf<typeof COVERAGE>[];
}

/** `utcOffsetAt` says the zone of a date that has no record of its own. */
export interface DayClock {
  now: number;
  utcOffsetAt(date: DateKey): number;
}

export function observeDay(
  localDate: DateKey,
  source: ExportSource,
  context: ExportContext,
  clock: DayClock,
): ObservedDay {
  const rows = source.daysOn(localDate);
  const utcOffsetMin = rows[0]?.utcOffsetMin ?? clock.utcOffsetAt(localDate);
  const from = dayStart(localDate, utcOffsetMin);
  const to = Math.min(nextDayStart(localDate, utcOffsetMin), Math.max(from, clock.now));
  const day = { from, to, rows: source.coverage.filter((row) => row.to >= from && row.from < to) };
  const observedMs = new Map<string, number>();
  const coverage: RowOf<typeof COVERAGE>[] = [];
  const note = (category: string, state: string, minutes: number | null) =>
    coverage.push({
      export_id: context.exportId,
      person_id: context.personId,
      local_date: shiftedDate(localDate, context.shiftWeeks),
      tz_offset_min: utcOffsetMin,
      category,
      state,
      minutes,
    });
  const kept = rows.filter((row) => !context.strikes.portalIds.has(row.portalId));
  const withFacts = new Set(kept.map((row) => context.portal(row.portalId).category));
  for (const [category, portalIds] of categoriesOf(source, context, withFacts)) {
    if (context.strikes.dates.has(localDate) || context.strikes.rows.has(rowKey(localDate, category))) {
      note(category, 'struck', null);
      continue;
    }
    if (source.consentAt !== null && to <= source.consentAt && !withFacts.has(category)) {
      note(category, 'before_start', null);
      continue;
    }
    const states = coverageByState(day, portalIds);
    // A fact proves that the meter saw, even where the browser died before it wrote its coverage down.
    if (states.recording !== undefined || withFacts.has(category))
      observedMs.set(category, states.recording ?? 0);
    noteStates(states, withFacts.has(category), (state, minutes) => note(category, state, minutes));
  }
  return { localDate, utcOffsetMin, observedMs, coverage };
}

function noteStates(
  states: MsByState,
  hasFacts: boolean,
  note: (state: string, minutes: number) => void,
): void {
  const known = hasFacts ? { recording: 0, ...states } : states;
  for (const [state, ms] of Object.entries(known)) note(state, Math.round(ms / MINUTE_MS));
  if (Object.keys(known).length === 0) note('off', 0);
}

/** The categories a person's list has, with their portals; struck portals are as if they weren't on it. */
function categoriesOf(
  source: ExportSource,
  context: ExportContext,
  withFacts: ReadonlySet<string>,
): Map<string, string[]> {
  const inForce = source.history.at(-1);
  const wanted = source.wantedPortalIds === null ? null : new Set(source.wantedPortalIds);
  const categories = new Map<string, string[]>();
  for (const portalId of Object.keys(inForce?.portals ?? {})) {
    if (context.strikes.portalIds.has(portalId) || wanted?.has(portalId) === false) continue;
    const { category } = context.portal(portalId);
    categories.set(category, [...(categories.get(category) ?? []), portalId]);
  }
  for (const category of withFacts) if (!categories.has(category)) categories.set(category, []);
  return new Map([...categories].sort(([a], [b]) => (a < b ? -1 : 1)));
}
