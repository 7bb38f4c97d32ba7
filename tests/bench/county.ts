// A made-up county of officials at their desks: everybody has the daily check-in and the village platform, some
// of the other portals by their post, own hours, own habits, leave and quiet days. Plausible, not measured: it
// serves to attack exports with, not to say anything about anybody.
import { datesBetween, dayStart } from '../../utils/domain/local-day';
import type { Action, DateKey, Span } from '../../utils/domain/records';
import { action } from '../fixtures/facts';
import { seeded } from '../fixtures/ledger-year';

export const UTC_OFFSET = 480;
const MINUTE = 60_000;
/** Portal to category and the share of officials who have it. */
export const COUNTY_PORTALS: Record<string, { category: string; share: number; perDay: number }> = {
  'duty-check': { category: 'check-in', share: 1, perDay: 2 },
  'village-affairs': { category: 'reporting', share: 1, perDay: 3 },
  'poverty-watch': { category: 'reporting', share: 0.6, perDay: 1.5 },
  subsistence: { category: 'reporting', share: 0.35, perDay: 1 },
  'housing-survey': { category: 'reporting', share: 0.25, perDay: 0.6 },
  'party-members': { category: 'reporting', share: 0.2, perDay: 0.5 },
  'cadre-school': { category: 'learning-hours', share: 0.8, perDay: 0.8 },
  'law-quiz': { category: 'learning-hours', share: 0.4, perDay: 0.3 },
  'hotline-12345': { category: 'work-order', share: 0.45, perDay: 1.5 },
  'grid-events': { category: 'work-order', share: 0.5, perDay: 1.2 },
  notices: { category: 'messaging', share: 0.9, perDay: 1.5 },
  'province-news': { category: 'public-site', share: 0.5, perDay: 0.5 },
};
const IDS = Object.keys(COUNTY_PORTALS);

const SHARE = { entries: 3, pasted: 0, filled: 0, retypeMs: 40_000 };
const NO_SHARE = { entries: 0, pasted: 0, filled: 0, retypeMs: 0 };

export interface Official {
  personId: string;
  days: Map<DateKey, { spans: Span[]; actions: Action[] }>;
}

export function makeOfficial(number: number, from: DateKey, to: DateKey): Official {
  const random = seeded(number * 7919 + 13);
  const personId = number.toString(16).padStart(32, '0');
  const own = IDS.filter((id) => random() < (COUNTY_PORTALS[id]?.share ?? 0));
  const zeal = 0.5 + random();
  const startHour = 7.5 + random() * 1.5;
  const days: Official['days'] = new Map();
  for (const date of datesBetween(from, to)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const isWorkday = weekday !== 0 && weekday !== 6;
    if (random() < (isWorkday ? 0.06 : 0.85)) continue;
    days.set(date, makeWork(personId, date, own, zeal, startHour, random));
  }
  return { personId, days };
}

function makeWork(
  personId: string,
  localDate: DateKey,
  own: readonly string[],
  zeal: number,
  startHour: number,
  random: () => number,
): { spans: Span[]; actions: Action[] } {
  const visits: { portalId: string; minute: number }[] = [];
  for (const portalId of own) {
    const mean = (COUNTY_PORTALS[portalId]?.perDay ?? 0) * zeal;
    const times = Math.floor(mean) + (random() < mean % 1 ? 1 : 0);
    for (let i = 0; i < times; i++) {
      const evening = COUNTY_PORTALS[portalId]?.category === 'learning-hours' && random() < 0.5;
      const hour = evening ? 19 + random() * 3 : startHour + random() * (random() < 0.9 ? 9.5 : 13);
      visits.push({ portalId, minute: Math.floor(hour * 60) });
    }
  }
  visits.sort((a, b) => a.minute - b.minute);
  const midnight = dayStart(localDate, UTC_OFFSET);
  const spans: Span[] = [];
  const actions: Action[] = [];
  let free = 0;
  for (const { portalId, minute } of visits) {
    const startedAt = Math.max(free, midnight + minute * MINUTE + Math.floor(random() * MINUTE));
    const openMs = Math.floor((1 + random() * random() * 25) * MINUTE);
    free = startedAt + openMs;
    if (free > midnight + 1_430 * MINUTE) break;
    const visitId = Math.floor(random() * 2 ** 48)
      .toString(16)
      .padStart(32, '0');
    spans.push({
      id: `${visitId}:0`,
      visitId,
      personId,
      portalId,
      route: '/',
      depth: 0,
      startedAt,
      endedAt: free,
      openMs,
      gaps: [],
      utcOffsetMin: UTC_OFFSET,
      localDate,
      endReason: 'blurred',
      configHash: 'c',
    });
    const { category } = COUNTY_PORTALS[portalId] as { category: string };
    if (category === 'public-site' || category === 'messaging' || random() < 0.4) continue;
    const earlier = actions.filter((one) => one.portalId !== portalId && one.kind === 'submission').at(-1);
    const kind = category === 'check-in' ? 'checkIn' : 'submission';
    const isRepeat = kind === 'submission' && earlier !== undefined && random() < 0.3;
    actions.push(
      action({
        id: Math.floor(random() * 2 ** 48)
          .toString(16)
          .padStart(32, '0'),
        personId,
        portalId,
        kind,
        startedAt,
        at: free - 1_000,
        localDate,
        activeMs: Math.floor(openMs * 0.6),
        outcome: random() < 0.93 ? 'accepted' : 'rejected',
        entrySums:
          kind === 'submission'
            ? {
                eligible: 5,
                identity: 1,
                shared: isRepeat ? SHARE : NO_SHARE,
                from: isRepeat ? [{ portalId: earlier.portalId, ...SHARE }] : [],
              }
            : null,
      }),
    );
  }
  return { spans, actions };
}
