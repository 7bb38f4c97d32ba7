import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptUpdate, CONFIG_SOURCES, resolveConfig } from '../../../utils/config/resolve';

describe('resolveConfig', () => {
  it('holds the precedence, in whatever order candidates come', () => {
    expect(CONFIG_SOURCES).toEqual(['managed', 'signed', 'unsigned', 'imported', 'bundled']);
    fc.assert(
      fc.property(fc.shuffledSubarray([...CONFIG_SOURCES]), (sources) => {
        const best = CONFIG_SOURCES.find((source) => sources.includes(source));
        expect(resolveConfig(sources.map((source) => ({ source })))?.source).toBe(best);
      }),
    );
    expect(resolveConfig([])).toBeNull();
  });
});

describe('acceptUpdate', () => {
  const identity = (id: string, version: number, hash: string) => ({ config: { id, version }, hash });
  const current = identity('a', 5, 'h');
  it.each([
    ['higher', identity('a', 6, 'x'), true],
    ['the same', identity('a', 5, 'h'), true],
    ['rewritten', identity('a', 5, 'x'), false],
    ['lower', identity('a', 4, 'h'), false],
    ['another id', identity('b', 1, 'x'), true],
  ])('%s', (_, incoming, isAccepted) => {
    const result = acceptUpdate(current, incoming);
    expect(result.ok).toBe(isAccepted);
    if (!result.ok) expect(result.problem).toMatchObject({ code: 'olderVersion', path: 'version' });
    expect(acceptUpdate(null, incoming)).toEqual({ ok: true, value: incoming });
  });
});
