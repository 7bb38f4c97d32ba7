// A page that has only its host's plan must find the place that the whole config says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher, type Match, matchAddress, matchFrame } from '../../../utils/config/match';
import { compilePlan } from '../../../utils/config/page-plan';
import { parseDomainConfig } from '../../../utils/config/parse';
import { hostKeys } from '../../../utils/config/patterns';
import { pagePlans } from '../../../utils/config/registration-plan';
import type { DomainConfig } from '../../../utils/config/schema';
import { makeWordTable } from '../../../utils/domain/word-table';
import { locate } from '../../../utils/page/locate';
import { configOf, documentOf, portalOf } from './sample';

const KNOWN = makeWordTable();

function found(config: DomainConfig, address: string, isFramed: boolean) {
  const plans = pagePlans(
    config,
    config.portals.map(({ id }) => id),
  );
  const key = hostKeys(new URL(address).hostname).find((each) => Object.hasOwn(plans, each));
  const plan = key === undefined ? undefined : plans[key];
  // As it arrives: through JSON.
  const published = plan && JSON.parse(JSON.stringify(compilePlan(plan, key ?? '')));
  const place = published ? locate(published, KNOWN, address, isFramed) : null;
  return (
    place && { portalId: place.portalId, route: place.route, cycle: place.cycle, submit: place.words.submit }
  );
}

function wanted(config: DomainConfig, address: string, isFramed: boolean) {
  const matcher = compileMatcher(config);
  let match: Match | null = matchAddress(matcher, address);
  for (const { id } of isFramed ? config.portals : []) match ??= matchFrame(matcher, address, id);
  return (
    match && {
      portalId: match.portal.id,
      route: match.route,
      cycle: match.form?.cycle ?? 'day',
      submit: match.form?.submit[0] ? `^(?:${match.form.submit[0]})$` : '(?!)',
    }
  );
}

const host = fc.constantFrom('a.x.cn', 'b.a.x.cn', 'x.cn', 'b.x.cn', '10.1.2.3', 'oa');
const port = fc.constantFrom('', ':80', ':443', ':8080');
const glob = fc.constantFrom('/*', '/app/*', '/app/deep', '/*deep*', '/*e*', '/*/x');
const pattern = fc
  .tuple(
    fc.constantFrom('*', 'http', 'https'),
    fc.oneof(host, fc.constantFrom('*.x.cn', '*.a.x.cn')),
    port,
    glob,
  )
  .map(([scheme, name, at, path]) => `${scheme}://${name}${at}${path}`);
const patterns = (most: number, minLength = 0) => fc.uniqueArray(pattern, { minLength, maxLength: most });
const route = fc.constantFrom('/*', '/app/*', '/app/deep', '*#/report/*', '/app/*#/report/month', '*month');
const forms = fc
  .array(fc.tuple(route, fc.constantFrom('送出', '走你'), fc.constantFrom('week', 'month')), { maxLength: 3 })
  .map((list) => list.map(([to, word, cycle]) => ({ route: to, submit: [word], cycle })));
const config = fc
  .array(
    fc.record({
      match: patterns(3, 1),
      exclude: patterns(1),
      hosts: patterns(2),
      routes: fc.array(route, { maxLength: 2 }),
      forms,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((portals) => portals.map((portal, at) => portalOf(`p${at}`, portal)))
  // Two portals with one pattern and the same routes are refused.
  .filter((portals) => parseDomainConfig(JSON.stringify(documentOf(...portals))).ok)
  .map((portals) => configOf(...portals));
const address = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    host,
    port,
    fc.constantFrom('/', '/app/', '/app/deep', '/x/deep/y', '/app/9/x'),
    fc.constantFrom('', '?q=1', '#/report/month', '#/report/9?q=1', '#top'),
  )
  .map((parts) => `${parts[0]}://${parts[1]}${parts[2]}${parts[3]}${parts[4]}`);

describe('the plan of a host', () => {
  it('finds what the whole config finds, in pages and in frames', () => {
    let hits = 0;
    fc.assert(
      fc.property(config, address, fc.boolean(), (whole, at, isFramed) => {
        const expected = wanted(whole, at, isFramed);
        if (expected) hits += 1;
        expect(found(whole, at, isFramed)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
    expect(hits).toBeGreaterThan(200);
  });

  it('stays small however many rules there are', () => {
    const many = Array.from({ length: 100 }, (_, at) => `/app/${at}/*`);
    const whole = configOf(
      portalOf('a', {
        match: many.map((path) => `https://a.x.cn${path}`),
        routes: many,
        forms: many.map((path) => ({ route: path })),
      }),
    );
    const plan = pagePlans(whole, ['a'])['a.x.cn'];
    const written = JSON.stringify(plan && compilePlan(plan, 'a.x.cn')).length;
    expect(written).toBeLessThan(10 * JSON.stringify(whole).length);
  });
});
