import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher, matchAddress } from '../../../utils/config/match';
import {
  contentScriptMatches,
  hostPermissions,
  pagePlans,
  planFor,
  reconcile,
} from '../../../utils/config/registration-plan';
import { configOf, portalOf } from './sample';

describe('hostPermissions', () => {
  it('names whole hosts, without ports and paths, once', () => {
    const { portals } = configOf(
      portalOf('a', {
        match: ['http://10.1.2.3:8080/app/*', 'http://10.1.2.3/*'],
        hosts: ['*://*.x.cn:81/api'],
      }),
      portalOf('b', { match: ['https://x.x.cn/*'], exclude: ['https://never.cn/*'] }),
    );
    const expected = ['http://*.x.cn/*', 'http://10.1.2.3/*', 'https://*.x.cn/*', 'https://x.x.cn/*'];
    expect(hostPermissions(portals)).toEqual(expected);
    expect(contentScriptMatches(portals)).toEqual(expected);
    expect(hostPermissions([])).toEqual([]);
  });
});

describe('pagePlans', () => {
  const config = configOf(
    portalOf('wide', { match: ['https://*.x.cn/*'] }),
    portalOf('exact', { match: ['https://a.x.cn/app/*'], hosts: ['https://api.cn/*'] }),
    portalOf('other', { match: ['http://10.1.2.3/*'] }),
    portalOf('off', { match: ['https://off.cn/*'] }),
  );
  const plans = pagePlans(config, ['other', 'exact', 'wide', 'nobody']);
  const idsAt = (hostname: string) => planFor(plans, hostname)?.portals.map(({ id }) => id) ?? null;

  it.each([
    ['a.x.cn', ['wide', 'exact']],
    ['b.x.cn', ['wide']],
    ['x.cn', ['wide']],
    ['api.cn', ['exact']],
    ['10.1.2.3', ['other']],
    ['off.cn', null],
    ['constructor', null],
  ])('%s reads %j', (hostname, ids) => {
    expect(idsAt(hostname)).toEqual(ids);
  });

  it('gives every page the match that the whole config gives', () => {
    const host = fc.constantFrom('a.x.cn', 'b.a.x.cn', 'x.cn', 'b.x.cn', '10.1.2.3', 'oa');
    const key = fc.oneof(host, fc.constantFrom('*.x.cn', '*.a.x.cn'));
    const path = fc.constantFrom('*', 'app/*', 'app/deep', '*deep*');
    const pattern = fc
      .tuple(fc.constantFrom('*', 'http'), key, path)
      .map(([scheme, name, glob]) => `${scheme}://${name}/${glob}`);
    const list = fc.array(fc.uniqueArray(pattern, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(list, host, fc.constantFrom('', 'app/', 'app/deep'), (matches, hostname, tail) => {
        const portals = matches.map((match, index) =>
          portalOf(`p${index}`, { match, routes: [`/*${'*'.repeat(index)}`] }),
        );
        const whole = configOf(...portals);
        const plan = planFor(
          pagePlans(
            whole,
            portals.map(({ id }) => id),
          ),
          hostname,
        );
        const address = `http://${hostname}/${tail}`;
        const expected = matchAddress(compileMatcher(whole), address);
        expect(plan === null ? null : matchAddress(compileMatcher(plan), address)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe('reconcile', () => {
  it.each([
    [['http://a.cn/*'], 'http://a.cn/*', true],
    [['https://a.cn/*'], 'http://a.cn/*', false],
    [['*://a.cn/*'], 'http://a.cn/*', true],
    [['http://*.a.cn/*'], 'http://b.a.cn/*', true],
    [['http://*.a.cn/*'], 'http://*.a.cn/*', true],
    [['http://*.cn/*'], 'http://*.a.cn/*', true],
    [['*://*.x.a.cn/*'], 'http://*.a.cn/*', false],
    [['http://*.a.cn/*'], 'http://*.x.a.cn/*', true],
    [['*://*/*'], 'http://10.1.2.3/*', true],
    [['<all_urls>'], 'http://[::1]/*', true],
    [[], 'http://a.cn/*', false],
  ])('%j for %s: %s', (granted, wanted, isGranted) => {
    expect(reconcile(granted, [wanted])).toEqual(
      isGranted ? { register: [wanted], missing: [] } : { register: [], missing: [wanted] },
    );
  });
});
