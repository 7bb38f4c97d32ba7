import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cycle } from '../../../utils/domain/cycle';
import { habitualValues } from '../../../utils/domain/habits';
import { identityValues, seenIn } from '../../../utils/domain/identity';
import {
  judgeRepetition,
  type SaysNothing,
  type Sighting,
  type Submission,
} from '../../../utils/domain/repetition';

const T0 = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const submission = (hashes: string[], over: Partial<Submission> = {}): Submission => ({
  actionId: 'now',
  personId: 'p',
  portalId: 'B',
  formKey: 'form',
  at: T0,
  utcOffsetMin: 480,
  cycle: 'day',
  entered: hashes.map((hash) => ({ hash, mode: 'typed', activeMs: 1_000 })),
  ...over,
});
let made = 0;
const earlier = (portalId: string, hashes: string[], over: Partial<Sighting> = {}): Sighting => ({
  actionId: `e${made++}`,
  portalId,
  formKey: 'form',
  at: T0 - HOUR,
  hashes,
  ...over,
});
const ignoring = (identity: string[] = [], habits: string[] = []): SaysNothing => ({
  identity: new Set(identity),
  habits: new Set(habits),
});
const none = ignoring();
const scopeOf = (current: Submission, sightings: Sighting[], ignored = none) =>
  judgeRepetition(current, sightings, ignored).repeat?.scope ?? null;

describe('a repeat of the same form', () => {
  const five = ['v1', 'v2', 'v3', 'v4', 'v5'];
  it.each<[string, string[], Partial<Sighting>, Cycle, 'sameForm' | null]>([
    ['all equal', five, {}, 'day', 'sameForm'],
    ['four of five equal', ['v1', 'v2', 'v3', 'v4', 'x'], {}, 'day', 'sameForm'],
    ['three of five equal', ['v1', 'v2', 'v3', 'x', 'y'], {}, 'day', null],
    ['another form', five, { formKey: 'other' }, 'day', null],
    ['the day before', five, { at: T0 - DAY }, 'day', null],
    ['the day before, due weekly: Sunday', five, { at: T0 - DAY }, 'week', null],
    ['the day before, due monthly', five, { at: T0 - DAY }, 'month', 'sameForm'],
    ['the month before, due monthly', five, { at: T0 - 30 * DAY }, 'month', null],
  ])('%s', (_, hashes, over, cycle, scope) => {
    expect(scopeOf(submission(five, { cycle }), [earlier('B', hashes, over)])).toBe(scope);
  });

  it('is about the same name, where a name was entered', () => {
    const [li, wang] = [
      [...five, 's-li'],
      [...five, 's-wang'],
    ];
    expect(scopeOf(submission(li), [earlier('B', li)])).toBe('sameForm');
    expect(scopeOf(submission(li), [earlier('B', wang)])).toBeNull();
    // A record that is edited: only what changes is entered.
    expect(scopeOf(submission(['v1', 'v2']), [earlier('B', li)])).toBe('sameForm');
    expect(scopeOf(submission(li), [earlier('B', wang)], ignoring(['s-li', 's-wang']))).toBe('sameForm');
  });

  it('needs more than a stock phrase, unless the name is the same', () => {
    const phrase = ignoring([], ['v-phrase']);
    expect(scopeOf(submission(['v-phrase']), [earlier('B', ['v-phrase'])], phrase)).toBeNull();
    const named = ['v-phrase', 's-li'];
    expect(scopeOf(submission(named), [earlier('B', named)], phrase)).toBe('sameForm');
  });

  it('needs something to compare: own values alone are none', () => {
    const own = ignoring(['v1', 'v2']);
    expect(scopeOf(submission(['v1', 'v2']), [earlier('B', ['v1', 'v2'])], own)).toBeNull();
    expect(scopeOf(submission(['s-li']), [earlier('B', ['s-li'])])).toBeNull();
  });
});

