// The figures by their ids (indicators): what unit they have, how they are known, and in which direction
// they may be wrong. Their words are in the message files as metric_<id>_name and so on.
import type { Totals } from '../utils/storage/overview';

export interface MetricTraits {
  unit: 'ms' | 'count';
  /** measured: followed as it happened. classed: confirmed or probable. estimated: a rule stands in. */
  evidence: 'measured' | 'classed' | 'estimated';
  bound: 'lower' | 'upper';
  /** Depends on the idle timeout T. */
  usesTimeout: boolean;
}

const time = (more: Partial<MetricTraits> = {}): MetricTraits => ({
  unit: 'ms',
  evidence: 'measured',
  bound: 'lower',
  usesTimeout: true,
  ...more,
});
const count = (more: Partial<MetricTraits> = {}): MetricTraits => ({
  unit: 'count',
  evidence: 'measured',
  bound: 'lower',
  usesTimeout: false,
  ...more,
});

export const METRICS = {
  burdenMs: time(),
  activeMs: time(),
  afterHoursMs: time(),
  per8h: time(),
  openMs: time({ bound: 'upper', usesTimeout: false }),
  portals: count({ usesTimeout: true }),
  visits: count(),
  switches: count({ usesTimeout: true }),
  checkIns: count({ evidence: 'classed' }),
  checkInsAttempted: count(),
  checkInMs: time({ evidence: 'estimated' }),
  submissions: count({ evidence: 'classed' }),
  submissionsProbable: count(),
  submissionMs: time(),
  rejected: count({ evidence: 'classed' }),
  reworkMs: time(),
  repeatsSameForm: count({ evidence: 'classed' }),
  repeatsCrossPortal: count({ evidence: 'classed' }),
  repeatMs: time(),
  retypeMs: time(),
  eligibleEntries: count(),
  sharedEntries: count(),
  identityEntries: count(),
  uploads: count(),
  observedMinutes: count(),
} satisfies Record<string, MetricTraits>;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** null: there is nothing to divide by. */
export function metricValue(totals: Totals, id: MetricId): number | null {
  return id === 'uploads' ? totals.uploadImages + totals.uploadVideos + totals.uploadDocuments : totals[id];
}
