// What a package will hold, as the preview shows it and the writer writes it. Apart from the writer, so that the
// page that shows it carries none of the writer's libraries.
import { applyCorrections } from '../domain/corrections';
import type { DayFacts } from '../domain/day-summary';
import type { Row } from '../domain/package/column';
import { shiftedInstant } from '../domain/package/deidentify';
import type { DateKey } from '../domain/records';
import type { ExportSource } from '../storage/export-source';
import type { ExportContext } from './context';
import { daysRows } from './day-rows';
import { type DayClock, observeDay } from './observed-days';
import type { Provenance } from './provenance';

export interface PackagePlan {
  context: ExportContext;
  from: DateKey;
  to: DateKey;
  parquet: boolean;
  clock: DayClock;
  /** What is known of the package before it is written. */
  provenance: Omit<Provenance, 'rowsSuppressed'>;
}

/** The facts of a date as the person corrected them: the sums of days are made of the same. */
export async function factsOn(date: DateKey, source: ExportSource): Promise<DayFacts> {
  const [spans, actions] = await Promise.all([source.spansOn(date), source.actionsOn(date)]);
  return applyCorrections({ spans, actions }, source.corrections);
}

/** The rows of days and coverage of one date: what the preview shows is what is written. */
export function rowsOfDay(date: DateKey, source: ExportSource, plan: Pick<PackagePlan, 'context' | 'clock'>) {
  const { context } = plan;
  const observed = observeDay(date, source, context, plan.clock);
  const days = context.strikes.dates.has(date)
    ? []
    : daysRows(
        {
          ...observed,
          rows: source.daysOn(date),
          scheduledMs: source.scheduledMs(date, observed.utcOffsetMin, plan.clock.now),
        },
        context,
      );
  return { days, coverage: observed.coverage };
}

export function configRows(source: ExportSource, context: ExportContext): Row[] {
  return source.history.map((entry) => ({
    export_id: context.exportId,
    person_id: context.personId,
    from_utc: shiftedInstant(entry.from, context.shiftWeeks),
    config_id: entry.configId,
    config_version: entry.version,
    config_sha256: entry.hash,
    source: entry.source,
    portals: Object.keys(entry.portals).length,
  }));
}
