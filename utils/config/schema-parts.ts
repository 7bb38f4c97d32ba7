// The leaves of a domain config. A message is `code: what was expected`, which parse.ts turns into a problem.

import * as v from 'valibot';
import { normaliseRoute, parseConfirmedPattern } from './patterns';
import { METHODS, parseRequestRule } from './request-rule';

const MAX_TEXT_CHARS = 200;
const MAX_WORDS = 200;
const MAX_ID_CHARS = 64;

/** A text for people or a literal word to look for. */
export const Text = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_CHARS, `wrongShape: <= ${MAX_TEXT_CHARS}`),
  v.regex(/\S/, 'wrongShape: not empty'),
);

export const Words = v.optional(v.pipe(v.array(Text), v.maxLength(MAX_WORDS)), []);

/** Ids become keys: ASCII, and never a name that every object has. */
export const Id = v.pipe(
  v.string(),
  v.maxLength(MAX_ID_CHARS, `wrongShape: <= ${MAX_ID_CHARS}`),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'wrongShape: A-Z a-z 0-9 . _ -'),
  v.check((id) => !(id in Object.prototype), 'wrongShape: another name'),
);

export const CalendarDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'badDate: YYYY-MM-DD'),
  v.check(isCalendarDate, 'badDate: a day of the calendar'),
);

export const Due = v.pipe(
  v.string(),
  v.regex(
    /^(?:day:(?:[1-9]|[12][0-9]|3[01])|weekday:[1-7]|date:\d{4}-\d{2}-\d{2})$/,
    'badDate: day:1-31 | weekday:1-7 | date:YYYY-MM-DD',
  ),
  v.check(
    (due) => !due.startsWith('date:') || isCalendarDate(due.slice(5)),
    'badDate: a day of the calendar',
  ),
);

export const Pattern = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_CHARS, `badPattern: <= ${MAX_TEXT_CHARS}`),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const parsed = parseConfirmedPattern(dataset.value);
    if (!parsed.ok) addIssue({ message: `${parsed.problem.code}: ${parsed.problem.detail ?? ''}` });
  }),
);

/** A glob over path and hash route: `/web/#/report/*`. */
export const RouteGlob = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_CHARS, `badRoute: <= ${MAX_TEXT_CHARS}`),
  v.check((glob) => normaliseRoute(glob) !== null, 'badRoute: /path#/hash, no ? ;'),
);

/** A kind of request: `POST /api/heartbeat`. */
export const RequestRule = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_CHARS, `badRoute: <= ${MAX_TEXT_CHARS}`),
  v.check((text) => parseRequestRule(text) !== null, `badRoute: ${METHODS.join('|')} /path, no ? # ;`),
);

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
