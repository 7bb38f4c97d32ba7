import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carryChoice } from '../../../utils/config/carry-choice';
import { configOf, portalOf } from './sample';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const listOf = (ids: readonly string[], isStarter = false) => ({
  config: configOf(...ids.map((id) => portalOf(id))),
  isStarter,
});
const someIds = fc.subarray(NAMES);

it('a new version keeps what was off, and what is new is on', () => {
  expect(carryChoice(listOf(['a', 'b', 'c']), listOf(['a', 'b', 'd']), ['a'], null)).toEqual(['a', 'd']);
  fc.assert(
    fc.property(someIds, someIds, fc.option(someIds), (before, after, chosen) => {
      const carried = carryChoice(listOf(before), listOf(after), chosen, null);
      const isOn = (id: string) => carried === null || carried.includes(id);
      const wasOff = (id: string) => chosen !== null && before.includes(id) && !chosen.includes(id);
      for (const id of after) expect(isOn(id)).toBe(!wasOff(id));
    }),
  );
});

it('another list is wanted as a whole, the starter list as it begins', () => {
  const before = listOf(['a']);
  const other = { ...listOf(['b', 'c']).config, id: 'other' };
  expect(carryChoice(before, { config: other, isStarter: false }, ['a'], null)).toBeNull();
  const starter = { ...configOf(portalOf('b'), portalOf('c', { region: '浙江省' })), id: 'starter' };
  expect(carryChoice(before, { config: starter, isStarter: true }, null, null)).toEqual(['b']);
  expect(carryChoice(before, { config: starter, isStarter: true }, null, '浙江省')).toEqual(['b', 'c']);
});
