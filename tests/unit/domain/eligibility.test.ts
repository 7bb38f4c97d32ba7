import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEligible, isLong, isSubject } from '../../../utils/domain/eligibility';
import { normaliseValue } from '../../../utils/domain/entry-value';

const eligible = (value: string) => isEligible(normaliseValue(value));

describe('eligible', () => {
  it.each([
    '欧阳建国',
    '青山村三组12号',
    '510123197003124417',
    '13805710021',
    '028-82713300',
    '125300.50',
    '48236',
    // Read as two times it is 1:35:57 and 12:58:41.
    '13557125841',
    '19912311234',
    'zhang_san@example.gov.cn',
    '已走访，家中老人身体尚好',
    '6217003860001234567',
    '共走访12户，发现问题3处',
  ])('%s', (value) => expect(eligible(value)).toBe(value !== '48236'));
});

describe('not eligible', () => {
  it.each([
    ['short', '12345'],
    ['short Han', '张三丰'],
    ['yes and no', '是'],
    ['one character', '11111111'],
    ['a stock answer', '以上情况属实。'],
    ['a typed option', '非常满意'],
    ['a date', '2026-11-23'],
    ['a date', '2026年11月23日'],
    ['a date', '20261123'],
    ['a date', '2026.11.23'],
    ['dates', '20261101~20261130'],
    ['a date and time', '20261123103000'],
    ['a month', '2026-11'],
    ['a month', '11月23日'],
    ['a date and time', '2026-11-23 10:00:00'],
    ['a date and time', '2026年11月23日上午10时30分'],
    ['a date with its weekday', '2026年11月23日 星期一'],
    ['a Han date', '二〇二六年十一月二十三日'],
    ['a period', '2026-11-01 至 2026-11-30'],
    ['a period', '2026年第四季度'],
    ['a period', '2026年上半年'],
    ['a time', '上午10点30分'],
    ['times', '08:30-12:00'],
    ['a round amount', '100000'],
    ['a round amount', '1,200,000.00 元'],
    ['counted up', '123456'],
    ['counted down', '87654321'],
    ['a quantity', '1200平方米'],
    ['a quantity', '3500.5公斤'],
  ])('%s: %s', (_, value) => expect(eligible(value)).toBe(false));
});

describe('how much a value says', () => {
  it('is long from 15 characters, marks apart', () => {
    expect(isLong(normaliseValue('510123197003124417'))).toBe(true);
    expect(isLong(normaliseValue('13805710021'))).toBe(false);
    expect(isLong(normaliseValue('青山镇青山村三组十二号附一号院'))).toBe(true);
    expect(isLong(normaliseValue('青山镇，青山村，三组十二号附一'))).toBe(false);
  });

  it('is whom a sheet is about where it is a name', () => {
    expect(['李四', '张三丰', '良好', '欧阳建国', 'Li', '三'].map((name) => isSubject(name))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is never taken for a date where it is a telephone or ID number', () => {
    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9));
    fc.assert(
      fc.property(mobile, ([second, rest]) => {
        // One that is all one digit or counted up is nobody's.
        const number = `1${second}${rest.join('')}`;
        fc.pre(new Set(rest).size > 3);
        expect(eligible(number)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never depends on formatting', () => {
    const value = fc.string({ unit: fc.constantFrom(...'青山村组0123456789') });
    fc.assert(
      fc.property(value, (plain) => {
        const spaced = [...plain].join(' ');
        expect(eligible(spaced)).toBe(eligible(plain));
      }),
    );
  });
});
