import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostKeys, parsePattern } from '../../../utils/config/patterns';

const codeOf = (text: string) => {
  const parsed = parsePattern(text);
  return parsed.ok ? 'ok' : parsed.problem.code;
};

describe('parsePattern', () => {
  it.each([
    ['https://cunwu.example.gov.cn/*', 'https://cunwu.example.gov.cn/*'],
    ['HTTPS://CunWu.Example.gov.cn/A', 'https://cunwu.example.gov.cn/A'],
    ['http://10.1.2.3:8080/app/*', 'http://10.1.2.3:8080/app/*'],
    ['*://oa/*', '*://oa/*'],
    ['http://localhost:3000/', 'http://localhost:3000/'],
    ['http://[::1]:8080/*', 'http://[::1]:8080/*'],
    ['http://[0:0:0:0:0:0:0:1]/*', 'http://[::1]/*'],
    ['*://*.zj.gov.cn/*', '*://*.zj.gov.cn/*'],
    ['https://*.e-celap.cn/*', 'https://*.e-celap.cn/*'],
    ['https://gov.cn/*', 'https://gov.cn/*'],
    ['https://例子.cn/*', 'https://xn--fsqu00a.cn/*'],
    ['http://h/统计/*', 'http://h/%E7%BB%9F%E8%AE%A1/*'],
  ])('%s is %s', (text, expected) => {
    const parsed = parsePattern(text);
    expect(parsed.ok && parsed.value.text).toBe(expected);
  });

  it.each([
    '<all_urls>',
    '*://*/*',
    'http://*/*',
    'https://*:8080/*',
    '*://*.cn/*',
    '*://*.com/*',
    '*://*.com.cn/*',
    '*://*.gov.cn/*',
    '*://*.zj.cn/*',
    '*://*.GOV.CN/*',
    '*://*.ｇｏｖ.ｃｎ/*',
    '*://*.gov。cn/*',
    '*://*.公司.cn/*',
    '*://*.政务/*',
    '*://*.oa/*',
    '*://*.co.uk/*',
    '*://*.localhost/*',
  ])('%s is too broad', (text) => {
    expect(codeOf(text)).toBe('tooBroad');
  });

  it.each([
    '',
    'x',
    'https://h',
    'ftp://h/*',
    'file:///*',
    'chrome://settings/*',
    'javascript://h/*',
    'https://u:p@h/*',
    'https://h/*?x=1',
    'https://h/web#/report',
    'https://a.*.cn/*',
    'https://a*.x.cn/*',
    'https://**.x.cn/*',
    'http://*.1.2.3.4/*',
    'http://10.1/*',
    'http://0x7f000001/*',
    'http://2130706433/*',
    'http://1.2.3.999/*',
    'http://h:0/*',
    'http://h:65536/*',
    'http://h:*/*',
    'http://h:/*',
    'http://h:80a/*',
    'http:///*',
    'http://*./*',
    'http://h./*',
    'http://a..b/*',
    'http://a b/*',
    'http://h%2e/*',
    'http://[::g]/*',
    'http://h/a b',
    'http://h/a;x',
    'http://h/a\\b',
    ' http://h/*',
  ])('%j is refused', (text) => {
    expect(codeOf(text)).toBe('badPattern');
  });

  it('never throws, and what it accepts names one host or a suffix of two labels at least', () => {
    const piece = fc.constantFrom(
      '*',
      '.',
      '://',
      'http',
      '/',
      ':',
      'cn',
      'gov',
      'a',
      '1',
      '[',
      ']',
      '。',
      '@',
      '%',
      '深',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
    );
    const wildcard = fc.array(piece, { maxLength: 6 }).map((pieces) => `*://*.${pieces.join('')}/*`);
    fc.assert(
      fc.property(fc.oneof(text, wildcard), (input) => {
        const parsed = parsePattern(input);
        if (!parsed.ok) return;
        const { hostKey } = parsed.value;
        expect(hostKey).toMatch(/^(?:\*\.)?[^*/@%]+$/);
        if (hostKey.startsWith('*.')) expect(hostKey.split('.').length).toBeGreaterThanOrEqual(3);
        expect(parsePattern(parsed.value.text)).toEqual(parsed);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('hostKeys', () => {
  it.each([
    ['a.b.c', ['a.b.c', '*.a.b.c', '*.b.c', '*.c']],
    ['A.B.', ['a.b', '*.a.b', '*.b']],
    ['oa', ['oa']],
    ['10.1.2.3', ['10.1.2.3']],
    ['[::1]', ['[::1]']],
  ])('%s', (host, keys) => {
    expect(hostKeys(host)).toEqual(keys);
  });
});
