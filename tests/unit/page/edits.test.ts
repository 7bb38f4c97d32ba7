import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeIn, type Edit, type Stretch } from '../../../utils/page/edits';

const editOf = (focused: Stretch[]) => ({ focused }) as Edit;

test('what passed in a field before the form’s first edit is reading, not retyping', () => {
  expect(activeIn(editOf([[100, 700]]), 400)).toBe(300);
  expect(activeIn(editOf([[100, 300]]), 400)).toBe(0);
  expect(
    activeIn(
      editOf([
        [100, 300],
        [500, 900],
      ]),
      200,
    ),
  ).toBe(500);
});

test('law: the focus is in one field at a time, so the fields’ times never sum to more than the filling', () => {
  // Focus moves through fields at rising instants; the first edit is anywhere among them.
  const walk = fc.array(fc.record({ field: fc.nat(3), for: fc.nat(900) }), { maxLength: 20 });
  fc.assert(
    fc.property(walk, fc.nat(9_000), (steps, from) => {
      const fields = new Map<number, Stretch[]>();
      let at = 0;
      for (const step of steps) {
        fields.set(step.field, [...(fields.get(step.field) ?? []), [at, at + step.for]]);
        at += step.for;
      }
      const sum = [...fields.values()].reduce((total, focused) => total + activeIn(editOf(focused), from), 0);
      expect(sum).toBe(Math.max(0, at - from));
    }),
  );
});
