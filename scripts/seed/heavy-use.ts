// A made-up history of heavy use, the same for the same seed: what benches, screenshots and `npm start -- --seed`
// fill a ledger with. Facts are drawn; day rows are what the extension's own code sums them up to.
import { type DayRow, summariseDay } from '../../utils/domain/day-summary';
import { shiftDate } from '../../utils/domain/local-day';
import type { Action, Coverage, DateKey, Gap, Span } from '../../utils/domain/records';
import { workingDay } from '../../utils/domain/working-time';
import { isBurdenPortal, SEED_CONFIG_HASH, type SeedPortal, seedPortals } from './portals';
import { makeRandom, type Random } from './random';

export interface SeedPlan {
  seed: number;
  personId: string;
  /** The last day of the history. */
  today: DateKey;
  /** Minutes east of UTC. */
  utcOffsetMin: number;
  days: number;
  portals: number;
  spans: number;
  actions: number;
}

/** What "a year of heavy use" is, in the product's own promise. */
export const YEAR = { days: 400, portals: 15, spans: 600_000, actions: 200_000 } as const;

export interface SeedDay {
  localDate: DateKey;
  spans: Span[];
  actions: Action[];
  coverage: Coverage[];
  days: DayRow[];
}

const HOUR = 3_600_000;
const SUNDAY = 0;
const MOST_MS_PER_ACTION = 4 * 60_000;

/** Day by day, oldest first, so that nobody has to hold a year in memory. Sundays the computer is off. */
export function* drawDays(plan: SeedPlan): Generator<SeedDay> {
  const dates = Array.from({ length: plan.days }, (_, i) => shiftDate(plan.today, i + 1 - plan.days));
  const seen = dates.filter((date) => new Date(`${date}T00:00:00Z`).getUTCDay() !== SUNDAY);
  const random = makeRandom(plan.seed);
  const portals = seedPortals(plan.portals);
  const upTo = (total: number, i: number) => Math.round((total * i) / seen.length);
  for (const [i, localDate] of seen.entries()) {
    const spans = upTo(plan.spans, i + 1) - upTo(plan.spans, i);
    const actions = upTo(plan.actions, i + 1) - upTo(plan.actions, i);
    yield drawDay(plan, { localDate, portals, random, spans, actions });
  }
}

interface DayPlan {
  localDate: DateKey;
  portals: readonly SeedPortal[];
  random: Random;
  spans: number;
  actions: number;
}

function drawDay(plan: SeedPlan, day: DayPlan): SeedDay {
  const { localDate, random } = day;
  const midnight = Date.parse(`${localDate}T00:00:00Z`) - plan.utcOffsetMin * 60_000;
  const from = midnight + 8.25 * HOUR;
  const to = midnight + random.pick([18, 18, 19, 21.5]) * HOUR;
  const spans = drawSpans(plan, day, from, to);
  const actions = drawActions(plan, day, spans);
  const coverage: Coverage[] = [
    { personId: plan.personId, from, to, state: 'recording', configHash: SEED_CONFIG_HASH, version: '0.0.0' },
  ];
  const days = summariseDay(
    plan.personId,
    localDate,
    { spans, actions },
    {
      isBurden: isBurdenPortal(day.portals),
      beforeDue: () => null,
      workingDay: workingDay(null, localDate),
    },
  );
  return { localDate, spans, actions, coverage, days };
}

function drawSpans(plan: SeedPlan, day: DayPlan, from: number, to: number): Span[] {
  const { random } = day;
  const slot = (to - from) / day.spans;
  let portal = random.pick(day.portals);
  let visitId = random.id();
  let seq = 0;
  return Array.from({ length: day.spans }, (_, i): Span => {
    if (random.chance(0.12)) {
      portal = random.pick(day.portals);
      visitId = random.id();
      seq = 0;
    } else if (random.chance(0.2)) {
      visitId = random.id();
      seq = 0;
    }
    const startedAt = Math.round(from + i * slot);
    const openMs = Math.round(slot * (0.35 + random.next() * 0.6));
    const gaps: Gap[] = random.chance(0.1) && openMs > 16_000 ? [[0, openMs]] : [];
    seq += 1;
    return {
      id: `${visitId}:${seq}`,
      visitId,
      personId: plan.personId,
      portalId: portal.id,
      route: random.pick(portal.routes),
      depth: 0,
      startedAt,
      endedAt: startedAt + openMs,
      openMs,
      gaps,
      utcOffsetMin: plan.utcOffsetMin,
      localDate: day.localDate,
      endReason: random.pick(['blurred', 'hidden', 'navigated', 'closed'] as const),
      configHash: SEED_CONFIG_HASH,
    };
  });
}