describe('a double report', () => {
  it.each<[string, string[], string[], 'crossPortal' | null]>([
    ['half of four', ['v1', 'v2', 'x', 'y'], ['v1', 'v2'], 'crossPortal'],
    ['two of five', ['v1', 'v2', 'x', 'y', 'z'], ['v1', 'v2'], null],
    ['one short of two', ['v1', 'x'], ['v1'], null],
    ['one long of two', ['l1', 'x'], ['l1'], 'crossPortal'],
    ['one long of three', ['l1', 'x', 'y'], ['l1'], null],
    ['the only one, short', ['v1'], ['v1'], null],
    ['nothing', [], [], null],
  ])('%s: %j after %j', (_, now, before, scope) => {
    expect(scopeOf(submission(now), [earlier('A', before)])).toBe(scope);
  });

  it('counts as same form when it is both', () => {
    const both = [earlier('A', ['v1', 'v2']), earlier('B', ['v1', 'v2'], { at: T0 - 2 * HOUR })];
    expect(scopeOf(submission(['v1', 'v2']), both)).toBe('sameForm');
  });

  it('is none when this portal had the values later than the other: the record is only edited', () => {
    const values = ['v1', 'v2'];
    const there = earlier('A', values, { at: T0 - 3 * DAY });
    const here = earlier('B', values, { at: T0 - 2 * DAY });
    expect(scopeOf(submission(values), [there, here])).toBeNull();
    // Given to the other once more, it has to be given here once more.
    expect(scopeOf(submission(values), [there, here, earlier('A', values)])).toBe('crossPortal');
  });

  it('leaves identity values out of both sides of the ratio and counts them apart', () => {
    const current = submission(['own', 'unit', 'v1', 'v2']);
    const before = [earlier('A', ['own', 'unit', 'other'])];
    expect(scopeOf(current, before)).toBe('crossPortal');
    const own = ignoring(['own', 'unit']);
    const { repeat, sums } = judgeRepetition(current, before, own);
    expect(repeat).toBeNull();
    expect(sums).toMatchObject({ eligible: 2, identity: 2, shared: { entries: 0 } });
  });

  it('is no coincidence: one equal value on sheets about others is none', () => {
    const current = submission(['l1', 's-li']);
    expect(scopeOf(current, [earlier('A', ['l1', 'v9', 's-wang'])])).toBeNull();
    expect(scopeOf(current, [earlier('A', ['l1', 'v9', 's-li'])])).toBe('crossPortal');
    expect(scopeOf(current, [earlier('A', ['l1', 'v9'])])).toBe('crossPortal');
    // Two equal values are more than coincidence: a family shares address and telephone.
    const family = submission(['v1', 'v2', 's-li']);
    expect(scopeOf(family, [earlier('A', ['v1', 'v2', 's-wang'])])).toBe('crossPortal');
  });

  it('is not made of habits', () => {
    const current = submission(['l-phrase', 'v-rate']);
    const before = [earlier('A', ['l-phrase', 'v-rate'])];
    expect(scopeOf(current, before)).toBe('crossPortal');
    expect(scopeOf(current, before, ignoring([], ['l-phrase', 'v-rate']))).toBeNull();
  });

  it('says how much, how long, how, and who had it', () => {
    const current = submission([], {
      entered: [
        { hash: 'v1', mode: 'typed', activeMs: 4_000 },
        { hash: 'v2', mode: 'pasted', activeMs: 500 },
        { hash: 'v3', mode: 'filled', activeMs: 100 },
        { hash: 'v4', mode: 'typed', activeMs: 9_000 },
      ],
    });
    const a = earlier('A', ['v1', 'v2', 'q'], { at: T0 - 2 * HOUR });
    const c = earlier('C', ['v2', 'v3']);
    const { repeat, sums } = judgeRepetition(current, [a, c], none);
    expect(repeat).toEqual({
      ofActionId: c.actionId,
      scope: 'crossPortal',
      sharedEntries: 3,
      eligibleEntries: 4,
      retypeMs: 4_600,
    });
    expect(sums.shared).toEqual({ entries: 3, pasted: 1, filled: 1, retypeMs: 4_600 });
    expect(sums.from).toEqual([
      { portalId: 'A', entries: 2, pasted: 1, filled: 0, retypeMs: 4_500 },
      { portalId: 'C', entries: 2, pasted: 1, filled: 1, retypeMs: 600 },
    ]);
  });
});

const hashes = fc.uniqueArray(fc.constantFrom('v1', 'v2', 'v3', 'v4', 'l5', 'l6', 's7'), { maxLength: 7 });
const sighting = fc.record({
  actionId: fc.uuid(),
  portalId: fc.constantFrom('A', 'B', 'C'),
  formKey: fc.constantFrom('form', 'other'),
  at: fc.integer({ min: T0 - 20 * DAY, max: T0 - 1 }),
  hashes,
});

