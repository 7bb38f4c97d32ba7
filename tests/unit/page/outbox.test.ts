import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withRetry } from '../../../utils/page/outbox';

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Fails so many times, then takes the message. */
function failing(times: number) {
  const sent: unknown[] = [];
  const send = async (_type: string, data: unknown) => {
    sent.push(data);
    if (sent.length <= times) throw new Error('no answer');
    return true;
  };
  return { send, sent };
}

it.each([
  ['what happened, for a minute and a half', 'span', 9, 103_000],
  ['a question, for six seconds', 'focusBelow', 5, 6_300],
])('tells again %s', async (_, type, failures, ms) => {
  const { send, sent } = failing(failures);
  const told = withRetry(send as never, () => true)(type as never, 'x' as never);
  await vi.advanceTimersByTimeAsync(ms);
  expect(await told).toBe(true);
  expect(sent).toEqual(Array(failures + 1).fill('x'));
  await vi.advanceTimersByTimeAsync(ms);
  expect(sent.length).toBe(failures + 1);
});

it('tells again at once when the page is left', async () => {
  const { send, sent } = failing(1);
  const told = withRetry(send as never, () => true)('span' as never, 'x' as never);
  await vi.advanceTimersByTimeAsync(10);
  expect(sent.length).toBe(1);
  page.dispatchEvent(new Event('pagehide'));
  expect(await told).toBe(true);
});

it('takes a refusal for an answer', async () => {
  const { send, sent } = failing(9);
  const told = withRetry(send as never, () => false)('span' as never, 'x' as never);
  await expect(told).rejects.toThrow('no answer');
  expect(sent.length).toBe(1);
});
