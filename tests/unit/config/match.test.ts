import { describe, expect, it } from 'vitest';
import {
  compileMatcher,
  isBurden,
  matchAddress,
  matchFrame,
  matchRequest,
} from '../../../utils/config/match';
import { configOf, portalOf } from './sample';

type Portals = Parameters<typeof configOf>;
const matchIn = (portals: Portals, address: string) =>
  matchAddress(compileMatcher(configOf(...portals)), address);
const idOf = (portals: Portals, address: string) => matchIn(portals, address)?.portal.id ?? null;

describe('matchAddress', () => {
  it.each([
    ['https://a.cn/*', 'https://a.cn/x', true],
    ['https://a.cn/*', 'https://A.CN./x', true],
    ['https://a.cn/*', 'http://a.cn/x', false],
    ['*://a.cn/*', 'http://a.cn/x', true],
    ['https://a.cn/*', 'https://b.a.cn/x', false],
    ['https://*.a.cn/*', 'https://b.a.cn/x', true],
    ['https://*.a.cn/*', 'https://a.cn/x', true],
    ['https://*.a.cn/*', 'https://xa.cn/x', false],
    ['http://10.1.2.3/*', 'http://10.1.2.3:8080/', true],
    ['http://10.1.2.3:8080/*', 'http://10.1.2.3:8080/', true],
    ['http://10.1.2.3:8080/*', 'http://10.1.2.3/', false],
    ['http://10.1.2.3:80/*', 'http://10.1.2.3/', true],
    ['https://a.cn:443/*', 'https://a.cn/', true],
    ['http://oa/*', 'http://oa/x', true],
    ['http://[::1]/*', 'http://[::1]:99/x', true],
    ['https://a.cn/app/*', 'https://a.cn/app/1?x=2', true],
    ['https://a.cn/app', 'https://a.cn/app?x=2', true],
    ['https://a.cn/app', 'https://a.cn/app;jsessionid=1', true],
    ['https://a.cn/app/*', 'https://a.cn/news', false],
    ['https://a.cn/统计/*', 'https://a.cn/%E7%BB%9F%E8%AE%A1/x', true],
    ['https://例子.cn/*', 'https://xn--fsqu00a.cn/', true],
    ['*://a.cn/*', 'ftp://a.cn/', false],
    ['*://a.cn/*', 'not an address', false],
  ])('%s on %s: %s', (pattern, address, expected) => {
    expect(matchIn([portalOf('p', { match: [pattern] })], address) !== null).toBe(expected);
  });

  const limited = portalOf('p', { match: ['https://a.cn/*'], routes: ['/web/#/report/*', '/old/*'] });
  it.each([
    ['https://a.cn/web/#/report/1', true],
    ['https://a.cn/web/?x=1#/report/1?y=2', true],
    ['https://a.cn/web/#/news', false],
    ['https://a.cn/web/', false],
    ['https://a.cn/old/x#top', true],
  ])('keeps to its routes: %s %s', (address, expected) => {
    expect(idOf([limited], address) !== null).toBe(expected);
  });

  it('matches routes before they are made templates, and answers with the template', () => {
    const portal = portalOf('p', { match: ['https://a.cn/*'], routes: ['/v2/*'] });
    expect(matchIn([portal], 'https://a.cn/v2/330102')?.route).toBe('/v:n/:n');
    expect(matchIn([portal], 'https://a.cn/v3/330102')).toBeNull();
  });

  it('leaves out what is excluded, and falls back to a broader portal there', () => {
    const staff = portalOf('staff', { match: ['https://a.cn/x/*'], exclude: ['https://a.cn/x/news/*'] });
    const site = portalOf('site', { match: ['https://a.cn/*'] });
    expect(idOf([staff, site], 'https://a.cn/x/1')).toBe('staff');
    expect(idOf([staff, site], 'https://a.cn/x/news/1')).toBe('site');
    expect(idOf([staff], 'https://a.cn/x/news/1')).toBeNull();
  });

  it.each<[string, [string, string[]?], [string, string[]?]]>([
    ['exact host before wildcard', ['https://a.x.cn/*'], ['https://*.x.cn:443/app/deep/*']],
    ['longer wildcard', ['https://*.a.x.cn/*'], ['https://*.x.cn/app/deep/*']],
    ['port before none', ['https://a.x.cn:443/*'], ['https://a.x.cn/app/deep/*']],
    ['longer path', ['https://a.x.cn/app/deep/*'], ['https://a.x.cn/app/*', ['/app/deep/*']]],
    ['scheme', ['https://a.x.cn/app/*'], ['*://a.x.cn/app/*', ['/app/deep/*']]],
    ['routes before none', ['https://a.x.cn/app/*', ['/app/*']], ['https://a.x.cn/app/*']],
    ['longer route', ['https://a.x.cn/app/*', ['/app/deep/*']], ['https://a.x.cn/app/*', ['/app/*']]],
    ['order', ['https://a.x.cn/*deep*'], ['https://a.x.cn/*deep/*'.replace('deep/', 'eep/')]],
  ])('the most specific wins: %s', (name, winner, loser) => {
    const toPortal = (id: string, [pattern, routes = []]: [string, string[]?]) =>
      portalOf(id, { match: [pattern], routes });
    const [first, second] = [toPortal('winner', winner), toPortal('loser', loser)];
    const address = 'https://a.x.cn/app/deep/1';
    expect(idOf([first, second], address)).toBe('winner');
    if (name !== 'order') expect(idOf([second, first], address)).toBe('winner');
  });

  it('finds the most specific form and page rule', () => {
    const portal = portalOf('p', {
      match: ['https://a.cn/*'],
      forms: [
        { route: '/*', due: 'day:1' },
        { route: '/web/#/report/monthly', due: 'day:25' },
      ],
      pages: [{ route: '/web/#/rank/*', purpose: 'ranking' }],
    });
    expect(matchIn([portal], 'https://a.cn/web/#/report/monthly?id=7')?.form?.due).toBe('day:25');
    expect(matchIn([portal], 'https://a.cn/other')?.form?.due).toBe('day:1');
    expect(matchIn([portal], 'https://a.cn/other')?.page).toBeNull();
    expect(matchIn([portal], 'https://a.cn/web/#/rank/1')?.page?.purpose).toBe('ranking');
  });

  it('compares few patterns, however many there are', () => {
    const portals = Array.from({ length: 500 }, (_, index) =>
      portalOf(`p${index}`, {
        match: [0, 1, 2, 3].map((n) => `https://h${index}.example.cn/app${n}/*`),
      }),
    );
    const matcher = compileMatcher(configOf(...portals));
    expect(matchAddress(matcher, 'https://h250.example.cn/app3/x')?.portal.id).toBe('p250');
    expect(matcher.work.comparisons).toBeLessThanOrEqual(4);
    matcher.work.comparisons = 0;
    expect(matchAddress(matcher, 'https://elsewhere.example.com/')).toBeNull();
    expect(matcher.work.comparisons).toBe(0);
  });
});

