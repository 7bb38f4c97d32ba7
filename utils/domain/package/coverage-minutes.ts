// How long the meter could see a category of portals on one local day, and in which state it was otherwise.
// A category is seen while recording runs and at least one of its wanted portals may be read; where all of
// them are without permission, that time is `no_permission`. What no row covers, the browser was off.
import { type Interval, subtract, union } from '../intervals';
import type { Coverage } from '../records';

export type SeenState = 'recording' | 'paused' | 'no_permission' | 'recovered' | 'off';
export type MsByState = Partial<Record<SeenState, number>>;

/** [from, to) of the local day and the coverage rows of one person that touch it. */
export interface CoveredDay {
  from: number;
  to: number;
  rows: readonly Coverage[];
}

export function coverageByState(day: CoveredDay, portalIds: readonly string[]): MsByState {
  const within = (rows: readonly Coverage[]): Interval[] =>
    union(rows.map((row) => [Math.max(row.from, day.from), Math.min(row.to, day.to)] as const));
  const general = (...states: Coverage['state'][]) =>
    within(day.rows.filter((row) => row.portalId === undefined && states.includes(row.state)));
  const blindOf = (portalId: string) =>
    within(day.rows.filter((row) => row.portalId === portalId && row.state === 'noPermission'));

  const recordingAll = general('recording');
  const blind = portalIds
    .map(blindOf)
    .reduce<Interval[] | null>((all, one) => (all === null ? one : intersect(all, one)), null);
  const recording = minus(recordingAll, blind ?? []);
  const noPermission = union([...general('noPermission'), ...intersect(recordingAll, blind ?? [])]);
  const paused = general('paused');
  const recovered = general('recovered');
  const known = union([...recording, ...noPermission, ...paused, ...recovered]);
  const byState = {
    recording: length(recording),
    paused: length(minus(paused, recording)),
    no_permission: length(minus(noPermission, [...recording, ...paused])),
    recovered: length(minus(recovered, [...recording, ...paused, ...noPermission])),
    off: day.to - day.from - length(known),
  };
  return Object.fromEntries(Object.entries(byState).filter(([, ms]) => ms > 0));
}

const length = (intervals: readonly Interval[]): number =>
  union(intervals).reduce((sum, [from, to]) => sum + to - from, 0);

const minus = (wholes: readonly Interval[], holes: readonly Interval[]): Interval[] =>
  wholes.flatMap((whole) => subtract(whole, holes));

const intersect = (a: readonly Interval[], b: readonly Interval[]): Interval[] =>
  union(
    a.flatMap(([from, to]) =>
      b.map(([otherFrom, otherTo]) => [Math.max(from, otherFrom), Math.min(to, otherTo)] as const),
    ),
  );
