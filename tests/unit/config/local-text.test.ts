import { expect, it } from 'vitest';
import { textIn } from '../../../utils/config/local-text';

it.each([
  [{ 'zh-CN': '中', en: 'E' }, 'zh-CN', '中'],
  [{ 'zh-CN': '中', en: 'E' }, 'zh_CN', '中'],
  [{ 'zh-CN': '中', en: 'E' }, 'en', 'E'],
  [{ 'zh-CN': '中' }, 'en', '中'],
  [{ en: 'E' }, 'zh', 'E'],
])('%j in %s is %s', (text, language, expected) => {
  expect(textIn(text, language)).toBe(expected);
});
