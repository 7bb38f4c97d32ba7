// The judge of the detection must itself be judged: a score that pairs too kindly would hide mistakes.
import { describe, expect, it } from 'vitest';
import type { PerformedAct } from '../e2e/harness/acts';
import { type RecordedAction, ratesOf, score, totalOf } from '../e2e/harness/score';
import type { Write } from '../portals/portal';

const act = (startedAt: number, expects: PerformedAct['expects'] = []): PerformedAct => ({
  portal: 'p',
  name: `act at ${startedAt}`,
  turn: 0,
  expects,
  startedAt,
  endedAt: startedAt + 2_000,
  problem: null,
});
const write = (at: number, verdict: Write['verdict'], portal = 'p'): Write => ({
  at,
  portal,
  verdict,
  what: '',
});
const row = (
  at: number,
  kind: RecordedAction['kind'],
  outcome: RecordedAction['outcome'],
): RecordedAction => ({
  id: `${kind}-${outcome}-${at}`,
  portalId: 'p',
  kind,
  outcome,
  at,
});

describe('score', () => {
  it('matches one row with one write of the same act', () => {
    const result = score(
      [act(0, ['accepted'])],
      [write(1_500, 'accepted')],
      [row(1_000, 'submission', 'accepted')],
    );
    expect(totalOf(result, 'accepted')).toEqual({ truth: 1, found: 1, matched: 1 });
    expect(result.misjudged).toEqual([]);
  });

  it('uses each row once', () => {
    const writes = [write(1_000, 'accepted'), write(1_500, 'accepted')];
    const result = score([act(0, ['accepted', 'accepted'])], writes, [row(900, 'submission', 'accepted')]);
    expect(totalOf(result, 'accepted')).toEqual({ truth: 2, found: 1, matched: 1 });
    expect(result.misjudged[0]?.missed).toEqual(['accepted']);
  });

  it('does not let a neighbouring act answer for a missed one', () => {
    const acts = [act(0), act(3_000, ['accepted'])];
    const result = score(acts, [write(4_000, 'accepted')], [row(1_000, 'submission', 'accepted')]);
    expect(totalOf(result, 'accepted').matched).toBe(0);
    expect(result.nonEvents.get('p')).toEqual({ performed: 1, wronglyCounted: 1 });
    expect(result.misjudged.map((one) => one.act?.startedAt).sort()).toEqual([0, 3_000]);
  });

  it('takes a gesture long before or after the write for another', () => {
    const late = score(
      [act(0, ['accepted'])],
      [write(1_000, 'accepted')],
      [row(2_500, 'submission', 'accepted')],
    );
    expect(totalOf(late, 'accepted').matched).toBe(0);
    const early = score(
      [act(0, ['accepted'])],
      [write(13_000, 'accepted')],
      [row(500, 'submission', 'accepted')],
    );
    expect(totalOf(early, 'accepted').matched).toBe(0);
  });

  it('finds the largest pairing when nearest first would not', () => {
    const acts = [act(0, ['accepted', 'accepted'])];
    const writes = [write(3_000, 'accepted'), write(14_000, 'accepted')];
    const rows = [row(1_500, 'submission', 'accepted'), row(2_500, 'submission', 'accepted')];
    expect(totalOf(score(acts, writes, rows), 'accepted').matched).toBe(2);
  });

  it('counts failed as rejected, and neither drafts nor unknown nor refused check-ins', () => {
    const rows = [
      row(100, 'submission', 'failed'),
      row(200, 'submission', 'draft'),
      row(300, 'submission', 'unknown'),
      row(400, 'checkIn', 'rejected'),
    ];
    const result = score([act(0, ['rejected'])], [write(150, 'rejected')], rows);
    expect(totalOf(result, 'rejected')).toEqual({ truth: 1, found: 1, matched: 1 });
    expect(totalOf(result, 'accepted').found + totalOf(result, 'checkIn').found).toBe(0);
  });

  it('tells a kind from another', () => {
    const result = score(
      [act(0, ['checkIn'])],
      [write(500, 'checkIn')],
      [row(400, 'submission', 'accepted')],
    );
    expect(totalOf(result, 'checkIn')).toEqual({ truth: 1, found: 0, matched: 0 });
    expect(totalOf(result, 'accepted')).toEqual({ truth: 0, found: 1, matched: 0 });
  });

  it('names acts whose log is not what they promise', () => {
    const result = score([act(0, ['accepted'])], [write(500, 'rejected')], []);
    expect(result.unexpected).toEqual([{ act: act(0, ['accepted']), got: ['rejected'] }]);
  });
});

describe('ratesOf', () => {
  it('is 1 where nothing was to be found and nothing was', () => {
    expect(ratesOf([{ truth: 0, found: 0, matched: 0 }])).toEqual({ precision: 1, recall: 1 });
  });
  it('divides by what was found and by what was there', () => {
    const rates = ratesOf([{ truth: 4, found: 5, matched: 3 }]);
    expect(rates.precision).toBeCloseTo(0.6);
    expect(rates.recall).toBeCloseTo(0.75);
  });
});
