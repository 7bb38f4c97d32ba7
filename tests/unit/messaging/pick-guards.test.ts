import { describe, expect, it } from 'vitest';
import { COMMAND_SHAPES, checkShape, PICK_ANSWER_SHAPE } from '../../../utils/messaging/guards';

const PICKED = {
  state: 'picked',
  words: '立即打卡',
  route: '/web/#/report/:n',
  places: 1,
  known: true,
  works: true,
};
const isTaken = (answer: unknown) => checkShape(PICK_ANSWER_SHAPE, answer).ok;

describe('what a picker may say', () => {
  it('is words and a route', () => {
    expect(isTaken(PICKED)).toBe(true);
    expect(isTaken({ ...PICKED, words: '' })).toBe(true);
    expect(isTaken({ state: 'stopped' })).toBe(true);
  });
  it.each([
    ['more than forty characters', { words: '字'.repeat(41) }],
    ['a long number', { words: '受理号 4711' }],
    ['a route with a number', { route: '/household/2026' }],
    ['a route with a name', { route: '/张三' }],
    ['a query', { route: '/a?name=x' }],
    ['anything else', { html: '<b>' }],
    ['no count', { places: -1 }],
  ])('is never %s', (_, wrong) => expect(isTaken({ ...PICKED, ...wrong })).toBe(false));
});

describe('starting one', () => {
  it('names a tab and at least one frame', () => {
    const check = (data: unknown) => checkShape(COMMAND_SHAPES.startPicker, data).ok;
    expect(check({ tabId: 3, frameIds: [0, 12] })).toBe(true);
    for (const wrong of [{ tabId: 3, frameIds: [] }, { tabId: -1, frameIds: [0] }, { tabId: 3 }, null])
      expect(check(wrong)).toBe(false);
  });
});
