import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyControl, classifyMessage } from '../../../utils/domain/lexicon';
import { MAX_PICKED_CHARS, toControlWords, toMessageWords } from '../../../utils/domain/picked-words';
import { makeWordTable, NO_WORDS } from '../../../utils/domain/word-table';

describe('words of a control', () => {
  it.each([
    ['立即打卡', '立即打卡'],
    ['  立 即\n 打卡 ', '立 即 打卡'],
    ['\uE601 立即打卡', '立即打卡'],
    ['打卡(08:31)', '打卡'],
    ['上报（3）', '上报'],
    ['H5打卡', 'H5打卡'],
    ['Check in', 'Check in'],
    ['13805710021', ''],
    ['', ''],
    ['字'.repeat(MAX_PICKED_CHARS + 1), ''],
  ])('%j becomes %j', (text, words) => expect(toControlWords(text, [])).toBe(words));

  it('are none where a field’s value stands in the middle: no rule could fit', () => {
    expect(toControlWords('为欧阳建国打卡', ['欧阳建国'])).toBe('');
    expect(toControlWords('为欧阳建国', ['欧阳建国'])).toBe('为');
  });

  it('fit the control they came from', () => {
    for (const text of ['签个到吧', '打卡(08:31)', ' 到 岗 ', 'H5打卡'])
      expect(classifyControl(text, makeWordTable({ ...NO_WORDS, checkIn: [toControlWords(text, [])] }))).toBe(
        'checkIn',
      );
  });
});

describe('words of a message', () => {
  it.each([
    ['打卡成功 08:31:22', [], '打卡成功'],
    ['2026年11月25日 8时31分 打卡成功', [], '打卡成功'],
    ['您好，欧阳建国，提交成功！', ['欧阳建国'], '提交成功'],
    ['欧阳建国的台账已收妥', ['欧阳建国'], '的台账已收妥'],
    ['验收完毕，请返回首页', [], '验收完毕'],
    ['今日第3次巡河已入库', [], '今日第 次巡河已入库'],
    ['No. 4711 has been filed', [], 'No. has been filed'],
    ['13805710021', [], ''],
  ])('%j becomes %j', (text, entered, words) => expect(toMessageWords(text, entered)).toBe(words));

  it('occur in the message they came from, and in the next one like it', () => {
    for (const [text, next] of [
      ['今日第3次巡河已入库', '今日第14次巡河已入库'],
      ['2026年11月25日 验讫', '2026年12月1日 验讫'],
      ['欧阳建国的台账已收妥', '王芳的台账已收妥'],
    ] as const) {
      const success = [toMessageWords(text, ['欧阳建国'])];
      expect(classifyMessage(text, makeWordTable({ ...NO_WORDS, success }))).toBe('success');
      expect(classifyMessage(next, makeWordTable({ ...NO_WORDS, success }))).toBe('success');
    }
  });
});

describe('whatever stands on a page', () => {
  const value = fc
    .string({ minLength: 2, maxLength: 12, unit: 'grapheme' })
    .filter((one) => one.trim().length >= 2);
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 10 }),
    fc.constantFrom('成功', '，', ' ', '打卡', '2026年3月4日', '139'),
  );

  it('leaves no value of a field, no long number and never more than the most', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), fc.array(value, { maxLength: 3 }), (pieces, values) => {
        const text = pieces.flatMap((one, at) => [one, values[at] ?? '']).join('');
        for (const words of [toControlWords(text, values), toMessageWords(text, values)]) {
          expect(words.length).toBeLessThanOrEqual(MAX_PICKED_CHARS);
          expect(words).not.toMatch(/\p{Nd}{3}/u);
          for (const one of values) expect(words.includes(one) && /\p{L}.*\p{L}/u.test(one)).toBe(false);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
