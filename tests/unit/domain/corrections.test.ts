import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCorrections, CORRECTION_KINDS } from '../../../utils/domain/corrections';
import { type DayRules, summariseDay } from '../../../utils/domain/day-summary';
import type { Correction, EntrySums, Repeat } from '../../../utils/domain/records';
import { workingDay } from '../../../utils/domain/working-time';
import { action, span } from '../../fixtures/facts';

const T0 = Date.UTC(2026, 10, 23, 1);
const rules: DayRules = {
  isBurden: () => true,
  beforeDue: () => null,
  workingDay: workingDay(null, '2026-11-23'),
};
const share = { entries: 3, pasted: 1, filled: 0, retypeMs: 8_000 };
const sums: EntrySums = { eligible: 4, identity: 1, shared: share, from: [{ portalId: 'z', ...share }] };
const repeat: Repeat = {
  ofActionId: 'x',
  scope: 'crossPortal',
  sharedEntries: 3,
  eligibleEntries: 4,
  retypeMs: 8_000,
};
const double = action({ id: 'double', at: T0, activeMs: 30_000, repeat, entrySums: sums });
const same = action({
  id: 'same',
  at: T0 + 1,
  activeMs: 20_000,
  repeat: { ...repeat, scope: 'sameForm', sharedEntries: 4, retypeMs: 0 },
});
const facts = { spans: [span({ startedAt: T0, ms: 60_000, visitId: 'v' })], actions: [double, same] };

let made = 0;
const correction = (targetId: string, kind: Correction['kind'], over: Partial<Correction> = {}) => ({
  id: `c${made++}`,
  personId: 'p',
  targetId,
  kind,
  value: null,
  at: T0,
  undoneAt: null,
  ...over,
});
const rowWith = (...corrections: Correction[]) =>
  summariseDay('p', '2026-11-23', applyCorrections(facts, corrections), rules)[0];

describe('the sums of repeats', () => {
  it('come from the actions, by portal and by form', () => {
    expect(rowWith()).toMatchObject({
      submissions: 2,
      repeatsSameForm: 1,
      repeatsCrossPortal: 1,
      repeatMs: 28_000,
      retypeMs: 8_000,
      eligibleEntries: 4,
      sharedEntries: 3,
      sharedPasted: 1,
      identityEntries: 1,
      sharedFrom: [{ portalId: 'z', ...share }],
      repeatedForms: [{ formKey: 'form', route: '/', repeats: 2, entries: 7, repeatMs: 28_000 }],
    });
  });

  it.each<[string, Correction, object]>([
    [
      'a struck action',
      correction('double', 'strike'),
      { submissions: 1, repeatsCrossPortal: 0, retypeMs: 0, eligibleEntries: 0, sharedFrom: [] },
    ],
    ['a struck span', correction('v:0', 'strike'), { openMs: 0, visits: 0, submissions: 2 }],
    [
      'what was not accepted after all',
      correction('double', 'outcome', { value: 'rejected' }),
      { submissions: 1, rejected: 1, repeatsCrossPortal: 0, sharedEntries: 0 },
    ],
    [
      'no repeat across portals: it stays a submission with comparable entries',
      correction('double', 'notARepeat'),
      { submissions: 2, repeatsCrossPortal: 0, repeatMs: 20_000, retypeMs: 0, eligibleEntries: 4 },
    ],
    ['no repeat of the form', correction('same', 'notARepeat'), { repeatsSameForm: 0, repeatMs: 8_000 }],
    [
      'what was undone',
      correction('double', 'notARepeat', { undoneAt: T0 + 9 }),
      { repeatsCrossPortal: 1, repeatMs: 28_000 },
    ],
  ])('leave out %s', (_, one, expected) => {
    expect(rowWith(one)).toMatchObject(expected);
  });

  it('take the last word of a kind', () => {
    const first = correction('double', 'outcome', { value: 'rejected' });
    const second = correction('double', 'outcome', { value: 'accepted', at: T0 + 5 });
    expect(rowWith(second, first)).toMatchObject({ submissions: 2, rejected: 0, repeatsCrossPortal: 1 });
  });

  it('change nothing in the record, whatever is said, and nothing at all once it is undone', () => {
    const anything = fc.array(
      fc.record({
        id: fc.uuid(),
        targetId: fc.constantFrom('double', 'same', 'v:0', 'gone'),
        kind: fc.constantFrom(...CORRECTION_KINDS),
        value: fc.constantFrom(null, 'accepted', 'rejected', 'unknown'),
        at: fc.integer({ min: T0, max: T0 + 9 }),
      }),
    );
    const before = JSON.stringify(facts);
    fc.assert(
      fc.property(anything, (list) => {
        rowWith(...list.map((one) => ({ ...one, personId: 'p', undoneAt: null })));
        expect(JSON.stringify(facts)).toBe(before);
        expect(rowWith(...list.map((one) => ({ ...one, personId: 'p', undoneAt: T0 })))).toEqual(rowWith());
      }),
    );
  });
});
