// When are two entered values the same? Values are normalised here and hashed in the background
// (storage/entry-hash.ts); what leaves this file exists in memory only.

const MIN_LENGTH = 6;
const MIN_HAN_LENGTH = 4;

/** NFKC, lower case, without white space and separators; full-width and bare digits alike, Han intact. */
export function normaliseValue(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}]/gu, '');
}

const DATE = /^(19|20)\d{2}(年)?(0?[1-9]|1[0-2])(月)?((0?[1-9]|[12]\d|3[01])(日)?)?(\d{4}|\d{6})?$/;
const ONE_CHARACTER = /^(.)\1*$/u;
/** Answers that many forms share without being the same fact. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  '以上情况属实',
  '情况属实',
  '无异常',
  '一切正常',
  '正常无异常',
  '没有异常',
  '暂无情况',
  '不适用',
  '已完成工作',
  '按时完成',
  'notapplicable',
  'nothing',
  'normal',
]);

/** Whether a normalised value says enough to be compared. */
export function isEligible(normalised: string): boolean {
  const min = /\p{Script=Han}/u.test(normalised) ? MIN_HAN_LENGTH : MIN_LENGTH;
  return (
    normalised.length >= min &&
    !ONE_CHARACTER.test(normalised) &&
    !DATE.test(normalised) &&
    !STOP_WORDS.has(normalised)
  );
}

/** A short fingerprint of a form's shape (53 bits, cyrb53 by bryc, public domain): an id, not a secret. */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
