import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, normaliseValue } from '../../../utils/domain/entry-value';

describe('two values are the same', () => {
  it.each([
    ['full-width letters', '青山村３组１２号', '青山村3组12号'],
    ['spaces', '青山村 3 组 12 号', '青山村3组12号'],
    ['an ideographic space', '青山村　三组', '青山村三组'],
    ['punctuation', '家中老人，需定期随访。', '家中老人需定期随访'],
    ['case', '51012319700312441X', '51012319700312441x'],
    ['an ID number in groups', '510123 19700312 4417', '510123197003124417'],
    ['a mobile in groups', '138-0571-0021', '13805710021'],
    ['a mobile with dots', '138.0571.0021', '13805710021'],
    ['a mobile with the country', '+86 138 0571 0021', '13805710021'],
    ['a mobile with 0086', '0086-13805710021', '13805710021'],
    ['a landline', '(028) 8271-3300', '02882713300'],
    ['an account in groups', '6217 0038 6000 1234 567', '6217003860001234567'],
    ['thousands', '125,300', '125300'],
    ['empty decimals', '125300.00 元', '125300'],
    ['a currency', '￥125,300.50', '125300.5'],
    ['dashes', '和平路11—2号', '和平路11-2号'],
    ['thousands in a text', '补助1,250元已发放', '补助1250元已发放'],
  ])('%s apart', (_, a, b) => {
    expect(normaliseValue(a)).toBe(normaliseValue(b));
  });
});

describe('two values are not the same', () => {
  it.each([
    ['和平路11-2号', '和平路1-12号'],
    ['面积1.5亩', '面积15亩'],
    ['13-4-502', '1-34-502'],
    ['125300.5', '1253005'],
    ['12.5-13.5', '125-135'],
    ['3组12号', '31组2号'],
    ['13805710021', '13805710012'],
    ['510123197003124417', '51012319700312441x'],
    ['青山村三组', '青山村二组'],
    ['1,2,35户', '12,35户'],
  ])('%s, %s', (a, b) => {
    expect(normaliseValue(a)).not.toBe(normaliseValue(b));
  });
});

const text = fc.string({
  unit: fc.constantFrom(...'青山村组号三 0123456789-./:,，。xXａ９（）+元年月日￥\n\u200b'),
});

describe('normalisation', () => {
  it('done twice is done once', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (value) => {
        const once = normaliseValue(value);
        expect(normaliseValue(once)).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  it('leaves no space, whatever kind', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(normaliseValue(value)).not.toMatch(/\s|\u200b/);
      }),
    );
  });

  it('keeps every Han character in its place', () => {
    const han = (value: string) => value.replace(/\P{Script=Han}/gu, '');
    const bare = fc.string({ unit: fc.constantFrom(...'青山村组号三 0123-，。ａ') });
    fc.assert(
      fc.property(bare, (value) => {
        expect(han(normaliseValue(value))).toBe(han(value));
      }),
    );
  });

  it('counts letters and digits only', () => {
    expect(lengthOf(normaliseValue('和平路11-2号'))).toBe(7);
    expect(lengthOf(normaliseValue('𠮷野家村委会'))).toBe(6);
  });
});
