// Rows of a backup that nobody recorded: each would break a day's sums, or smuggle something in.
import { describe, expect, it } from 'vitest';
import { COMMAND_SHAPES, checkShape } from '../../../utils/messaging/guards';
import { action, span } from '../../fixtures/facts';

const AT = Date.UTC(2026, 10, 23, 2);
const personId = 'a'.repeat(32);
const goodSpan = { ...span({ startedAt: AT, ms: 5_000 }), personId };
const goodAction = { ...action({ at: AT, localDate: '2026-11-23' }), personId, formKey: 'f' };
const rows = (part: string, row: object) =>
  checkShape(COMMAND_SHAPES.restoreRows, { personId, [part]: [row] });

const person = {
  ...{ id: personId, name: '某人', dutyDays: ['2026-01-03'], createdAt: AT, retiredAt: null },
  schedule: [{ from: '2026-01-01', hours: { 1: [[480, 720]] } }],
};
const portal = {
  title: { en: 'A' },
  category: 'reporting',
  burden: true,
  dues: [{ route: '/', due: 'day:25' }],
};
const past = {
  ...{ configId: 'x', version: 1, hash: 'h', source: 'imported', title: { en: 'x' }, from: AT },
  ...{ calendar: { workdays: [], holidays: ['2026-10-01'] }, portals: { a: portal } },
};
const begin = (over: { person?: object; history?: object }) =>
  checkShape(COMMAND_SHAPES.beginRestore, {
    personId,
    person: { ...person, ...over.person },
    history: [{ ...past, ...over.history }],
  });

it('what was recorded is taken', () => {
  expect(rows('spans', goodSpan).ok).toBe(true);
  expect(rows('actions', goodAction).ok).toBe(true);
  expect(begin({}).ok).toBe(true);
});

it('what no row has is left out', () => {
  const checked = rows('actions', { ...goodAction, values: ['张三'], html: 'x'.repeat(1e6) });
  expect(checked.ok && Object.keys((checked.value as { actions: object[] }).actions[0] ?? {})).not.toContain(
    'values',
  );
  expect(JSON.stringify(checked)).not.toContain('张三');
});

describe('refused is', () => {
  it.each([
    ['a row that ends before it begins', { endedAt: AT - 1 }],
    ['a row longer than it lasted', { openMs: 5_001 }],
    ['a row of another day', { localDate: '2026-11-25' }],
    ['a day that there is not', { localDate: '2026-02-31' }],
    ['a row without a length', { openMs: Number.NaN }],
    ['a route with a name in it', { route: '/张三' }],
    ['more than a row has', { note: 'x' }],
  ])('%s', (_, over) => {
    expect(rows('spans', { ...goodSpan, ...over }).ok).toBe(false);
  });

  it.each([
    ['an act of another day', { localDate: '2026-11-25' }],
    ['evidence in words', { evidence: ['张三说好'] }],
    ['an outcome that there is not', { outcome: 'lost' }],
  ])('%s', (_, over) => {
    expect(rows('actions', { ...goodAction, ...over }).ok).toBe(false);
  });

  it.each([
    [
      'hours that overlap',
      {
        person: {
          schedule: [
            {
              from: '2026-01-01',
              hours: {
                1: [
                  [600, 700],
                  [650, 800],
                ],
              },
            },
          ],
        },
      },
    ],
    ['hours of an eighth weekday', { person: { schedule: [{ from: '2026-01-01', hours: { 8: [] } }] } }],
    [
      'a due time that is none',
      { history: { portals: { a: { ...portal, dues: [{ route: '/', due: 7 }] } } } },
    ],
    [
      'a due route that is none',
      { history: { portals: { a: { ...portal, dues: [{ route: {}, due: 'day:1' }] } } } },
    ],
    ['a calendar of nonsense', { history: { calendar: { workdays: ['soon'], holidays: [] } } }],
    ['a title that is no text', { history: { title: { en: { toString: 'x' } } } }],
  ])('%s', (_, over) => {
    expect(begin(over).ok).toBe(false);
  });
});
