import { expect, it } from 'vitest';
import { makeFrameLimit, makeRateLimit } from '../../../entrypoints/background/rate-limit';

it('lets a burst through, and then so many a second', () => {
  const take = makeRateLimit({ burst: 10, perSecond: 5, senders: 5 });
  const taken = (now: number, count: number) =>
    Array.from({ length: count }, () => take('a', now)).filter(Boolean).length;
  expect(taken(0, 100)).toBe(10);
  expect(taken(1_000, 100)).toBe(5);
  expect(taken(1_100, 100)).toBe(0);
  expect(taken(3_600_000, 100)).toBe(10);
  expect(take('b', 3_600_000), 'another sender has its own').toBe(true);
});

it('is not talked into more by a clock that goes back', () => {
  const take = makeRateLimit({ burst: 2, perSecond: 1, senders: 5 });
  expect([take('a', 5_000), take('a', 4_000), take('a', 3_000)]).toEqual([true, true, false]);
});

it('holds at 10,000 messages a second, and hears the others', () => {
  const take = makeFrameLimit();
  let taken = 0;
  for (let ms = 0; ms < 10_000; ms++)
    for (let i = 0; i < 10; i++) if (take({ tabId: 1, frameId: 0 }, ms)) taken += 1;
  expect(taken).toBeLessThanOrEqual(400 + 5 * 10);
  expect(taken).toBeGreaterThan(400);
  expect(take({ tabId: 1, frameId: 7 }, 10_000), 'another frame').toBe(true);
  expect(take({ tabId: 2, frameId: 0 }, 10_000), 'another tab').toBe(true);
});

it('holds a tab that opens a thousand frames', () => {
  const take = makeFrameLimit();
  let taken = 0;
  for (let frameId = 0; frameId < 1_000; frameId++)
    for (let i = 0; i < 100; i++) if (take({ tabId: 1, frameId }, 0)) taken += 1;
  expect(taken).toBe(1_000);
});

it('a person at a form never meets it', () => {
  const take = makeFrameLimit();
  // A stand-in asks once a second, checkpoints come every 15 s, and every 10 s something is sent.
  for (let second = 0; second < 8 * 3_600; second++) {
    const messages = 1 + (second % 15 === 0 ? 1 : 0) + (second % 10 === 0 ? 8 : 0);
    for (let i = 0; i < messages; i++) expect(take({ tabId: 1, frameId: 0 }, second * 1_000)).toBe(true);
  }
});
