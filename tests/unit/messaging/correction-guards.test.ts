import { describe, expect, it } from 'vitest';
import { COMMAND_SHAPES, checkShape } from '../../../utils/messaging/guards';

const ID = 'a'.repeat(32);

describe('a correction that arrives', () => {
  it.each([
    { targetId: ID, kind: 'notARepeat', value: null },
    { targetId: ID, kind: 'strike', value: null },
    { targetId: `${ID}:3`, kind: 'strike', value: null },
    { targetId: ID, kind: 'outcome', value: 'rejected' },
  ])('is taken: $kind of $targetId', (data) => {
    expect(checkShape(COMMAND_SHAPES.correct, data).ok).toBe(true);
  });

  it.each([
    ['an outcome that there is not', { targetId: ID, kind: 'outcome', value: 'lost' }],
    ['an outcome without a value', { targetId: ID, kind: 'outcome', value: null }],
    ['a value where none belongs', { targetId: ID, kind: 'strike', value: '青山村三组' }],
    ['a kind that there is not', { targetId: ID, kind: 'praise', value: null }],
    ['something that is no id', { targetId: '../etc', kind: 'strike', value: null }],
    ['more than was asked', { targetId: ID, kind: 'strike', value: null, note: 'x' }],
  ])('is refused with %s', (_, data) => {
    expect(checkShape(COMMAND_SHAPES.correct, data)).toMatchObject({
      ok: false,
      problem: { code: 'wrongShape' },
    });
  });
});
