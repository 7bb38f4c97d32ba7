// When are two entered values the same? A value is brought into one form here; two values are the same when
// their forms are. What is formatting goes: full-width letters, case, spaces, punctuation, the separators of
// telephone and ID numbers, the thousands' commas and empty decimals of amounts. What carries meaning stays:
// Han text, and marks between digits (`11-2号` is not `1-12号`, `1.5亩` is not `15亩`).
//
// What another spelling hides is not found: 三组 for 3组, 1.2万 for 12000. Repeats are under-counted by these.
// Everything that passes through this file exists in memory only.

const THOUSANDS = /(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g;
/** Marks and spaces, but a mark between two digits is kept. */
const MARKS = /(?<=\d)([-./:,])(?=\d)|[\p{P}\p{S}\p{Z}\p{C}]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2500\ufe58\ufe63]/g;

/** Numbers that people write with separators of their own liking, recognised by their bare digits. */
const BARE_NUMBERS = [
  /^1[3-9]\d{9}$/, // mobile
  /^0[1-9]\d{8,10}$/, // landline with area code
  /^[48]00\d{7}$/, // service number
  /^\d{17}[\dx]$/, // ID number
  /^\d{15}$/, // the older ID number
  /^\d{16,19}$/, // account
];
const MOBILE_ABROAD = /^(?:00)?86(1[3-9]\d{9})$/;
const AMOUNT = /^(\d+)(?:\.(\d+))?(?:元整?|块|rmb)?$/;

export function normaliseValue(value: string): string {
  const text = value
    .normalize('NFKC')
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(/[\s\p{C}]/gu, '')
    .replace(MARKS, '$1')
    .replace(THOUSANDS, (number) => number.replaceAll(',', ''))
    // What stood between two combining marks may have gone.
    .normalize('NFKC');
  if (!/^\d/.test(text)) return text;
  const bare = text.replace(/[-./]/g, '');
  const mobile = MOBILE_ABROAD.exec(bare)?.[1];
  if (mobile) return mobile;
  // Digits with two decimals are an amount, however many.
  if (!/^\d+\.\d{1,2}$/.test(text) && BARE_NUMBERS.some((shape) => shape.test(bare))) return bare;
  const [, whole, decimals = ''] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return text;
  const kept = decimals.replace(/0+$/, '');
  return kept ? `${whole}.${kept}` : whole;
}

/** Letters and digits, marks apart, as a person counts characters. */
export const lengthOf = (normalised: string): number => [...normalised.replace(/[-./:,]/g, '')].length;

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