function drawActions(plan: SeedPlan, day: DayPlan, spans: readonly Span[]): Action[] {
  const { random } = day;
  // Half the day goes into forms and check-ins, however many there are.
  const openMs = spans.reduce((sum, span) => sum + span.openMs, 0);
  const share = Math.min(MOST_MS_PER_ACTION, openMs / 2 / Math.max(1, day.actions));
  return Array.from({ length: day.actions }, (): Action => {
    const span = random.pick(spans);
    const at = span.startedAt + Math.floor(random.next() * span.openMs);
    const checkIn = random.chance(0.25);
    const outcome = random.chance(0.94)
      ? 'accepted'
      : random.pick(['rejected', 'failed', 'unknown'] as const);
    const activeMs = Math.round(share * (0.5 + random.next()) * (checkIn ? 0.4 : 1.2));
    const entries = checkIn ? 0 : random.whole(1, 12);
    const accepted = outcome === 'accepted';
    return {
      id: random.id(),
      personId: plan.personId,
      portalId: span.portalId,
      route: span.route,
      kind: checkIn ? 'checkIn' : 'submission',
      formKey: `f${random.whole(1, 6)}`,
      startedAt: at - activeMs,
      at,
      settledAt: at + 10_000,
      activeMs,
      outcome,
      confidence: random.chance(0.8) ? 'confirmed' : 'probable',
      evidence: [
        'gesture:click',
        'request:ok',
        outcome === 'accepted' ? 'message:success' : 'message:failure',
      ],
      fields: {
        total: checkIn ? 0 : entries + 4,
        edited: entries,
        typed: entries,
        pasted: 0,
        chosen: 0,
        filled: 0,
      },
      uploads: {
        images: random.chance(0.2) ? random.whole(1, 4) : 0,
        videos: 0,
        documents: random.chance(0.1) ? 1 : 0,
      },
      ...(accepted && !checkIn
        ? drawEntries(day, span.portalId, random.whole(1, 12), activeMs)
        : { repeat: null, entrySums: null }),
      utcOffsetMin: plan.utcOffsetMin,
      localDate: day.localDate,
      configHash: SEED_CONFIG_HASH,
    };
  });
}

/** What a submission had in common with earlier ones: nothing, mostly. */
function drawEntries(
  { random, portals }: DayPlan,
  portalId: string,
  eligible: number,
  activeMs: number,
): Pick<Action, 'repeat' | 'entrySums'> {
  const none = { entries: 0, pasted: 0, filled: 0, retypeMs: 0 };
  if (!random.chance(0.18))
    return { repeat: null, entrySums: { eligible, identity: 1, shared: none, from: [] } };
  const ofActionId = random.id();
  if (random.chance(0.5)) {
    const repeat = {
      ofActionId,
      scope: 'sameForm' as const,
      sharedEntries: eligible,
      eligibleEntries: eligible,
      retypeMs: 0,
    };
    return { repeat, entrySums: { eligible, identity: 1, shared: none, from: [] } };
  }
  const retypeMs = Math.round(activeMs / 2);
  const shared = { entries: eligible, pasted: Math.floor(eligible / 4), filled: 0, retypeMs };
  const others = portals.filter(({ id }) => id !== portalId);
  const repeat = {
    ofActionId,
    scope: 'crossPortal' as const,
    sharedEntries: eligible,
    eligibleEntries: eligible,
    retypeMs,
  };
  const from = others.length > 0 ? [{ ...shared, portalId: random.pick(others).id }] : [];
  return { repeat, entrySums: { eligible, identity: 1, shared, from } };
}
