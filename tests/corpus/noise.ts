// How the same value comes to be written differently. `formatting` is what normalisation undoes; another
// spelling or a slip of the finger nothing undoes: they cost recall, as they do in life.
import type { Chance } from './chance';

const FULL_WIDTH = (text: string) =>
  text.replace(/[0-9A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const grouped = (digits: string, sizes: number[], by: string) => {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  parts.push(digits.slice(at));
  return parts.filter(Boolean).join(by);
};

export function formatting(chance: Chance, value: string): string {
  if (/^1\d{10}$/.test(value))
    return chance.pick([
      grouped(value, [3, 4], '-'),
      grouped(value, [3, 4], ' '),
      `+86 ${value}`,
      FULL_WIDTH(value),
      `${value} `,
    ]);
  if (/^\d{17}[\dX]$/.test(value))
    return chance.pick([value.toLowerCase(), grouped(value, [6, 8], ' '), FULL_WIDTH(value), ` ${value}`]);
  if (/^\d{19}$/.test(value)) return grouped(value, [4, 4, 4, 4], ' ');
  if (/^\d+\.\d+$/.test(value)) {
    const [whole = '', decimals = ''] = value.split('.');
    const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
    return chance.pick([
      `${thousands}.${decimals}`,
      `￥${value}`,
      `${value}元`,
      `${thousands}.${decimals} 元`,
    ]);
  }
  return chance.pick([
    FULL_WIDTH(value),
    value.replace(/，/g, ','),
    value.replace(/。$/, ''),
    ` ${value}  `,
    value.replace(/(\d+)/g, ' $1 '),
    value.replace(/-/g, '—'),
    value.replace(/（(\d+)）/, '($1)'),
  ]);
}

const HAN_DIGITS = [...'零一二三四五六七八九'];
/** Another spelling of a place: Han digits, or without the town. */
export function respelling(chance: Chance, value: string): string {
  if (/\d组/.test(value) && chance.happens(0.6))
    return value.replace(/(\d)组/, (_, digit: string) => `${HAN_DIGITS[Number(digit)]}组`);
  if (/^.{2}[镇乡]/.test(value)) return value.replace(/^.{2}[镇乡]/, '');
  return `${value}内`;
}

/** Two neighbouring characters change places. */
export function slip(chance: Chance, value: string): string {
  const at = chance.whole(0, Math.max(0, value.length - 2));
  const slipped = value.slice(0, at) + (value[at + 1] ?? '') + (value[at] ?? '') + value.slice(at + 2);
  return slipped === value ? `${value}1` : slipped;
}
