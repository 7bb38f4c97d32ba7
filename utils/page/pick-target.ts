// What somebody points at who writes a list: a control, a message, or a form. Only its words are read, and of
// these nothing that stands in a field of the page. Then the detection itself is asked whether it would take the
// thing for what it was said to be, and what else on the page the same words fit.
import { classifyControl, classifyMessage, normaliseText } from '../domain/lexicon';
import { toControlWords, toMessageWords } from '../domain/picked-words';
import { makeWordTable, NO_WORDS } from '../domain/word-table';
import type { PickKind } from '../messaging/protocol';
import { BUTTON, controlOn, controlText } from './controls';
import { ancestry, closest, isVisible, queryAll, textOf } from './dom';
import { enteredIn, fieldOf, fieldsIn, isPassword, labelOf } from './fields';
import { formOf, layerOf } from './form-scope';
import { textHolders } from './message-finder';

export interface Target {
  words: string;
  /** What the words fit on this page, or the form; to be marked. */
  marks: Element[];
  places: number;
  known: boolean;
  works: boolean;
}

const WORDS = makeWordTable();
/** A thing that is clicked is at most this far above what the pointer meets. */
const CLIMB = 6;
const MESSAGE_CLIMB = 3;
const MESSAGE_LENGTH = 160;
const PLAIN_TEXT = 60;
const FORM_CLIMB = 12;
const MOST_TEXTS = 5_000;
const NOT_WORDS =
  'input, textarea, select, option, script, style, template, [contenteditable]:not([contenteditable="false"])';

/** null where nothing of that kind is: in a field, beside every form, on an empty place. */
export function readTarget(kind: PickKind, element: Element, entered: readonly string[]): Target | null {
  if (kind === 'ignore') return readForm(element);
  if ([...ancestry(element)].some((one) => fieldOf(one) !== null)) return null;
  return kind === 'success' || kind === 'failure'
    ? readMessage(kind, element, entered)
    : readControl(kind, element, entered);
}

function readControl(
  kind: 'checkIn' | 'submit',
  element: Element,
  entered: readonly string[],
): Target | null {
  const path = [...ancestry(element)];
  const near = path.slice(0, CLIMB);
  const control =
    near.find((one) => Element.prototype.matches.call(one, BUTTON)) ??
    near.find((one) => wordsIn(one) !== '' && wordsIn(one).length <= PLAIN_TEXT);
  const words = control ? toControlWords(wordsOn(control), entered) : '';
  if (!control || words === '') return null;
  const table = makeWordTable({ ...NO_WORDS, [kind]: [words] });
  const wanted = kind === 'checkIn' ? 'checkIn' : 'commit';
  const same = queryAll(document, `${BUTTON}, [class*="btn"], [class*="button"]`).filter(
    (one) => normaliseText(wordsOn(one)) === normaliseText(words) && isVisible(one),
  );
  const marks = same.includes(control) ? same : [control, ...same];
  return {
    words,
    marks: innermost(marks),
    places: innermost(marks).length,
    known: classifyControl(controlText(control), WORDS) === wanted,
    works: controlOn(path, table)?.kind === wanted,
  };
}

function readMessage(
  kind: 'success' | 'failure',
  element: Element,
  entered: readonly string[],
): Target | null {
  const holder = [...ancestry(element)]
    .slice(0, MESSAGE_CLIMB)
    .find((one) => wordsIn(one) !== '' && wordsIn(one).length <= MESSAGE_LENGTH);
  const words = holder ? toMessageWords(wordsIn(holder), entered) : '';
  return words === '' ? null : messageTarget(kind, words, wordsIn(holder as Element));
}

/** Also for a message that is gone again: `text` is how it stood there. */
export function messageTarget(kind: 'success' | 'failure', words: string, text: string): Target {
  const wanted = normaliseText(words);
  const marks = [...textHolders(document.documentElement, MOST_TEXTS)].filter(
    (one) =>
      closest(one, NOT_WORDS) === null &&
      textOf(one).length <= MESSAGE_LENGTH &&
      normaliseText(textOf(one)).includes(wanted) &&
      isVisible(one),
  );
  return {
    words,
    marks,
    places: marks.length,
    known: classifyMessage(text, WORDS) === kind,
    works: classifyMessage(text, makeWordTable({ ...NO_WORDS, [kind]: [words] })) === kind,
  };
}

function readForm(element: Element): Target | null {
  const near = [...ancestry(element)].slice(0, FORM_CLIMB);
  const root = formOf(element) ?? layerOf(element) ?? near.find((one) => fieldsIn(one).length > 0);
  const fields = root ? fieldsIn(root).length : 0;
  if (!root || fields === 0) return null;
  return { words: '', marks: [root], places: fields, known: false, works: true };
}

/** Everything that was entered or chosen on this page; never a password. */
export function enteredValues(): string[] {
  const fields = queryAll(document, 'input, textarea, select, [contenteditable]').filter(
    (field) => fieldOf(field) !== null && !isPassword(field),
  );
  return fields.flatMap((field) => {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type))
      return field.checked ? [labelOf(field)] : [];
    if (field instanceof HTMLInputElement && field.type === 'file') return [];
    if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map(textOf);
    return [enteredIn(field)];
  });
}

/** An icon without text has a name all the same. */
const wordsOn = (control: Element): string => wordsIn(control) || controlText(control);

/** The text of an element without what is in fields below it. */
export function wordsIn(element: Element): string {
  if (element.matches(NOT_WORDS)) return '';
  const parts: string[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) parts.push(node.nodeValue ?? '');
    else if (node instanceof Element) parts.push(wordsIn(node));
  }
  return parts.join('').trim();
}

/** A button in a `<div class="btn">` is one control. */
const innermost = (elements: readonly Element[]): Element[] =>
  elements.filter((one) => !elements.some((other) => other !== one && one.contains(other)));