describe('matchFrame', () => {
  const own = portalOf('own', { match: ['https://own.cn/*'] });
  const parent = portalOf('parent', {
    match: ['https://p.cn/*'],
    hosts: ['https://api.cn/*', 'https://own.cn/*'],
  });
  const matcher = compileMatcher(configOf(own, parent));
  it.each([
    ['https://api.cn/frame', 'parent', 'parent'],
    ['https://api.cn/frame', null, null],
    ['https://api.cn/frame', 'own', null],
    ['https://own.cn/', 'parent', 'own'],
    ['https://else.cn/', 'parent', null],
    ['about:blank', 'parent', null],
  ])('%s in %s: %s', (address, parentId, expected) => {
    expect(matchFrame(matcher, address, parentId)?.portal.id ?? null).toBe(expected);
  });
});

describe('matchRequest', () => {
  const [portal] = configOf(
    portalOf('p', {
      checkIn: { requests: ['POST /api/checkin*'] },
      noise: ['POST /api/heartbeat', 'POST /api/*'],
    }),
  ).portals;
  it.each([
    ['POST', 'https://api.cn/api/checkin?x=1', 'checkIn'],
    ['post', 'https://api.cn/api/heartbeat', 'noise'],
    ['GET', 'https://api.cn/api/heartbeat', null],
    ['POST', 'https://api.cn/form', null],
    ['POST', '', null],
  ])('%s %s: %s', (method, url, expected) => {
    expect(portal && matchRequest(portal, method, url)).toBe(expected);
  });
});

describe('isBurden', () => {
  it('leaves out public sites and what is exempt', () => {
    const { portals } = configOf(
      portalOf('a'),
      portalOf('b', { category: 'public-site' }),
      portalOf('c', { exempt: true }),
      portalOf('d', { category: 'messaging' }),
    );
    expect(portals.filter(isBurden).map(({ id }) => id)).toEqual(['a', 'd']);
  });
});

it('a confirmed public suffix reaches everything below it, and asks for no more', () => {
  const broad = ['*://*.gov.cn/*', '*://*.政务/*'];
  const config = configOf(portalOf('gov', { match: broad, broad }), portalOf('a'));
  const matcher = compileMatcher(config);
  expect(matchAddress(matcher, 'https://x.y.gov.cn/b')?.portal.id).toBe('gov');
  expect(matchAddress(matcher, 'http://例.政务/')?.portal.id).toBe('gov');
  expect(matchAddress(matcher, 'https://a.example.gov.cn/')?.portal.id).toBe('a');
  expect(matchAddress(matcher, 'https://x.com.cn/')).toBeNull();
});
