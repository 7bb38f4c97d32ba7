import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob, matchesGlob } from '../../../utils/config/glob';

describe('matchesGlob', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/a/', false],
    ['/a/*', '/a/', true],
    ['/a/*', '/a', false],
    ['/*/b', '/x/y/b', true],
    ['/a*a', '/a', false],
    ['/a*a', '/aa', true],
    ['*#/r/*', '/web/#/r/1', true],
    ['/*a*b*', '/xbxa', false],
    ['/*ab*b', '/ab', false],
    ['/.+', '/xx', false],
  ])('%s on %s: %s', (glob, text, expected) => {
    expect(matchesGlob(compileGlob(glob), text)).toBe(expected);
  });

  it('agrees with the obvious regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*'), maxLength: 8 });
    fc.assert(
      fc.property(glob, letters, (pattern, text) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
        expect(matchesGlob(compileGlob(pattern), text)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
