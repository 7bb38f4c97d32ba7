// From what stands on a control or in a message to the literal words of a rule. Who writes a list points at a
// page that is in use, so what is specific to this one time must not come along: values that stand in the
// page's fields, dates, times, numbers. A number goes without leaving a gap, for the lexicon does not look at
// digits; anything else that goes splits the text, for words are looked for as they stand: then one piece is
// taken, the first that says something, else the first of two letters.
import { classifyMessage } from './lexicon';
import { makeWordTable } from './word-table';

export const MAX_PICKED_CHARS = 40;

const WORDS = makeWordTable();
/** A value this short stands in too many words. */
const MIN_ENTERED_CHARS = 2;
const SPLIT = '\u0000';
const DATE_OR_TIME =
  /(?:\p{Nd}+\s*年\s*)?\p{Nd}+\s*月\s*\p{Nd}+\s*[日号]?|\p{Nd}+\s*[时点]\s*\p{Nd}+\s*分(?:\s*\p{Nd}+\s*秒)?/gu;
/** `H5` and `V2` are wording: one or two digits right after a short Latin word. */
const NUMBER = /(?<![A-Za-z\p{Nd}])([A-Za-z]{1,4})(\p{Nd}{1,2})(?![A-Za-z\p{Nd}_-])|\p{Nd}+/gu;
/** Icon fonts draw with characters of nobody's; the others have no width. */
const UNSEEN = /[\p{Co}\p{Cf}\p{Cc}]/gu;
const SENTENCE_ENDS = /[。！!；;，,\n]/;
const EDGES = /^[^\p{L}\p{Nd}]+|[^\p{L}\p{Nd}?？]+$/gu;
const EMPTY_BRACKETS = /[([（【「]\s*[)\]）】」]/g;
const LONE_MARKS = /(^|\s)[^\p{L}\p{Nd}\s]+(?=\s|$)/gu;

/** The words of a control, which must fit as a whole; '' when nothing is left. */
export function toControlWords(text: string, entered: readonly string[]): string {
  const [first = '', ...more] = piecesOf(text, entered);
  return more.length > 0 || first.length > MAX_PICKED_CHARS ? '' : first;
}

/** The words of a message, which need only occur in it; '' when nothing is left. */
export function toMessageWords(text: string, entered: readonly string[]): string {
  const pieces = piecesOf(text, entered, SENTENCE_ENDS);
  const telling = pieces.find((piece) => classifyMessage(piece, WORDS) !== 'other');
  return (telling ?? pieces.find((piece) => lettersOf(piece) >= 2) ?? '').slice(0, MAX_PICKED_CHARS).trim();
}

function piecesOf(text: string, entered: readonly string[], ends?: RegExp): string[] {
  const values = entered.filter((value) => value.trim().length >= MIN_ENTERED_CHARS).map(plain);
  values.sort((a, b) => b.length - a.length);
  const bare = values.reduce((rest, value) => rest.replaceAll(value, SPLIT), plain(text));
  return bare
    .replace(DATE_OR_TIME, SPLIT)
    .replace(NUMBER, (_, word?: string, number?: string) => (word ? word + number : ' '))
    .split(SPLIT)
    .flatMap((piece) => (ends ? piece.split(ends) : [piece]))
    .map(tidy)
    .filter((piece) => lettersOf(piece) > 0);
}

/** One spelling of spaces, so that a value is found in a text that wraps. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(UNSEEN, '').trim();

const tidy = (piece: string): string =>
  piece.replace(EMPTY_BRACKETS, ' ').replace(LONE_MARKS, '$1').replace(EDGES, '').replace(/\s+/g, ' ').trim();

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
