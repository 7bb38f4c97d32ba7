import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPortals, checkDraft, type Draft, emptyDraft } from '../../../utils/config/draft';
import { MAX_TABLE_BYTES, readTable } from '../../../utils/config/read-table';
import { suggestFolderPattern, suggestPattern } from '../../../utils/config/suggest-pattern';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (table: Uint8Array | string) => {
  const result = readTable(typeof table === 'string' ? utf8(table) : table);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

const CHINESE = `某县政务系统清单,,,,\r
序号,系统名称,访问地址,主管部门,层级,类别\r
1,村务管理平台,https://cunwu.example.gov.cn/login?from=oa,农业农村局,县级,填报\r
2,"干部网络学院",study.example.gov.cn,组织部,省,在线学习\r
3,政务协同,http://10.1.2.3:8080/oa/index.html#/home,办公室,市级,协同办公\r
`;

describe('a table', () => {
  it('with Chinese headings below a title becomes portals that pass', () => {
    const { portals, problems } = read(CHINESE);
    expect(problems).toEqual([]);
    expect(portals).toEqual([
      {
        id: 'cunwu',
        title: { 'zh-CN': '村务管理平台' },
        department: '农业农村局',
        level: 'county',
        category: 'reporting',
        match: ['https://cunwu.example.gov.cn/*'],
      },
      {
        id: 'study',
        title: { 'zh-CN': '干部网络学院' },
        department: '组织部',
        level: 'province',
        category: 'learning-hours',
        match: ['*://study.example.gov.cn/*'],
      },
      {
        id: '10.1.2.3:8080',
        title: { 'zh-CN': '政务协同' },
        department: '办公室',
        level: 'city',
        category: 'messaging',
        match: ['http://10.1.2.3:8080/*'],
      },
    ]);
    const head: Draft = { ...emptyDraft(), id: 'xx', title: { 'zh-CN': '某县' } };
    const checked = checkDraft(addPortals(head, portals));
    expect(checked.ok && checked.value.config.portals.map(({ id }) => id)).toEqual([
      'cunwu',
      'study',
      '10-1-2-3-8080',
    ]);
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8 with a mark', (text) => utf8(`\uFEFF${text}`)],
    ['UTF-16', (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['tabs', (text) => utf8(text.replaceAll(',', '\t'))],
    ['semicolons', (text) => utf8(text.replaceAll(',', ';'))],
    ['bare line feeds', (text) => utf8(text.replaceAll('\r', ''))],
  ])('in %s is the same table', (_, encode) => {
    expect(read(encode(CHINESE))).toEqual(read(CHINESE));
  });

  it('as Excel saves it on a Chinese computer is the same table', () => {
    const saved = readFileSync(new URL('../../fixtures/systems-gbk.csv', import.meta.url));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(saved)).toThrow();
    expect(read(new Uint8Array(saved))).toEqual(read(CHINESE));
  });

  it('with English headings', () => {
    const { portals } = read(
      'Name,URL,Department,Level,Category\nVillage Desk,oa,Town Office,town,check-in\n',
    );
    expect(portals).toEqual([
      {
        id: 'oa',
        title: { en: 'Village Desk' },
        department: 'Town Office',
        level: 'town',
        category: 'check-in',
        match: ['*://oa/*'],
      },
    ]);
  });

  it('keeps systems of one host apart by their folders', () => {
    const { portals } = read('名称,网址\n甲,http://10.0.0.1/jia/login.do\n乙,http://10.0.0.1/yi/\n');
    expect(portals.map(({ match }) => match)).toEqual([['http://10.0.0.1/jia/*'], ['http://10.0.0.1/yi/*']]);
  });

  it('names what is left out or doubtful by its line', () => {
    const { portals, problems } = read(
      '名称,网址,层级,类别\n,https://a.cn/\n甲,见附件\n乙,b.cn,宇宙级,聊天\n\n丙,c.cn\n',
    );
    expect(portals.map(({ title }) => title)).toEqual([{ 'zh-CN': '乙' }, { 'zh-CN': '丙' }]);
    expect(problems.map(({ path, code, detail }) => `${path} ${code} ${detail}`)).toEqual([
      '2 wrongShape 名称 | name',
      '3 badPattern 网址 | address',
      '4 wrongShape 层级 | level',
      '4 wrongShape 类别 | category',
    ]);
  });

  it('without headings, of another kind or too large is refused', () => {
    const codeOf = (bytes: Uint8Array) => {
      const result = readTable(bytes);
      return result.ok ? 'ok' : result.problem[0]?.code;
    };
    expect(codeOf(utf8('甲,https://a.cn/'))).toBe('noHeadings');
    expect(codeOf(utf8(''))).toBe('noHeadings');
    expect(codeOf(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0, 0, 0xff]))).toBe('notText');
    expect(codeOf(new Uint8Array(MAX_TABLE_BYTES + 1))).toBe('tooLarge');
  });

  it('never throws, and what it makes has a good pattern', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 })), (rows) => {
        const text = rows.map((cells) => cells.join(',')).join('\n');
        const result = readTable(utf8(`name,address\n${text}`));
        if (!result.ok) return;
        const head: Draft = { ...emptyDraft(), id: 'xx', title: { en: 'x' } };
        const checked = checkDraft(addPortals(head, result.value.portals));
        const codes = checked.ok ? [] : checked.problem.map(({ code }) => code);
        // Two rows may name the same place; that is for the reader to settle.
        expect(codes.filter((code) => code !== 'duplicateId' && code !== 'wrongShape')).toEqual([]);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readTable(bytes)));
  });
});

describe('a pattern from what was pasted', () => {
  it.each<[string, string | null, string | null]>([
    [
      'https://cunwu.example.gov.cn/web/index.html?a=1#/x',
      'https://cunwu.example.gov.cn/*',
      'https://cunwu.example.gov.cn/web/*',
    ],
    ['cunwu.example.gov.cn', '*://cunwu.example.gov.cn/*', '*://cunwu.example.gov.cn/*'],
    [' 10.1.2.3:8080/app/ ', '*://10.1.2.3:8080/*', '*://10.1.2.3:8080/app/*'],
    ['HTTP://OA/', 'http://oa/*', 'http://oa/*'],
    ['https://u:p@a.cn/', null, null],
    ['ftp://a.cn/', null, null],
    ['见附件', null, null],
    ['*', null, null],
    ['https://*.gov.cn/', null, null],
    ['', null, null],
  ])('%s', (text, host, folder) => {
    expect(suggestPattern(text)).toBe(host);
    expect(suggestFolderPattern(text)).toBe(folder);
  });
});
