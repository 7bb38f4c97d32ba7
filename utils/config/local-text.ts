import type { LocalText } from './schema';

/** The text in the wanted language, else in the one there is. */
export function textIn(text: LocalText, language: string): string {
  const isChinese = language.toLowerCase().startsWith('zh');
  return (isChinese ? (text['zh-CN'] ?? text.en) : (text.en ?? text['zh-CN'])) ?? '';
}
