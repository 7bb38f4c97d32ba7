import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideAddress, originOf, readAddress } from '../../../utils/config/address';
import {
  acceptOfferedKey,
  followWish,
  isDue,
  MIN_INTERVAL_MIN,
  noteGood,
  noteRefused,
  noteUnchanged,
  type SubscriptionWish,
  sourceOf,
  subscribe,
} from '../../../utils/config/subscriptions';

const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const WISH: SubscriptionWish = {
  address: 'https://lists.example.gov.cn/county.json',
  setBy: 'person',
  publicKey: null,
  sha256: null,
  intervalMin: 120,
};
const fractions = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('when a list is looked for', () => {
  it('is at once at first, then never within the hour, whatever a policy says', () => {
    expect(isDue(subscribe(WISH, NOW), NOW)).toBe(true);
    const minutes = fc.option(fc.integer({ min: -5, max: 10_000_000 }));
    fc.assert(
      fc.property(minutes, fractions, fc.nat({ max: 40 }), (intervalMin, chance, failures) => {
        let subscription = subscribe({ ...WISH, intervalMin }, NOW);
        for (let times = 0; times < failures; times += 1)
          subscription = noteRefused(subscription, [{ code: 'unreachable', path: '' }], NOW, chance);
        if (failures === 0) subscription = noteUnchanged(subscription, NOW, chance);
        const wait = subscription.nextCheckAt - NOW;
        expect(wait).toBeGreaterThanOrEqual(MIN_INTERVAL_MIN * MINUTE_MS);
        expect(wait).toBeLessThanOrEqual(36 * 24 * 60 * MINUTE_MS);
        expect(isDue(subscription, NOW + wait - 1)).toBe(false);
        expect(isDue(subscription, NOW + wait)).toBe(true);
        if (failures > 0) expect(wait).toBeLessThanOrEqual(29 * 60 * MINUTE_MS);
      }),
    );
  });

  it('is later after each failure, and as usual after a good answer', () => {
    const waits: number[] = [];
    let subscription = subscribe(WISH, NOW);
    for (let times = 0; times < 8; times += 1) {
      subscription = noteRefused(subscription, [{ code: 'timedOut', path: '' }], NOW, 0);
      waits.push((subscription.nextCheckAt - NOW) / MINUTE_MS);
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1440, 1440, 1440]);
    const good = noteGood(subscription, { etag: null, firstKey: null }, NOW, 0);
    expect((good.nextCheckAt - NOW) / MINUTE_MS).toBe(120);
  });

  it('is not put off for years by a clock that was set back', () => {
    const good = noteUnchanged(subscribe(WISH, NOW), NOW, 0);
    expect(isDue(good, NOW - 365 * 86_400_000)).toBe(true);
  });
});

describe('what a policy wishes again', () => {
  it('changes nothing when it is the same, and begins anew when it is another', () => {
    const wish: SubscriptionWish = { ...WISH, setBy: 'policy', publicKey: 'AAAA' };
    const known = noteGood(subscribe(wish, NOW), { etag: '"1"', firstKey: null }, NOW, 0);
    expect(followWish(known, wish, NOW + 1)).toEqual(known);
    expect(followWish(known, { ...wish, intervalMin: 600 }, NOW + 1)).toEqual({ ...known, intervalMin: 600 });
    const others: Partial<SubscriptionWish>[] = [
      { address: 'https://other.example.gov.cn/' },
      { publicKey: 'BBBB' },
      { publicKey: null },
      { sha256: 'a'.repeat(64) },
      { setBy: 'person' },
    ];
    for (const other of others)
      expect(followWish(known, { ...wish, ...other }, NOW + 1)).toMatchObject({ etag: null, goodAt: null });
  });

  it('keeps a key from first use', () => {
    const wish: SubscriptionWish = { ...WISH, setBy: 'policy' };
    const known = noteGood(subscribe(wish, NOW), { etag: null, firstKey: 'AAAA' }, NOW, 0);
    expect(followWish(known, wish, NOW + 1).publicKey).toBe('AAAA');
    expect(sourceOf(known)).toBe('signed');
    expect(sourceOf(subscribe(wish, NOW))).toBe('unsigned');
  });
});

it('a new key is the person’s to accept, never of a policy’s subscription', () => {
  const offered = noteRefused(subscribe(WISH, NOW), [], NOW, 0, 'BBBB');
  expect(acceptOfferedKey(offered, NOW)).toMatchObject({
    ok: true,
    value: { publicKey: 'BBBB', offeredKey: null, nextCheckAt: NOW },
  });
  expect(acceptOfferedKey({ ...offered, setBy: 'policy' }, NOW).ok).toBe(false);
  expect(acceptOfferedKey(subscribe(WISH, NOW), NOW).ok).toBe(false);
});

describe('addresses', () => {
  it.each<[string, string | null]>([
    ['https://a.cn/list.json', 'https://a.cn/list.json'],
    [' http://10.1.2.3:8080/list.json#x ', 'http://10.1.2.3:8080/list.json'],
    ['https://u:p@a.cn/', null],
    ['ftp://a.cn/', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['a.cn/list.json', null],
    ['', null],
    [`https://a.cn/${'x'.repeat(3_000)}`, null],
  ])('%s', (text, expected) => {
    expect(readAddress(text)).toBe(expected);
  });

  it('have their signature beside them, before the query', () => {
    expect(besideAddress('https://a.cn/list.json?v=2', '.sig')).toBe('https://a.cn/list.json.sig?v=2');
    expect(originOf('http://10.1.2.3:8080/list.json')).toBe('http://10.1.2.3/*');
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void readAddress(text)));
  });
});
