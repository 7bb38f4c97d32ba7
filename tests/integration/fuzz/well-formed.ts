// One well-formed message of each kind that can do harm, with fresh ids: what a fuzzer changes.
import type { Random } from '../../../scripts/seed/random';

const HOUR = 3_600_000;

interface Message {
  type: string;
  data: unknown;
  isSignal: boolean;
}

/** Each call gives the next. */
export function wellFormed(random: Random): () => Message {
  const portalId = () => random.pick(['plain-a', 'plain-b', 'plain-c', 'plain-d']);
  const at = () => Date.now() - random.whole(0, 20 * HOUR);
  const row = (instant: number) => ({
    personId: 'b'.repeat(32),
    portalId: portalId(),
    route: '/',
    utcOffsetMin: 0,
    localDate: new Date(instant).toISOString().slice(0, 10),
    configHash: 'h',
  });
  const fields = { total: 2, edited: 2, typed: 2, pasted: 0, chosen: 0, filled: 0 };
  const uploads = { images: 0, videos: 0, documents: 0 };
  const makers: [string, () => unknown][] = [
    [
      'span',
      () => {
        const startedAt = at();
        const endedAt = startedAt + random.whole(1, 60_000);
        const span = {
          visitId: random.id(),
          seq: 0,
          portalId: portalId(),
          route: '/',
          depth: 0,
          startedAt,
          endedAt,
        };
        return { ...span, gaps: [[0, 20]], utcOffsetMin: 480, endReason: null, standIn: false };
      },
    ],
    [
      'attempt',
      () => {
        const startedAt = at();
        const values = [{ value: '村民张三', mode: 'typed', activeMs: 10 }];
        const what = {
          actionId: random.id(),
          portalId: portalId(),
          route: '/',
          kind: 'submission',
          draft: false,
        };
        const when = { startedAt, at: startedAt + 1_000, activeMs: 900, utcOffsetMin: 480, depth: 0 };
        const how = { formKey: 'f', evidence: ['gesture:click'], cycle: 'day', fields, uploads, values };
        return { ...what, ...when, ...how };
      },
    ],
    ['evidence', () => ({ actionId: random.id(), evidence: ['message:success'], at: at(), final: true })],
    ['focusBelow', () => ({ portalId: portalId(), depth: 1 })],
    ['setPaused', () => ({ paused: true })],
    ['deleteRecords', () => ({ personId: 'b'.repeat(32), scope: 'everything' })],
    ['importConfig', () => ({ text: '{}' })],
    ['setWorkingHours', () => ({ personId: 'b'.repeat(32), from: '2026-01-01', hours: { 1: [[480, 720]] } })],
    [
      'beginRestore',
      () => {
        const who = {
          id: 'b'.repeat(32),
          name: '某人',
          createdAt: 1.7e12,
          retiredAt: null,
          dutyDays: ['2026-01-03'],
        };
        const schedule = [{ from: '2026-01-01', hours: { 1: [[480, 720]] } }];
        const portals = {
          'plain-a': {
            title: { en: 'A' },
            category: 'reporting',
            burden: true,
            dues: [{ route: '/*', due: 'day:25' }],
          },
        };
        const past = {
          configId: 'x',
          version: 1,
          hash: 'h',
          source: 'imported',
          title: { en: 'x' },
          from: 1.7e12,
        };
        const history = [{ ...past, calendar: { workdays: [], holidays: [] }, portals }];
        return { personId: 'b'.repeat(32), person: { ...who, schedule }, history };
      },
    ],
    [
      'restoreRows',
      () => {
        const startedAt = at();
        const visitId = random.id();
        const span = {
          ...row(startedAt),
          id: `${visitId}:0`,
          visitId,
          depth: 0,
          startedAt,
          endedAt: startedAt + 5_000,
        };
        return {
          personId: 'b'.repeat(32),
          spans: [{ ...span, openMs: 5_000, gaps: [], endReason: 'blurred' }],
        };
      },
    ],
    [
      'restoreRows',
      () => {
        const when = at();
        const action = {
          ...row(when),
          id: random.id(),
          kind: 'submission',
          formKey: 'f',
          startedAt: when,
          at: when,
        };
        const became = {
          settledAt: when,
          activeMs: 1,
          outcome: 'accepted',
          confidence: 'confirmed',
          evidence: [],
        };
        return {
          personId: 'b'.repeat(32),
          actions: [{ ...action, ...became, fields, uploads, repeat: null, entrySums: null }],
        };
      },
    ],
  ];
  const SIGNALS = ['span', 'attempt', 'evidence', 'focusBelow'];
  return () => {
    const [type, make] = random.pick(makers);
    return { type, data: make(), isSignal: SIGNALS.includes(type) };
  };
}
