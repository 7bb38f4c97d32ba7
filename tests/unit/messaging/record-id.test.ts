import * as v from 'valibot';
import { expect, it } from 'vitest';
import { FactId, SpanId } from '../../../utils/messaging/shape-parts';
import { randomId, recordId } from '../../../utils/platform/random';

it('takes the ids that pages make, and those that they made before', () => {
  const ids = Array.from({ length: 1_000 }, recordId);
  expect(ids.filter((id) => !v.is(FactId, id) || !v.is(SpanId, `${id}:7`))).toEqual([]);
  expect(new Set(ids).size).toBe(1_000);
  expect(v.is(FactId, randomId())).toBe(true);
});

it.each(['', 'a'.repeat(11), 'a'.repeat(13), `${'a'.repeat(11)}:`, `${'a'.repeat(12)}\n`, '张'.repeat(12)])(
  'refuses %j',
  (id) => expect(v.is(FactId, id) || v.is(SpanId, id)).toBe(false),
);
