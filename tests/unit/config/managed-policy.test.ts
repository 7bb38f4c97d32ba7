import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocks } from '../../../utils/config/locks';
import {
  EMPTY_BELIEVED_AFTER_MS,
  NO_POLICY,
  nextReading,
  readManagedPolicy,
} from '../../../utils/config/managed-policy';

describe('readManagedPolicy', () => {
  it('reads what an administrator sets', () => {
    const values = {
      configJson: '{}',
      configUrl: 'https://lists.example.gov.cn/county.json',
      configSha256: 'AB'.repeat(32),
      configPublicKey: 'AAAA',
      updateIntervalMinutes: 240,
      locked: 'idleTimeout, portals；sources',
      showWelcome: false,
    };
    expect(readManagedPolicy(values)).toEqual({
      policy: {
        ...values,
        configSha256: 'ab'.repeat(32),
        locked: ['idleTimeout', 'portals', 'sources'],
      },
      problems: [],
    });
    expect(readManagedPolicy({})).toEqual({ policy: NO_POLICY, problems: [] });
  });

  it.each<[string, unknown, string]>([
    ['configJson', { format: 1 }, 'wrongShape'],
    ['configUrl', 'lists/county.json', 'badAddress'],
    ['configUrl', 7, 'wrongShape'],
    ['configSha256', 'abc', 'wrongShape'],
    ['updateIntervalMinutes', '60', 'wrongShape'],
    ['updateIntervalMinutes', 0, 'wrongShape'],
    ['locked', ['portals'], 'wrongShape'],
    ['locked', 'portals,pause', 'notAllowed'],
    ['locked', 'DeleteEverything', 'notAllowed'],
    ['showWelcome', 'no', 'wrongShape'],
  ])('names %s: %j', (path, value, code) => {
    const { problems, policy } = readManagedPolicy({ configPublicKey: 'AAAA', [path]: value });
    expect(problems).toMatchObject([{ code, path }]);
    expect(policy.configPublicKey, 'the rest holds').toBe('AAAA');
  });

  it('never throws and never locks what is the person’s', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(NO_POLICY)), fc.anything()), (values) => {
        const { policy } = readManagedPolicy(values);
        expect(policy.locked.every((lock) => !/consent|pause|export|delet/i.test(lock))).toBe(true);
      }),
    );
  });

  it('is asked for what the managed schema offers, in kinds that Chromium loads', () => {
    const schema = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
    expect(Object.keys(schema)).toEqual(['type', 'properties']);
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(NO_POLICY).sort());
    for (const property of Object.values<Record<string, string>>(schema.properties)) {
      expect(['string', 'integer', 'boolean']).toContain(property.type);
      expect(Object.keys(property).every((key) => ['title', 'description', 'type'].includes(key))).toBe(true);
    }
  });
});

describe('an empty answer', () => {
  const values = { configJson: '{}' };
  const before = { values, emptySince: null };

  it('removes nothing until it stayed empty', () => {
    const first = nextReading(before, {}, 1_000, false);
    expect(first).toEqual({ values, emptySince: 1_000 });
    expect(nextReading(first, {}, 2_000, false)).toEqual(first);
    const later = nextReading(first, {}, 1_000 + EMPTY_BELIEVED_AFTER_MS, false);
    expect(later.values).toEqual({});
    expect(nextReading(first, values, 2_000, false)).toEqual(before);
  });

  it('is believed at once when the browser announces it', () => {
    expect(nextReading(before, {}, 1_000, true).values).toEqual({});
  });
});

it('locks are the known names of all lists, once', () => {
  expect(toLocks(['sources', 'colour'], ['sources', 'idleTimeout', 'consent'])).toEqual([
    'idleTimeout',
    'sources',
  ]);
});
