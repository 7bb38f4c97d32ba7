// Reads the words of controls and messages. The words are data: the background makes one table of its own
// (lexicon-words.ts) and the domain config's, and pages are given that table (word-table.ts).
import type { CONTROL_WORDS, MESSAGE_WORDS } from './lexicon-words';

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

/**
 * The words as a page gets them: each text is a list of literal words, written as the source of a regular
 * expression because one search for a hundred words costs as much as one search for a word.
 */
export interface KnownWords {
  /** In the order in which they are asked; the first that is found decides. */
  controls: readonly (readonly [ControlClass, string])[];
  place: string;
  messages: readonly (readonly [MessageClass, string])[];
  /** In a message these stand for success, and those for nothing. */
  done: string;
  asides: string;
  /** A message that tells of a check-in by itself. */
  checkedIn: string;
  questions: string;
  privateLabels: string;
}
export type WordTable = KnownWords & Record<keyof ConfiguredWords, string>;

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

export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const compiled = new Map<string, RegExp>();

function patternOf(words: string): RegExp {
  const known = compiled.get(words);
  if (known) return known;
  const pattern = new RegExp(words);
  compiled.set(words, pattern);
  return pattern;
}

const says = (text: string, words: string): boolean => patternOf(words).test(text);

function firstOf<Kind extends string>(
  text: string,
  lists: readonly (readonly [Kind, string])[],
): Kind | 'other' {
  return lists.find(([, words]) => says(text, words))?.[0] ?? 'other';
}

/** What activating a control of this text means. */
export function classifyControl(rawText: string, table: WordTable): ControlClass {
  const text = normaliseText(rawText);
  if (says(text, table.checkIn)) return 'checkIn';
  if (says(text, table.submit)) return 'commit';
  if (text.length > (isHan(text) ? HAN_CONTROL_LENGTH : CONTROL_LENGTH)) return 'other';
  let kind = firstOf(text, table.controls);
  // `Send request`: a short verb stands in too many other words, but not as the first of several.
  if (kind === 'other')
    kind = firstOf(normaliseText(/^\W*[a-z]+\b/i.exec(rawText)?.[0] ?? ''), table.controls);
  if (!says(text, table.place)) return kind;
  // `提交记录` sends a record only where it closes a form that has edits.
  return kind === 'commit' || kind === 'save' || kind === 'confirm' ? 'confirm' : 'other';
}

/** What a message that appeared after an act says of it. */
export function classifyMessage(rawText: string, table: WordTable): MessageClass {
  const text = normaliseText(rawText);
  if (says(text, table.failure)) return 'failure';
  if (says(text, table.success)) return 'success';
  const told = text.replace(patternOf(table.done), SUCCESS).replace(patternOf(table.asides), '');
  return says(told, table.questions) ? 'other' : firstOf(told, table.messages);
}

const SUCCESS = '成功';

/** Whether a message tells of a check-in by itself. */
export const tellsCheckIn = (rawText: string, table: WordTable): boolean =>
  says(normaliseText(rawText), table.checkedIn);

/** Asks or instructs: no result. */
export const isQuestion = (rawText: string, table: WordTable): boolean =>
  says(normaliseText(rawText), table.questions);

/** Whether a field of this label is never read, not even to be hashed. */
export function isNeverRead(label: string, table: WordTable): boolean {
  const text = normaliseText(label);
  return says(text, table.privateLabels) || says(text, table.neverRead);
}
