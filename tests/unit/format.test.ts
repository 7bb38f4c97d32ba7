import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDayOfMonth,
  formatDuration,
  formatExactDuration,
  formatRange,
  formatTimeout,
  formatWeekday,
  splitNumbers,
} from '../../utils/format';
import { type Locale, speak } from '../component/speak';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const DURATIONS: [number, string, string][] = [
  [0, '0 分', '0 min'],
  [1, '不到 1 分', 'under 1 min'],
  [59_999, '不到 1 分', 'under 1 min'],
  [MINUTE, '1 分', '1 min'],
  [2 * MINUTE - 1, '1 分', '1 min'],
  [HOUR, '1 小时', '1 h'],
  [HOUR + 52 * MINUTE + 13_400, '1 小时 52 分', '1 h 52 min'],
  [1200 * HOUR, '1,200 小时', '1,200 h'],
];

describe.each<[Locale, 1 | 2]>([
  ['zh_CN', 1],
  ['en', 2],
])('durations in %s', (locale, column) => {
  beforeEach(() => speak(locale));

  it.each(DURATIONS.map((row): [number, string] => [row[0], row[column]]))('%d ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('durations', () => {
  beforeEach(() => speak('zh_CN'));

  it('never say more than what was seen, and less by under a minute', () => {
    fc.assert(
      fc.property(fc.nat(100 * HOUR), (ms) => {
        const text = formatDuration(ms);
        if (text === '不到 1 分') return ms > 0 && ms < MINUTE;
        const [, hours] = /(\d+) 小时/.exec(text) ?? [];
        const [, minutes] = /(\d+) 分/.exec(text) ?? [];
        const said = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE;
        return said <= ms && ms - said < MINUTE;
      }),
    );
  });

  it('are exact to the millisecond where asked', () => {
    expect(formatExactDuration(0)).toBe('0 秒');
    expect(formatExactDuration(13_400)).toBe('13.4 秒');
    expect(formatExactDuration(HOUR + 52 * MINUTE + 13_401)).toBe('1 小时 52 分 13.401 秒');
    expect(formatExactDuration(HOUR)).toBe('1 小时 0 分 0 秒');
  });

  it('name the thresholds as they are chosen', () => {
    expect([30_000, 60_000, 120_000, 300_000].map(formatTimeout)).toEqual(['30 秒', '60 秒', '2 分', '5 分']);
  });

  it('split into digits and units without losing a character', () => {
    expect(splitNumbers('1 小时 52 分')).toEqual([
      { text: '1', number: true },
      { text: ' 小时 ', number: false },
      { text: '52', number: true },
      { text: ' 分', number: false },
    ]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const joined = splitNumbers(text).map((part) => part.text);
        return joined.join('') === text;
      }),
    );
  });
});

describe('dates', () => {
  it('are the local date whatever the zone of the machine', () => {
    speak('zh_CN');
    expect(formatDate('2026-11-23')).toBe('11月23日周一');
    expect(formatWeekday('2026-11-23')).toBe('一');
    expect(formatDayOfMonth('2026-11-03')).toBe('3');
    speak('en');
    expect(formatDate('2026-01-01')).toBe('Thu, Jan 1');
  });

  it('of one day are said once', () => {
    speak('en');
    expect(formatRange('2026-11-23', '2026-11-23')).toBe('Mon, Nov 23');
    expect(formatRange('2026-11-17', '2026-11-23')).toBe('Tue, Nov 17 – Mon, Nov 23');
    expect(formatCount(12_345)).toBe('12,345');
  });
});
