// One document, one verdict, wherever it comes from: the editor, the command, a managed policy, a subscription.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readDomainConfig } from '../../../scripts/read-domain-config';
import { checkSubscription } from '../../../utils/config/check-subscription';
import { openDocument } from '../../../utils/config/draft';
import { readManagedPolicy } from '../../../utils/config/managed-policy';
import { compileMatcher, matchAddress } from '../../../utils/config/match';
import { MAX_CONFIG_BYTES, parseDomainConfig } from '../../../utils/config/parse';
import { subscribe } from '../../../utils/config/subscriptions';
import { type Problem, succeed } from '../../../utils/platform/problem';
import { BAD_CASES, GOOD_CASES, type VerdictCase } from './verdict-cases';

const folder = mkdtempSync(join(tmpdir(), 'fingertip-ledger-verdicts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Way = (bytes: Uint8Array<ArrayBuffer>) => Promise<readonly Problem[]> | readonly Problem[];

const WAYS: Record<string, Way> = {
  editor: (bytes) => openDocument(bytes).problems,
  command(bytes) {
    const file = join(folder, 'list.json');
    writeFileSync(file, bytes);
    const read = readDomainConfig(file);
    return read.ok ? [] : read.problem;
  },
  policy(bytes) {
    // A policy carries text; what is no text can't be in one.
    const { policy } = readManagedPolicy({ configJson: new TextDecoder().decode(bytes) });
    const parsed = parseDomainConfig(new TextEncoder().encode(policy.configJson ?? ''));
    return parsed.ok ? [] : parsed.problem;
  },
  async subscription(bytes) {
    const wish = { address: 'https://h/l.json', setBy: 'policy', publicKey: null, sha256: null } as const;
    const { subscription, accepted } = await checkSubscription(
      subscribe({ ...wish, intervalMin: null }, 0),
      null,
      {
        fetchDocument: async ({ address }) =>
          succeed(address.endsWith('.json') ? { state: 'new', bytes, etag: null } : { state: 'absent' }),
        isSignatureOf: async () => false,
        sha256: async () => 'hash',
        now: 0,
        chance: 0,
      },
    );
    expect(accepted === null).toBe(subscription.refused !== null);
    return subscription.refused?.problems ?? [];
  },
};

const placesOf = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${path}: ${code}`);

async function judge({ name, bytes, path }: VerdictCase) {
  const verdicts = await Promise.all(
    Object.entries(WAYS)
      .filter(([way]) => way !== 'policy' || name !== 'no text')
      .map(async ([way, ask]) => [way, placesOf(await ask(bytes))] as const),
  );
  const [, first = []] = verdicts[0] ?? [];
  for (const [way, places] of verdicts) expect(places, way).toEqual(first);
  if (path === null) expect(first).toEqual([]);
  else expect(first.map((place) => place.replace(/: \w+$/, ''))).toContain(path);
}

describe('one verdict', () => {
  it('is asked of 40 good and 200 bad documents', () => {
    expect([GOOD_CASES.length, BAD_CASES.length]).toEqual([40, 200]);
    expect(new Set([...GOOD_CASES, ...BAD_CASES].map(({ bytes }) => `${bytes}`)).size).toBeGreaterThan(230);
  });
  it.each(GOOD_CASES)('good: $name', judge);
  it.each(BAD_CASES)('bad: $name', judge);
});

describe('ten thousand documents', () => {
  const unrelated = [
    'https://www.unrelated.com/',
    'http://8.8.8.8/',
    'https://x.y.unrelated.cn/a',
    'http://printer/',
  ];
  const text = fc.oneof(
    fc.constantFrom(
      '*',
      '*.',
      '.cn',
      '*://',
      'https://',
      '/*',
      'gov.cn',
      'com',
      '<all_urls>',
      '[',
      ':8080',
      '。',
    ),
    fc.string({ maxLength: 8 }),
  );
  const pattern = fc.oneof(
    fc.array(text, { maxLength: 5 }).map((pieces) => pieces.join('')),
    fc.tuple(fc.constantFrom('*', 'http', 'https'), text, text).map(([s, a, b]) => `${s}://${a}${b}/*`),
    fc.constantFrom(
      'https://a.example.gov.cn/*',
      '*://*.example.gov.cn/*',
      '*://oa/*',
      'http://10.1.2.3:8080/*',
    ),
    fc.constantFrom('https://b.cn/*', '*://*.b.com.cn/x/*'),
  );
  const portal = fc.record(
    {
      id: fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()),
      title: fc.oneof(fc.constant({ en: 'x' }), fc.jsonValue()),
      category: fc.oneof(fc.constant('reporting'), fc.jsonValue()),
      match: fc.oneof(fc.array(pattern, { minLength: 1, maxLength: 3 }), fc.jsonValue()),
      hosts: fc.array(pattern, { maxLength: 2 }),
      exclude: fc.array(pattern, { maxLength: 2 }),
      routes: fc.array(fc.string(), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'title', 'category', 'match'] },
  );
  const goodPortal = fc.record({
    id: fc.constant('a'),
    title: fc.constant({ en: 'x' }),
    category: fc.constant('reporting'),
    match: fc.array(pattern, { minLength: 1, maxLength: 3 }),
    hosts: fc.array(pattern, { maxLength: 1 }),
  });
  const document = fc.record(
    {
      format: fc.constant(1),
      id: fc.constant('x'),
      version: fc.constant(1),
      title: fc.constant({ en: 'x' }),
      portals: fc.oneof(fc.tuple(goodPortal), fc.array(portal, { maxLength: 3 })),
      words: fc.oneof({ weight: 4, arbitrary: fc.constant({ success: ['好'] }) }, fc.jsonValue()),
      locked: fc.subarray(['portals', 'later', 'consent']),
    },
    { requiredKeys: ['format', 'id', 'version', 'title', 'portals'] },
  );

  /** Of three: what else the machine does at the time is not the parser's. */
  const leastMs = (work: (json: string) => unknown, json: string) =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const startedAt = performance.now();
        work(json);
        return performance.now() - startedAt;
      }),
    );
  const greatest = () => {
    const filler = (index: number) => ({ id: index, match: ['*://*/*', 'x'.repeat(index % 80), index] });
    const many = Array.from({ length: 2_900 }, (_, index) => filler(index));
    return JSON.stringify({ format: 1, id: 'x', version: 1, title: { en: 'x' }, portals: many });
  };

  it('are never thrown at, never slow, and never accepted over-broad', () => {
    let accepted = 0;
    let slowestMs = 0;
    fc.assert(
      fc.property(document, (value) => {
        const json = JSON.stringify(value);
        const parsed = parseDomainConfig(json);
        slowestMs = Math.max(slowestMs, leastMs(parseDomainConfig, json));
        if (!parsed.ok) return;
        accepted += 1;
        const matcher = compileMatcher(parsed.value.config);
        const reached = unrelated.filter((address) => matchAddress(matcher, address) !== null);
        expect(reached).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
    expect(accepted, 'the law must not hold for want of cases').toBeGreaterThan(500);
    // Each is a hundredth of its size; a pattern that runs away takes seconds.
    expect(slowestMs).toBeLessThan(5 * leastMs(parseDomainConfig, greatest()));
  });

  // About 12 on its own.
  it('of the greatest size take at most 50 times as long to check as to read', () => {
    const json = greatest();
    expect(json.length).toBeGreaterThan(MAX_CONFIG_BYTES * 0.8);
    expect(json.length).toBeLessThanOrEqual(MAX_CONFIG_BYTES);
    expect(leastMs(parseDomainConfig, json)).toBeLessThan(50 * leastMs(JSON.parse, json));
  });
});
