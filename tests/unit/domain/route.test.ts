import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLiteralRoute, toRoute } from '../../../utils/domain/route';

const routeOf = (address: string) => toRoute(new URL(address));

describe('toRoute', () => {
  it.each([
    ['http://h/', '/'],
    ['http://h', '/'],
    ['http://h/report/monthly', '/report/monthly'],
    ['http://h/report/monthly?name=王&id=1', '/report/monthly'],
    ['http://h/report#top', '/report'],
    ['http://h/web/#/report/monthly', '/web/#/report/monthly'],
    ['http://h/web/?a=1#/report/monthly?id=330102', '/web/#/report/monthly'],
    ['http://h/#!/a/b?x=1', '/#!/a/b'],
    ['http://h/#?x=1', '/'],
    ['http://h/person/330102198001011234', '/person/:n'],
    ['http://h/v2/list', '/v:n/list'],
    ['http://h/step2.html', '/step:n.html'],
    ['http://h/2024.html', '/:n.html'],
    ['http://h/zhangsan1980.html', '/:n.html'],
    ['http://h/a1b2', '/:n'],
    ['http://h/7', '/:n'],
    ['http://h/deadbeefcafe', '/:n'],
    ['http://h/123e4567-e89b-12d3-a456-426614174000', '/:n'],
    ['http://h/aBcDxYzQwErTyUiO', '/:n'],
    ['http://h/monthlyReportList', '/monthlyReportList'],
    ['http://h/abcdefghijklmnopqrstuvwxyzabc', '/:n'],
    ['http://h/王小明', '/:n'],
    ['http://h/%E7%8E%8B', '/:n'],
    ['http://h/%CD%F5', '/:n'],
    ['http://h/login;jsessionid=ABCDEF?x=1', '/login'],
    ['http://h/web#/a;id=5/b', '/web#/a/b'],
    ['http://h/a%3Fname%3Dzhang', '/:n'],
    ['http://h/a%2Fb', '/:n'],
    ['http://h/a@b.com', '/:n'],
    ['http://h/１２', '/:n'],
    ['about:blank', '/'],
    ['data:text/plain,secret', '/'],
  ])('%s -> %s', (address, route) => {
    expect(routeOf(address)).toBe(route);
  });

  it('keeps no digit, no Han, no query and at most 200 characters, whatever the address', () => {
    const text = fc.oneof(
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
        .map((codes) => String.fromCharCode(...codes)),
      fc.string({ unit: fc.constantFrom(...'a1Z%3F?&=;#/张２٣.-!'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, text, (segments, query, hash) => {
        const address = `http://h/${segments.join('/')}?${query}#/${hash}`;
        const route = routeOf(address);
        expect(route).not.toMatch(/\p{N}|\p{Script=Han}|[?&=;%@]/u);
        expect(route).toMatch(/^\/[\x20-\x7e]*$/);
        expect(route.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds no canary from a query, a path parameter or an anchor', () => {
    const canary = fc.stringMatching(/^[a-z]{6,12}$/).map((word) => `zq${word}`);
    fc.assert(
      fc.property(canary, (word) => {
        for (const address of [
          `a?${word}`,
          `a?x=${word}`,
          `a;s=${word}`,
          `a#${word}`,
          `#/a?${word}`,
          `#/a;${word}`,
        ]) {
          expect(routeOf(`http://h/${address}`)).not.toContain(word);
        }
      }),
    );
  });
});

describe('toLiteralRoute', () => {
  it('keeps path and hash route as written, for globs', () => {
    expect(toLiteralRoute(new URL('http://h/web/7;s=1?q#/report/12?x=1'))).toBe('/web/7#/report/12');
    expect(toLiteralRoute(new URL('http://h/list.html#top'))).toBe('/list.html');
  });
});