describe('a verdict', () => {
  it('does not depend on the order in which the earlier ones are looked at', () => {
    fc.assert(
      fc.property(hashes, fc.array(sighting, { maxLength: 8 }), (now, list) => {
        const current = submission(now);
        expect(judgeRepetition(current, [...list].reverse(), none)).toEqual(
          judgeRepetition(current, list, none),
        );
      }),
    );
  });

  it('never shares more than there is, and each share is part of what is shared', () => {
    fc.assert(
      fc.property(hashes, fc.array(sighting, { maxLength: 8 }), hashes, (now, list, own) => {
        const { repeat, sums } = judgeRepetition(submission(now), list, ignoring(own));
        expect(sums.eligible + sums.identity).toBe(now.filter((hash) => !hash.startsWith('s')).length);
        expect(sums.shared.entries).toBeLessThanOrEqual(sums.eligible);
        for (const share of sums.from) expect(share.entries).toBeLessThanOrEqual(sums.shared.entries);
        const all = sums.from.reduce((sum, share) => sum + share.entries, 0);
        expect(all).toBeGreaterThanOrEqual(sums.shared.entries);
        if (repeat) expect(repeat.sharedEntries).toBeLessThanOrEqual(repeat.eligibleEntries);
      }),
    );
  });

  it('has nothing cross-portal without another portal', () => {
    fc.assert(
      fc.property(hashes, fc.array(sighting, { maxLength: 8 }), (now, list) => {
        const here = list.map((one) => ({ ...one, portalId: 'B' }));
        const { repeat, sums } = judgeRepetition(submission(now), here, none);
        expect(sums.from).toEqual([]);
        expect(repeat?.scope ?? 'sameForm').toBe('sameForm');
      }),
    );
  });
});

describe('identity values', () => {
  const learn = (sightings: Sighting[], forms: number, perForm: number) =>
    identityValues(seenIn(['own'], sightings), forms, () => perForm).has('own');
  const through = (forms: number, times: number, nameOf = (i: number) => `s${i}`) =>
    Array.from({ length: forms * times }, (_, i) =>
      earlier('A', ['own', nameOf(i)], { formKey: `f${i % forms}`, at: T0 - i * HOUR - 1 }),
    );

  it.each<[string, number, number, number, number, boolean]>([
    ['held by three of four forms', 3, 3, 4, 3, true],
    ['held by half of the forms only', 2, 3, 4, 3, false],
    ['seen in three of four forms, but in few of their submissions', 3, 3, 4, 20, false],
    ['seen five times only', 5, 1, 5, 1, false],
    ['two forms are too few to learn from', 2, 10, 2, 10, false],
  ])('%s', (_, holding, times, forms, perForm, expected) => {
    expect(learn(through(holding, times), forms, perForm)).toBe(expected);
  });

  it('are not what belongs to one matter that goes through all portals', () => {
    expect(
      learn(
        through(7, 1, () => 's-li'),
        7,
        1,
      ),
    ).toBe(false);
  });
});

describe('habitual values', () => {
  const isHabit = (...sheets: string[][]) =>
    habitualValues(
      seenIn(
        ['v'],
        sheets.map((hashes) => earlier('A', ['v', ...hashes])),
      ),
      new Set(['own']),
    ).has('v');

  it.each<[string, boolean, string[][]]>([
    ['a phrase with other names every time', true, [['s1'], ['s2'], ['s3']]],
    ['a phrase with other values every time', true, [['v1'], ['v2'], ['v3']]],
    ['a phrase that is always alone', true, [[], [], []]],
    ['a phrase seen twice', false, [['s1'], ['s2']]],
    [
      'the address of a household that is reported again and again',
      false,
      [
        ['s1', 'v1', 'n1'],
        ['s1', 'v1', 'n2'],
        ['s1', 'n3'],
      ],
    ],
    [
      'a number that comes with the same number every time',
      false,
      [
        ['v1', 'n1'],
        ['v1', 'n2'],
        ['v1', 'n3'],
      ],
    ],
    [
      'a phrase that only the own telephone keeps company',
      true,
      [
        ['own', 's1'],
        ['own', 's2'],
        ['own', 's3'],
      ],
    ],
  ])('%s: %s', (_, expected, sheets) => {
    expect(isHabit(...sheets)).toBe(expected);
  });
});
