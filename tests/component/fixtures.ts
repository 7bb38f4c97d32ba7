import { NO_SUMS } from '../../utils/domain/day-summary';
import type { Person } from '../../utils/domain/records';
import type { DayPoint, Overview, PortalLine, Totals } from '../../utils/storage/overview';

export const person = (id: string, name: string): Person => ({
  id,
  name,
  schedule: [],
  dutyDays: [],
  createdAt: 0,
  retiredAt: null,
});

export function portalLine(portalId: string, activeMs: number, more: Partial<PortalLine> = {}): PortalLine {
  return {
    ...NO_SUMS,
    portalId,
    title: `系统 ${portalId}`,
    category: 'reporting',
    department: '',
    burden: true,
    activeMs,
    burdenMs: more.burden === false ? 0 : activeMs,
    ...more,
  };
}

export const dayPoint = (
  localDate: string,
  burdenMs = 0,
  activeMs = burdenMs,
  observed = true,
): DayPoint => ({
  localDate,
  burdenMs,
  activeMs,
  afterHoursMs: 0,
  checkIns: 0,
  submissions: 0,
  rejected: 0,
  uploads: 0,
  observed,
});

const NO_HOURS = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));

/** Totals are the sums of the lines, as the query makes them. */
export function overviewOf(byPortal: PortalLine[], more: Partial<Overview> = {}): Overview {
  const totals: Totals = {
    ...NO_SUMS,
    activeMs: 0,
    burdenMs: 0,
    afterHoursMs: 0,
    portals: byPortal.length,
    observedMinutes: 480,
    per8h: 7_200_000,
  };
  const keys = [...Object.keys(NO_SUMS), 'activeMs', 'burdenMs'] as (keyof PortalLine &
    keyof Omit<Totals, 'per8h'>)[];
  for (const line of byPortal) for (const key of keys) totals[key] += line[key];
  const day = dayPoint('2026-11-23', totals.burdenMs, totals.activeMs);
  return {
    consented: true,
    paused: false,
    pause: null,
    badge: 'off',
    person: person('p1', '张主任'),
    people: [person('p1', '张主任'), person('p2', '小李')],
    unassigned: false,
    idleTimeoutMs: 60_000,
    retentionMonths: null,
    startPersonId: null,
    configTitle: '某县政务系统名录',
    configSource: 'bundled',
    from: '2026-11-23',
    to: '2026-11-23',
    weekOnlyYears: [],
    totals,
    burdenTotals: totals,
    byPortal,
    days: [day],
    hours: NO_HOURS,
    observedHours: NO_HOURS,
    repeated: { pairs: [], forms: [], shared: { entries: 0, pasted: 0, filled: 0, retypeMs: 0 } },
    ...more,
  };
}

export const BUSY_DAY: PortalLine[] = [
  portalLine('village', 2_773_400, {
    submissions: 8,
    submissionsProbable: 2,
    submissionMs: 1_920_000,
    repeatsSameForm: 3,
    repeatMs: 660_000,
    rejected: 2,
    uploadImages: 4,
    uploadDocuments: 3,
  }),
  portalLine('academy', 1_260_000, { category: 'learning-hours', openMs: 3_600_000 }),
  portalLine('party', 660_000, {
    checkIns: 5,
    checkInsAttempted: 1,
    checkInMs: 540_000,
    switches: 4,
    visits: 9,
  }),
  portalLine('services', 120_500, { category: 'public-site', burden: false }),
];
