import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft, type Draft, toDraft } from '../../../utils/config/draft';
import { compileMatcher, matchAddress } from '../../../utils/config/match';
import { addPickedRule, type PickedRule, toRouteGlob } from '../../../utils/config/picked-rule';
import { toRoute } from '../../../utils/domain/route';
import { documentOf, portalOf } from './sample';

const draftOf = (...portals: Parameters<typeof documentOf>) => toDraft(documentOf(...portals)) as Draft;
const DRAFT = draftOf(portalOf('a'), portalOf('b', { forms: [{ route: '/x', submit: ['上报'] }] }));

function configAfter(draft: Draft, at: number, ...rules: PickedRule[]) {
  const after = rules.reduce((known, rule) => addPickedRule(known, at, rule), draft);
  const checked = checkDraft(after);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return checked.value.config.portals[at];
}

describe('a rule that was picked', () => {
  it('for a check-in is literal words of the portal', () => {
    const portal = configAfter(
      DRAFT,
      0,
      { what: 'checkInControl', words: '我到了' },
      { what: 'checkInSuccess', words: '已入册' },
    );
    expect(portal?.checkIn).toEqual({ controls: ['我到了'], success: ['已入册'], requests: [] });
  });

  it('for a form is words and a route; one route has one rule', () => {
    const portal = configAfter(
      DRAFT,
      1,
      { what: 'formSuccess', words: '已收妥', route: '/x' },
      { what: 'formFailure', words: '退件', route: '/x' },
      { what: 'formSubmit', words: '交表', route: '/y/*' },
      { what: 'formIgnore', route: '/y/*' },
    );
    expect(portal?.forms).toMatchObject([
      { route: '/x', submit: ['上报'], success: ['已收妥'], failure: ['退件'], ignore: false },
      { route: '/y/*', submit: ['交表'], ignore: true },
    ]);
  });

  it('is not written twice, however it is spelt', () => {
    const once = configAfter(DRAFT, 0, { what: 'checkInControl', words: '我 到 了' });
    const twice = configAfter(
      DRAFT,
      0,
      { what: 'checkInControl', words: '我 到 了' },
      { what: 'checkInControl', words: '我到了' },
    );
    expect(twice).toEqual(once);
  });

  it('leaves other portals and a draft without that portal alone', () => {
    expect(addPickedRule(DRAFT, 0, { what: 'formIgnore', route: '/x' }).portals[1]).toBe(DRAFT.portals[1]);
    expect(addPickedRule(DRAFT, 7, { what: 'formIgnore', route: '/x' })).toBe(DRAFT);
  });

  it('fits the address it was picked at, whatever that was', () => {
    const segment = fc.oneof(
      fc.constantFrom('web', 'index.html', 'step2.html', 'v2', '20261125', '统计', 'a1b2c3d4e5', ''),
      fc.string({ maxLength: 30, unit: 'grapheme' }).map(encodeURIComponent),
    );
    const path = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, fc.option(path), (way, hash) => {
        const url = new URL(
          `https://a.example.gov.cn${way.replace(/^\/+/, '/')}${hash === null ? '' : `#${hash}`}`,
        );
        const route = toRouteGlob(toRoute(url));
        const portal = configAfter(DRAFT, 0, { what: 'formIgnore', route });
        if (!portal) throw new Error('no portal');
        const match = matchAddress(compileMatcher({ portals: [portal] }), url.href);
        // A template that had to be cut short is no whole route any more.
        if (toRoute(url).length < 200) expect(match?.form?.ignore).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
