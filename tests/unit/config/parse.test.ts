import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CONFIG_BYTES, MAX_PROBLEMS, parseDomainConfig } from '../../../utils/config/parse';
import { CATEGORIES, LEVELS, PURPOSES } from '../../../utils/config/schema';
import { CYCLES } from '../../../utils/domain/cycle';
import { anyText, documentOf, portalOf } from './sample';

const parse = (document: unknown) => parseDomainConfig(JSON.stringify(document));
const problemsOf = (input: unknown) => {
  const parsed = parse(input);
  return parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${path}: ${code}`);
};
const withPortal = (rest: object) => ({ ...documentOf(), portals: [{ ...portalOf('a'), ...rest }] });
const withTop = (rest: object) => ({ ...documentOf(portalOf('a')), ...rest });

describe('parseDomainConfig', () => {
  it('fills in what a minimal document leaves out', () => {
    const parsed = parse(documentOf(portalOf('a')));
    expect(parsed.ok && parsed.value.config).toEqual({
      format: 1,
      id: 'xx-county',
      version: 12,
      issued: null,
      title: { 'zh-CN': '某县' },
      publisher: null,
      calendar: { workdays: [], holidays: [] },
      words: { success: [], failure: [] },
      neverRead: [],
      locked: [],
      portals: [
        {
          id: 'a',
          title: { 'zh-CN': 'a' },
          department: null,
          level: null,
          region: null,
          category: 'reporting',
          exempt: false,
          purpose: null,
          match: ['https://a.example.gov.cn/*'],
          exclude: [],
          routes: [],
          hosts: [],
          broad: [],
          checkIn: { controls: [], success: [], requests: [] },
          forms: [],
          pages: [],
          noise: [],
        },
      ],
    });
  });

  it('takes bytes and text, with and without a byte order mark', () => {
    const text = JSON.stringify(documentOf(portalOf('a')));
    const bytes = new TextEncoder().encode(text);
    const results = [text, `\uFEFF${text}`, bytes, new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])].map(
      parseDomainConfig,
    );
    for (const result of results) expect(result).toEqual(results[0]);
    expect(results[0]?.ok).toBe(true);
  });

  it('refuses what is too large, no text, no JSON or no document, as a whole', () => {
    const codeOf = (input: Uint8Array | string) => {
      const parsed = parseDomainConfig(input);
      return parsed.ok ? 'ok' : parsed.problem;
    };
    const text = JSON.stringify(documentOf(portalOf('a')));
    const bytes = new TextEncoder().encode(text).length;
    expect(codeOf(text + ' '.repeat(MAX_CONFIG_BYTES - bytes))).toBe('ok');
    expect(codeOf(text + ' '.repeat(MAX_CONFIG_BYTES - bytes + 1))).toMatchObject([
      { code: 'tooLarge', path: '' },
    ]);
    expect(codeOf('张'.repeat(MAX_CONFIG_BYTES / 2))).toMatchObject([{ code: 'tooLarge', path: '' }]);
    expect(codeOf(new Uint8Array(MAX_CONFIG_BYTES + 1))).toMatchObject([{ code: 'tooLarge', path: '' }]);
    expect(codeOf(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toMatchObject([{ code: 'notText', path: '' }]);
    expect(codeOf('{\n"a": 1,\n"b" 秘密}')).toEqual([{ code: 'notJson', path: '', detail: 'line 3' }]);
    expect(codeOf('')).toMatchObject([{ code: 'notJson', path: '' }]);
    for (const json of ['null', '[]', '1', '"x"']) expect(codeOf(json)).not.toBe('ok');
    expect(codeOf('[['.repeat(60_000))).toMatchObject([{ code: 'notJson' }]);
    expect(codeOf(`${'['.repeat(60_000)}${']'.repeat(60_000)}`)).not.toBe('ok');
    expect(codeOf(`[${'1,'.repeat(100_000)}1]`)).not.toBe('ok');
  });

  it.each<[string, unknown, string]>([
    ['unknown key', withTop({ titel: 1 }), 'titel: wrongShape'],
    ['unknown key deeper', withPortal({ mach: [] }), 'portals[0].mach: wrongShape'],
    [
      'unknown key in a title',
      withPortal({ title: { 'zh-CN': 'a', fr: 'b' } }),
      'portals[0].title.fr: wrongShape',
    ],
    ['schema key deeper', withPortal({ $schema: '' }), 'portals[0].$schema: wrongShape'],
    ['name of every object', JSON.parse('{"__proto__":{}}'), '__proto__: wrongShape'],
    [
      'name of every object deeper',
      withPortal(JSON.parse('{"constructor":1}')),
      'portals[0].constructor: wrongShape',
    ],
    ['missing title', withTop({ title: undefined }), 'title: wrongShape'],
    ['empty title', withTop({ title: {} }), 'title: wrongShape'],
    ['missing match', withPortal({ match: undefined }), 'portals[0].match: wrongShape'],
    ['empty match', withPortal({ match: [] }), 'portals[0].match: wrongShape'],
    ['missing category', withPortal({ category: undefined }), 'portals[0].category: wrongShape'],
    ['other category', withPortal({ category: 'chat' }), 'portals[0].category: wrongShape'],
    ['other level', withPortal({ level: 'planet' }), 'portals[0].level: wrongShape'],
    ['other purpose', withPortal({ purpose: 'x' }), 'portals[0].purpose: wrongShape'],
    ['other format', withTop({ format: 2 }), 'format: unknownFormat'],
    ['no format', withTop({ format: undefined }), 'format: unknownFormat'],
    ['half version', withTop({ version: 1.5 }), 'version: wrongShape'],
    ['negative version', withTop({ version: -1 }), 'version: wrongShape'],
    ['text version', withTop({ version: '1' }), 'version: wrongShape'],
    ['id of every object', withPortal({ id: 'constructor' }), 'portals[0].id: wrongShape'],
    ['id with a slash', withPortal({ id: 'a/b' }), 'portals[0].id: wrongShape'],
    ['long text', withPortal({ department: 'x'.repeat(201) }), 'portals[0].department: wrongShape'],
    ['blank word', withTop({ neverRead: [' '] }), 'neverRead[0]: wrongShape'],
    ['bad pattern', withPortal({ match: ['https://a.cn/*', 'a.cn'] }), 'portals[0].match[1]: badPattern'],
    ['pattern of another type', withPortal({ match: [7] }), 'portals[0].match[0]: wrongShape'],
    ['broad pattern', withPortal({ hosts: ['*://*.gov.cn/*'] }), 'portals[0].hosts[0]: tooBroad'],
    ['broad exclude', withPortal({ exclude: ['<all_urls>'] }), 'portals[0].exclude[0]: tooBroad'],
    ['route with query', withPortal({ routes: ['/a?x'] }), 'portals[0].routes[0]: badRoute'],
    ['route from nowhere', withPortal({ routes: ['a/b'] }), 'portals[0].routes[0]: badRoute'],
    ['form without route', withPortal({ forms: [{}] }), 'portals[0].forms[0].route: wrongShape'],
    ['form route', withPortal({ forms: [{ route: '' }] }), 'portals[0].forms[0].route: badRoute'],
    ['due', withPortal({ forms: [{ route: '/', due: 'day:32' }] }), 'portals[0].forms[0].due: badDate'],
    [
      'due date',
      withPortal({ forms: [{ route: '/', due: 'date:2026-02-29' }] }),
      'portals[0].forms[0].due: badDate',
    ],
    ['request method', withPortal({ noise: ['FETCH /a'] }), 'portals[0].noise[0]: badRoute'],
    [
      'request query',
      withPortal({ checkIn: { requests: ['POST /a?b'] } }),
      'portals[0].checkIn.requests[0]: badRoute',
    ],
    ['list for object', withTop({ words: [] }), 'words: wrongShape'],
    ['list for check-in', withPortal({ checkIn: [] }), 'portals[0].checkIn: wrongShape'],
    ['no such day', withTop({ calendar: { holidays: ['2026-02-30'] } }), 'calendar.holidays[0]: badDate'],
    ['day in words', withTop({ issued: 'today' }), 'issued: badDate'],
    ['locked consent', withTop({ locked: ['idleTimeout', 'consent'] }), 'locked[1]: notAllowed'],
    ['locked deletion', withTop({ locked: ['DeleteAll'] }), 'locked[0]: notAllowed'],
  ])('refuses: %s', (_, document, problem) => {
    expect(problemsOf(document)).toContain(problem);
  });

  it('refuses two portals of one id or of one pattern with the same routes, not one host for several', () => {
    const b = (rest: object) => ({
      ...documentOf(),
      portals: [portalOf('a'), { ...portalOf('b'), ...rest }],
    });
    expect(problemsOf(b({ id: 'a' }))).toEqual(['portals[1].id: duplicateId']);
    expect(problemsOf(b({ match: ['https://A.example.gov.cn/*'] }))).toEqual([
      'portals[1].match[0]: duplicateId',
    ]);
    expect(problemsOf(b({ match: ['https://a.example.gov.cn/*'], routes: ['/b/*'] }))).toEqual([]);
    expect(problemsOf(b({ match: ['https://a.example.gov.cn/b/*'] }))).toEqual([]);
  });

  it('takes what is broad only where it is confirmed word for word, and every website never', () => {
    const match = ['*://*.gov.cn/*', 'https://*.cn/app/*'];
    expect(problemsOf(withPortal({ match }))).toEqual([
      'portals[0].match[0]: tooBroad',
      'portals[0].match[1]: tooBroad',
    ]);
    expect(problemsOf(withPortal({ match, broad: match }))).toEqual([]);
    expect(problemsOf(withPortal({ match, broad: ['*://*.GOV.cn/*', match[1]] }))).toEqual([
      'portals[0].match[0]: tooBroad',
    ]);
    for (const every of ['*://*/*', '<all_urls>', 'http://*/*'])
      expect(problemsOf(withPortal({ match: [every], broad: [every] }))).toContain(
        'portals[0].match[0]: tooBroad',
      );
  });

  it('bounds portals, patterns and problems', () => {
    const many = (count: number, rest: object = {}) =>
      documentOf(...Array.from({ length: count }, (_, index) => portalOf(`p${index}`, rest)));
    expect(problemsOf(many(500))).toEqual([]);
    expect(problemsOf(many(501))).toEqual(['portals: tooLarge']);
    const exclude = Array.from({ length: 20 }, (_, index) => `https://h/${index}`);
    expect(problemsOf(many(95, { exclude }))).toEqual([]);
    expect(problemsOf(many(96, { exclude }))).toEqual(['portals: tooLarge']);
    expect(problemsOf(many(200, { region: 7 } as object))).toHaveLength(MAX_PROBLEMS);
  });

  it('skips notes, and leaves no trace of foreign keys', () => {
    const parsed = parse({ $schema: 's', 'x-note': { deep: 1 }, ...withPortal({ 'x-who': 'me' }) });
    expect(parsed.ok && JSON.stringify(parsed.value)).not.toMatch(/\$schema|x-note|x-who/);
    parse(JSON.parse('{"__proto__":{"polluted":1},"portals":[{"__proto__":{"polluted":1}}]}'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('reads back what it made', () => {
    const word = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `词${text}`);
    const words = fc.array(word, { maxLength: 3 });
    const label = fc.stringMatching(/^[a-z]{1,8}$/);
    const route = label.map((name) => `/${name}/#/*`);
    const form = fc.record(
      {
        route,
        title: fc.record({ 'zh-CN': word }),
        submit: words,
        cycle: fc.constantFrom(null, ...CYCLES),
        due: fc.constantFrom(null, 'day:31', 'weekday:7', 'date:2028-02-29'),
        purpose: fc.constantFrom(null, ...PURPOSES),
        ignore: fc.boolean(),
      },
      { requiredKeys: ['route'] },
    );
    const portal = fc.record(
      {
        title: fc.record({ en: word }),
        category: fc.constantFrom(...CATEGORIES),
        level: fc.constantFrom(null, ...LEVELS),
        region: fc.option(word),
        exempt: fc.boolean(),
        routes: fc.array(route, { maxLength: 2 }),
        forms: fc.array(form, { maxLength: 2 }),
        noise: fc.array(
          label.map((name) => `POST /${name}`),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['title', 'category'] },
    );
    fc.assert(
      fc.property(fc.array(portal, { maxLength: 4 }), words, (portals, neverRead) => {
        const whole = portals.map((rest, index) => ({ ...portalOf(`p${index}`), ...rest }));
        const once = parse({ ...documentOf(...whole), neverRead });
        expect(once.ok).toBe(true);
        if (once.ok) expect(parse(once.value.config)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('never throws, whatever it is given', () => {
    const key = fc.constantFrom(
      'format',
      'id',
      'portals',
      'match',
      'title',
      'forms',
      '__proto__',
      'x-a',
      'zh-CN',
      'calendar',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      anyText,
      tree.map((value) => JSON.stringify(value)),
      tree.map((value) => JSON.stringify(withPortal({ forms: value, match: value }))),
      tree.map((value) => JSON.stringify({ ...documentOf(), portals: value })),
    );
    fc.assert(
      fc.property(input, (value) => {
        const parsed = parseDomainConfig(value);
        if (parsed.ok) return;
        expect(parsed.problem.length).toBeGreaterThan(0);
        expect(parsed.problem.length).toBeLessThanOrEqual(MAX_PROBLEMS);
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
