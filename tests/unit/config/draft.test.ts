import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as drafts from '../../../utils/config/draft';
import { findOverlaps } from '../../../utils/config/overlaps';
import { configOf, documentOf, portalOf } from './sample';

describe('a draft', () => {
  it('of a list is that list again, without what says nothing', () => {
    const config = configOf(portalOf('a', { exempt: true, forms: [{ route: '/x', submit: ['上报'] }] }));
    const draft = drafts.draftOf(config);
    expect(JSON.stringify(draft)).not.toMatch(/null|\[\]|\{\}|false/);
    const checked = drafts.checkDraft(draft);
    expect(checked.ok && checked.value.config).toEqual(config);
  });

  it('is judged as every other document', () => {
    const checked = drafts.checkDraft(drafts.emptyDraft());
    expect(checked.ok ? [] : checked.problem.map(({ path }) => path)).toEqual(['id', 'title']);
  });

  it('is changed portal by portal', () => {
    const draft = drafts.draftOf(configOf(portalOf('a'), portalOf('b')));
    const changed = drafts.changePortal(draft, 1, { department: '民政局', category: 'messaging' });
    expect(changed.portals[1]).toMatchObject({ id: 'b', department: '民政局', category: 'messaging' });
    expect(changed.portals[0]).toBe(draft.portals[0]);
    expect(drafts.changePortal(changed, 1, { department: undefined }).portals[1]).not.toHaveProperty(
      'department',
    );
    expect(drafts.removePortal(changed, 0).portals.map(({ id }) => id)).toEqual(['b']);
    const added = drafts.addPortals(draft, [{ id: 'a' }, { id: '村务 平台' }, {}]);
    expect(added.portals.map(({ id }) => id)).toEqual(['a', 'b', 'a-2', 'portal', 'portal-2']);
  });

  it('goes out again above every version that is known', () => {
    const draft = drafts.toDraft({ ...documentOf(portalOf('a')), version: 3 }) as drafts.Draft;
    expect(drafts.reissue(draft, 7, '2026-11-24')).toMatchObject({ version: 8, issued: '2026-11-24' });
    expect(drafts.reissue(draft, null, '2026-11-24').version).toBe(4);
    expect(drafts.reissue(draft, 1, '2026-11-24').version).toBe(4);
  });

  it('can be made of any JSON object and never throws', () => {
    for (const none of [null, 1, 'x', []]) expect(drafts.toDraft(none)).toBeNull();
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('id', 'title', 'portals', 'version'), fc.jsonValue()),
        (document) => {
          const draft = drafts.toDraft(document);
          if (draft) drafts.checkDraft(draft);
          expect(draft).not.toBeNull();
        },
      ),
    );
  });
});

describe('overlaps', () => {
  const of = (...portals: Parameters<typeof configOf>) =>
    findOverlaps(configOf(...portals)).map(({ narrow, wide }) => [narrow.portal, wide.portal]);

  it.each<[string, string[], string[], number[][]]>([
    ['a page of a host', ['https://h.cn/*'], ['https://h.cn/app/*'], [[1, 0]]],
    ['a host of a domain', ['*://*.x.cn/*'], ['https://a.x.cn/*'], [[1, 0]]],
    ['a port of a host', ['http://h.cn/*'], ['http://h.cn:8080/*'], [[1, 0]]],
    ['one scheme of both', ['*://h.cn/*'], ['https://h.cn/*'], [[1, 0]]],
    ['side by side', ['https://h.cn/a/*'], ['https://h.cn/b/*'], []],
    ['other hosts', ['https://a.cn/*'], ['https://b.cn/*'], []],
    ['other ports', ['http://h.cn:81/*'], ['http://h.cn:82/*'], []],
  ])('%s', (_, first, second, expected) => {
    expect(of(portalOf('a', { match: first }), portalOf('b', { match: second }))).toEqual(expected);
    expect(of(portalOf('b', { match: second }), portalOf('a', { match: first }))).toEqual(
      expected.map(([narrow = 0, wide = 0]) => [wide, narrow]),
    );
  });

  it('meant so are none: routes or an exclusion tell them apart', () => {
    const whole = portalOf('a', { match: ['https://h.cn/*'] });
    const part = portalOf('b', { match: ['https://h.cn/app/*'] });
    expect(of({ ...whole, routes: ['/x/*'] }, part)).toEqual([]);
    expect(of({ ...whole, exclude: ['https://h.cn/app/*'] }, part)).toEqual([]);
    expect(of(whole, { ...part, exclude: ['https://h.cn/app/x'] })).toEqual([[1, 0]]);
  });
});
