// Reads the words of controls and messages. The words themselves are data (lexicon-words.ts).
import { CONTROL_WORDS, MESSAGE_WORDS, NEVER_READ_WORDS, QUESTION_MARKS } from './lexicon-words';

export type ControlClass = Exclude<keyof typeof CONTROL_WORDS, 'state' | 'place'> | 'other';
export type MessageClass = keyof typeof MESSAGE_WORDS | 'other';

/** Words that a domain config adds. */
export interface ConfiguredWords {
  checkIn: readonly string[];
  submit: readonly string[];
  success: readonly string[];
  failure: readonly string[];
  neverRead: readonly string[];
}

export const NO_WORDS: ConfiguredWords = { checkIn: [], submit: [], success: [], failure: [], neverRead: [] };

/** Longest text, after normalisation, that can be a control's: longer ones are sentences. */
const CONTROL_LENGTH = 24;
/** Han words are denser: `确认无误并提交审核` is long for a button. */
const HAN_CONTROL_LENGTH = 12;

/** NFKC, lower case, without spaces, digits, icon-font characters and marks other than `?` and `'`. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}?']/gu, '');
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

function contains(text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    // A single Han character or a short Latin word stands in too many others: it must be the whole text.
    if (word.length === 1 || (word.length <= 4 && !isHan(word))) return text === word;
    return text.includes(word);
  });
}

const isConfigured = (text: string, words: readonly string[]): boolean =>
  words.some((word) => normaliseText(word) === text);

const CONTROL_ORDER: readonly Exclude<ControlClass, 'other'>[] = [
  'draft',
  'cancel',
  'remove',
  'reset',
  'search',
  'transfer',
  'session',
  'step',
  'checkIn',
  'commit',
  'save',
  'confirm',
];

/** What activating a control of this text means. */
export function classifyControl(rawText: string, configured: ConfiguredWords = NO_WORDS): ControlClass {
  const text = normaliseText(rawText);
  if (!text) return 'other';
  if (isConfigured(text, configured.checkIn)) return 'checkIn';
  if (isConfigured(text, configured.submit)) return 'commit';
  if (text.length > (isHan(text) ? HAN_CONTROL_LENGTH : CONTROL_LENGTH)) return 'other';
  if (contains(text, CONTROL_WORDS.state)) return 'other';
  const kind = CONTROL_ORDER.find((candidate) => contains(text, CONTROL_WORDS[candidate])) ?? 'other';
  if (!contains(text, CONTROL_WORDS.place)) return kind;
  // `提交记录` sends a record only where it closes a form that has edits.
  return kind === 'commit' || kind === 'save' || kind === 'confirm' ? 'confirm' : 'other';
}

/** What a message that appeared after an act says of it. */
export function classifyMessage(rawText: string, configured: ConfiguredWords = NO_WORDS): MessageClass {
  const text = normaliseText(rawText);
  if (!text) return 'other';
  if (configured.failure.some((word) => text.includes(normaliseText(word)))) return 'failure';
  if (configured.success.some((word) => text.includes(normaliseText(word)))) return 'success';
  if (isQuestion(rawText)) return 'other';
  if (contains(text, MESSAGE_WORDS.neutral)) {
    // `保存草稿失败` is still no result of a submission, and neither is `正在提交`.
    return 'neutral';
  }
  if (contains(text, MESSAGE_WORDS.already)) return 'already';
  if (contains(text, MESSAGE_WORDS.validation)) return 'validation';
  if (contains(text, MESSAGE_WORDS.failure)) return 'failure';
  if (contains(text, MESSAGE_WORDS.success)) return 'success';
  return 'other';
}

/** Asks or instructs: no result. */
export function isQuestion(rawText: string): boolean {
  const text = normaliseText(rawText);
  return QUESTION_MARKS.some((mark) => text.includes(mark));
}

/** Whether a field of this label is never read, not even to be hashed. */
export function isNeverRead(label: string, configured: ConfiguredWords = NO_WORDS): boolean {
  const text = normaliseText(label);
  return (
    NEVER_READ_WORDS.some((word) => text.includes(word)) ||
    configured.neverRead.some((word) => text.includes(normaliseText(word)))
  );
}
