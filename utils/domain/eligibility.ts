// Which values say enough to be compared? Eligible is what the person typed or pasted, or the browser filled
// in, of at least 6 characters (4 where there is Han among them) after normalisation, and that is neither
//   a date, a time or a period: half of all forms of a day hold the same one;
//   a number anybody could come to: round, all one digit, counted up or down, or a quantity whose digits
//   without their unit are too few;
//   an answer that many forms share without being the same fact (stop-words.ts), which is where option-like
//   values and yes and no go when they are typed.
// Choices never get here: the frame does not send them.
import { hasHan, lengthOf } from './entry-value';
import { STOP_WORDS } from './stop-words';

const MIN_LENGTH = 6;
const MIN_HAN_LENGTH = 4;
/** From here on a value says a lot by itself. */
export const LONG_LENGTH = 15;

const YEAR = '(?:(?:19|20)\\d{2}|[〇零一二三四五六七八九]{4})';
const MONTH = '(?:0?[1-9]|1[0-2]|十?[一二三四五六七八九]|十)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01]|[一二三]?十?[一二三四五六七八九]|[二三]?十)';
const TIME =
  '(?:[上下]午|早上|中午|晚上|凌晨)?t?(?:[01]?\\d|2[0-4])(?::[0-5]\\d(?::[0-5]\\d)?|[点时](?:[0-5]?\\d分?|半|整)?)';
const DATE = `(?:${YEAR}[-./年]${MONTH}(?:[-./月]${DAY}[日号]?|月份?)?|${MONTH}月(?:${DAY}[日号]|份)?)`;
const MOMENT = `(?:${DATE}(?:星期[一二三四五六日天]|周[一二三四五六日天])?(?:${TIME})?|${TIME})`;
const WHEN = new RegExp(`^${MOMENT}(?:[-至到]?${MOMENT})?$`);
/** Without marks only whole dates: `1:35:57` and `12:58:41` are a telephone number as well. */
const BARE_DATE = '(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const BARE_WHEN = new RegExp(
  `^(?:${BARE_DATE}(?:${BARE_DATE}|(?:[01]\\d|2[0-4])[0-5]\\d(?:[0-5]\\d)?)?|(?:19|20)\\d{2}(?:0[1-9]|1[0-2]))$`,
);
const PERIOD = new RegExp(
  `^(?:${YEAR}年?度?)?(?:第?[一二三四1-4]季度?|[上下]半年|全年|年度|${MONTH}月份?)?$`,
);

const ONE_CHARACTER = /^(.)\1*$/u;
/** At most two digits that mean something: 100000, 250000, 1200000. */
const ROUND = /^0*[1-9]\d?0*$/;
const QUANTITY = /^(?:共|约|计)?(\d+(?:\.\d+)?)(?:\p{Script=Han}{1,3}|[a-z]{1,3})$/u;
const UP = '01234567890123456789';
const DOWN = '98765432109876543210';

export function isEligible(normalised: string): boolean {
  const least = hasHan(normalised) ? MIN_HAN_LENGTH : MIN_LENGTH;
  if (lengthOf(normalised) < least || ONE_CHARACTER.test(normalised)) return false;
  if (
    WHEN.test(normalised) ||
    BARE_WHEN.test(normalised) ||
    PERIOD.test(normalised) ||
    STOP_WORDS.has(normalised)
  )
    return false;
  const number = QUANTITY.exec(normalised)?.[1] ?? normalised;
  if (/^\d+(\.\d+)?$/.test(number)) return isTellingNumber(number);
  return true;
}

/** Long enough to be a fact by itself; kept as one bit beside the hash. */
export const isLong = (normalised: string): boolean => lengthOf(normalised) >= LONG_LENGTH;

/**
 * A name of two or three characters is too short to be compared between portals, but within one form it says
 * whom a sheet is about.
 */
export const isSubject = (normalised: string): boolean =>
  /^\p{Script=Han}{2,3}$/u.test(normalised) && !STOP_WORDS.has(normalised);

function isTellingNumber(number: string): boolean {
  const digits = number.replace('.', '');
  if (digits.length < MIN_LENGTH) return false;
  return !ROUND.test(number) && !UP.includes(digits) && !DOWN.includes(digits);
}
