// Makes the table of words that pages read with: this extension's own and the domain config's, normalised.
import { type ConfiguredWords, isHan, type KnownWords, normaliseText, type WordTable } from './lexicon';
import {
  ASIDE_WORDS,
  BESIDE_WORDS,
  CHECKED_IN_WORDS,
  CONTROL_WORDS,
  DONE_WORDS,
  MESSAGE_WORDS,
  NEVER_READ_WORDS,
  QUESTION_MARKS,
} from './lexicon-words';

export const NO_WORDS: ConfiguredWords = { checkIn: [], submit: [], success: [], failure: [], neverRead: [] };

const NEVER = '(?!)';
const literal = (word: string): string => word.replaceAll('?', '\\?');

/** A text that is one of the words. */
function equalTo(words: readonly string[]): string {
  return words.length === 0 ? NEVER : `^(?:${words.map(literal).join('|')})$`;
}

/** A text that has one of the words in it. */
function holding(words: readonly string[]): string {
  return words.length === 0 ? NEVER : words.map(literal).join('|');
}

/** A single Han character or a short Latin word stands in too many others: it must be the whole text. */
const mustBeWhole = (word: string): boolean => word.length === 1 || (word.length <= 4 && !isHan(word));

function saying(words: readonly string[]): string {
  const whole = words.filter(mustBeWhole);
  const anywhere = words.filter((word) => !mustBeWhole(word));
  return [equalTo(whole), holding(anywhere)].filter((source) => source !== NEVER).join('|') || NEVER;
}

/** The order of the classes decides between several hits. */
const CONTROL_ORDER = [
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
] as const;

/** Asked before the words for closing and printing. `取消提交并返回` does not send. */
const sendingBeside = (kind: 'commit' | 'save'): string => {
  const beside = `(?:${BESIDE_WORDS.join('|')})`;
  const verb = `(?:${CONTROL_WORDS[kind].join('|')})`;
  // Of `Save & close` the mark is gone.
  return `^(?!取消|不|撤).{0,4}${verb}(?:[并且后]|and)${beside}|^(?:${kind === 'save' ? 'save' : 'submit'})${beside}`;
};

/** `保存草稿失败` is still no result of a submission, and neither is `正在提交`. */
const MESSAGE_ORDER = ['neutral', 'already', 'validation', 'failure', 'success'] as const;

export const KNOWN_WORDS: KnownWords = {
  controls: [
    ['other', saying(CONTROL_WORDS.state)],
    ['draft', saying(CONTROL_WORDS.draft)],
    ['commit', sendingBeside('commit')],
    ['save', sendingBeside('save')],
    ...CONTROL_ORDER.map((kind) => [kind, saying(CONTROL_WORDS[kind])] as const),
  ],
  place: saying(CONTROL_WORDS.place),
  messages: MESSAGE_ORDER.map((kind) => [kind, saying(MESSAGE_WORDS[kind])] as const),
  done: holding(DONE_WORDS),
  asides: holding(ASIDE_WORDS),
  checkedIn: holding(CHECKED_IN_WORDS),
  questions: holding(QUESTION_MARKS),
  privateLabels: holding(NEVER_READ_WORDS),
};

/** The config's words. One that has no letter in it says nothing. */
export function readConfigured(words: ConfiguredWords): Record<keyof ConfiguredWords, string> {
  const normalised = (list: readonly string[]) => list.map(normaliseText).filter((word) => word !== '');
  return {
    checkIn: equalTo(normalised(words.checkIn)),
    submit: equalTo(normalised(words.submit)),
    success: holding(normalised(words.success)),
    failure: holding(normalised(words.failure)),
    neverRead: holding(normalised(words.neverRead)),
  };
}

export const makeWordTable = (configured: ConfiguredWords = NO_WORDS): WordTable => ({
  ...KNOWN_WORDS,
  ...readConfigured(configured),
});
