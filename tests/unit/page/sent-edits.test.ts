// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { makeEdits } from '../../../utils/page/edits';

function field(name: string): HTMLInputElement {
  const input = document.createElement('input');
  input.name = name;
  document.body.append(input);
  return input;
}

it('forgets what was sent and taken', () => {
  const edits = makeEdits();
  const sent = [edits.note(field('code'), 'typed', 100, 10)];
  edits.send(sent);
  edits.drop(sent);
  expect(edits.all()).toEqual([]);
});

it('keeps what was entered while the page was still taking what was sent, as an edit of its own', () => {
  const edits = makeEdits();
  const code = field('code');
  const sent = [edits.note(code, 'typed', 100, 10), edits.note(field('note'), 'typed', 150, 60)];
  edits.send(sent);
  edits.note(code, 'pasted', 300, 200);
  edits.note(code, 'typed', 350, 250);
  edits.drop(sent);
  const [next, ...others] = edits.all();
  expect(others).toEqual([]);
  expect(next).toMatchObject({ field: code, firstAt: 300, firstActive: 200 });
  expect([...(next?.modes ?? [])]).toEqual(['pasted', 'typed']);
  // It is sent and taken like any other.
  const again = edits.all();
  edits.send(again);
  edits.drop(again);
  expect(edits.all()).toEqual([]);
});

it('goes on with an edit that was refused', () => {
  const edits = makeEdits();
  const code = field('code');
  edits.send([edits.note(code, 'typed', 100, 10)]);
  edits.note(code, 'typed', 300, 200);
  const corrected = edits.all();
  edits.send(corrected);
  expect(corrected).toMatchObject([{ firstAt: 100, firstActive: 10 }]);
  edits.drop(corrected);
  expect(edits.all()).toEqual([]);
});

it('brings back what was thanked for too soon, but no field twice', () => {
  const edits = makeEdits();
  const code = field('code');
  const sent = [edits.note(code, 'typed', 100, 10), edits.note(field('note'), 'typed', 150, 60)];
  edits.send(sent);
  edits.drop(sent);
  edits.note(code, 'typed', 300, 200);
  edits.bringBack(sent);
  expect(edits.all().map(({ name: [, name], firstAt }) => [name, firstAt])).toEqual([
    ['code', 300],
    ['note', 150],
  ]);
});
