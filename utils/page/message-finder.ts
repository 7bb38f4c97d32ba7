// Where a page tells a person what became of an act: message boxes, toasts, result pages, loose text that
// appears. Text in tables, lists and menus is data, not a message.
import { classifyMessage, isHan, isQuestion, type WordTable } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import {
  ancestry,
  attributeOf,
  classOf,
  closest,
  containsDeep,
  hasClass,
  isVisible,
  matches,
  nearest,
  queryAll,
  textOf,
} from './dom';

const MESSAGE_ROLE = /^(alert|status|alertdialog|log)$/;
const MESSAGE_CLASS =
  /(^|[-_])(messages?|messagebox|msg|toast|notif\w*|notice|alerts?|snackbar|result|success|errors?|fail|failure|tips?|hint|feedback|dialog|layer|popup|swal2?|confirm|modal)([-_]|$)/i;
const MESSAGE_LIST_CLASS = /(^|[-_\s])(messages?|alerts?|errors?|errorlist|flash(es)?|notices?)([-_\s]|$)/i;
const FIELD_ERROR_CLASS =
  /(^|[-_])(form-?item|field|input|control|help|validat\w*|invalid)([-_]|$).*(error|explain|help|feedback|invalid|message)|(^|[-_])(form-?item|field)[-_]+(error|explain|help|feedback|message)|(^|[-_])(invalid-feedback|help-block|error-message|form-error|field-error)([-_]|$)/i;
/** Marked as an error by its class alone: no word of it need be known. */
const MARKED_INVALID = /(^|[-_])(error|invalid)([-_]|$)/i;
const DATA =
  'table, [role="table"], [role="grid"], [role="row"], [role="listbox"], [role="option"], [role="list"], ul, ol, nav, select, option, [class*="table"], [class*="menu"], [class*="timeline"], [class*="steps"], script, style, head';
const SPEAKS: ReadonlySet<string> = new Set(['success', 'failure', 'already', 'validation']);
const MOST_BASELINE = 5_000;
const MESSAGE_LENGTH = 160;
const LOOSE_LENGTH = { han: 48, latin: 110 };
const MESSAGE_CLIMB = 5;

/** A message container at or a few steps above an element. */
function messageBox(element: Element): Element | null {
  const found = nearest(
    element,
    MESSAGE_CLIMB,
    (ancestor) =>
      ancestor === document.body ||
      MESSAGE_ROLE.test(attributeOf(ancestor, 'role')) ||
      attributeOf(ancestor, 'aria-live') !== '' ||
      hasClass(ancestor, MESSAGE_CLASS),
  );
  return found === document.body ? null : found;
}

const isFieldError = (element: Element): boolean =>
  nearest(element, 3, (ancestor) => FIELD_ERROR_CLASS.test(classOf(ancestor))) !== null;

const isMarkedInvalid = (element: Element): boolean =>
  nearest(element, 2, (ancestor) => hasClass(ancestor, MARKED_INVALID)) !== null;

export interface FinderOptions {
  words: WordTable;
  /** Another document's frame is watched too: there only boxes count, not loose text. */
  boxesOnly: boolean;
  /** What stood there before the gesture is no answer to it. */
  before: Baseline;
  /** What the person entered: a page that shows it again says nothing by it. */
  echoes: readonly string[];
  /** Elements that were given their text anew since, even if it is the same. */
  renewed: WeakSet<Element>;
  /** Whether the server may have spoken: words about fields are then its refusal, else the page's own look. */
  hasAnswer(): boolean;
  /** The same for what the page had not asked for before the act: a field's own check was, when it was left. */
  hasFirstAnswer(): boolean;
  /** What the page said of its own fields before any answer: that text is no answer when there is one. */
  ownMarks: WeakMap<Element, string>;
  /** A document without a form, loaded in answer to one: it has nothing else to say. */
  isAnswer: boolean;
  /** The page is being left and nothing is laid out any more. */
  leaving: boolean;
}

/** Texts that read like messages and were seen before the gesture. */
export interface Baseline {
  /** By the element that holds them: a toast that is still fading may be followed by one of the same words. */
  held: WeakMap<Element, string>;
  /** All of them: a list or a hint that is rendered anew is still no answer … */
  texts: Set<string>;
  /** … unless a box that was not there holds it. */
  boxes: WeakSet<Element>;
}

export const emptyBaseline = (): Baseline => ({
  held: new WeakMap(),
  texts: new Set(),
  boxes: new WeakSet(),
});

export function takeBaseline(words: WordTable): Baseline {
  const baseline = emptyBaseline();
  for (const holder of textHolders(document.documentElement, MOST_BASELINE)) {
    const text = textOf(holder).trim();
    if (text.length > MESSAGE_LENGTH || !SPEAKS.has(classifyMessage(text, words)) || !isVisible(holder))
      continue;
    baseline.held.set(holder, text);
    baseline.texts.add(text);
    const box = messageBox(holder);
    if (box) baseline.boxes.add(box);
  }
  return baseline;
}

/** What one stretch of text that appeared says, as evidence; null for nothing. */
export function readText(holder: Element, options: FinderOptions): Evidence | null {
  const { before, boxesOnly, words } = options;
  const text = textOf(holder).trim();
  if (!text || text.length > MESSAGE_LENGTH) return null;
  const box = messageBox(holder);
  // A status line says the same of a second save as of the first.
  const saidAgain = box !== null && options.renewed.has(holder) && options.hasAnswer();
  if (before.held.get(holder) === text && !saidAgain) return null;
  if (before.texts.has(text) && (!box || before.boxes.has(box)) && !saidAgain) return null;
  const said = classifyMessage(withoutEchoes(text, options.echoes), words);
  const isSeen = () => options.leaving || isVisible(holder);
  if (isFieldError(holder)) {
    const isError = (SPEAKS.has(said) && said !== 'success') || isMarkedInvalid(holder);
    if (!isError || !isSeen()) return null;
    if (options.ownMarks.get(holder) !== text && options.hasFirstAnswer()) return 'field:refused';
    options.ownMarks.set(holder, text);
    return 'field:invalid';
  }
  if (said === 'neutral' || !isSeen()) return null;
  if (said === 'other') return isQuestion(text, words) ? null : severityOf(holder);
  const inData = closest(holder, DATA);
  const refused = said === 'validation' && options.hasAnswer() ? 'failure' : said;
  // A box inside a table cell is that cell's business; a list inside a box is still the box's.
  if (box && (!inData || containsDeep(box, inData) || isMessageList(inData))) return `message:${refused}`;
  if (inData || boxesOnly || text.length > looseLength(text)) return null;
  return refused === 'validation' ? 'field:invalid' : `text:${refused}`;
}

const ANNOUNCES = /(^|[-_])(message|msg|toast|notif\w*|notice|alert|snackbar)([-_]|$)/i;
const BAD = /(^|[-_])(error|danger|fail|failure)([-_]|$)/i;
const GOOD = /(^|[-_])success([-_]|$)/i;

/** Words nobody listed, in a box whose look says what they mean (`el-message--error`, `alert-danger`). */
function severityOf(holder: Element): Evidence | null {
  const tokens: string[] = [];
  for (const ancestor of ancestry(holder)) {
    if (tokens.length > 12 || ancestor === document.body) break;
    tokens.push(...classOf(ancestor).split(/\s+/));
  }
  if (
    closest(holder, '[role="alert"], [role="status"]') === null &&
    !tokens.some((token) => ANNOUNCES.test(token))
  ) {
    return null;
  }
  if (tokens.some((token) => BAD.test(token))) return 'message:failure';
  return tokens.some((token) => GOOD.test(token)) ? 'text:success' : null;
}

const looseLength = (text: string): number => (isHan(text) ? LOOSE_LENGTH.han : LOOSE_LENGTH.latin);

function withoutEchoes(text: string, echoes: readonly string[]): string {
  return echoes.reduce((rest, echo) => rest.replaceAll(echo, ' '), text);
}

const STRONG_CLASS =
  /(^|[-_])(message|msg|alert|error|err|fail|failure|danger|success|result|toast|flash)([-_]|$)/i;
const TITLE = 'h1, h2, h3, [class*="title"], [class*="result"], [class*="success"]';
const ASIDE = 'nav, header, footer, aside, a, button';
const RED = { least: 150, most: 110 };

/**
 * The same for a document that has just loaded: nothing there appeared, all of it was always there. So a
 * failure must be marked as one (a box, an alert, red letters) unless the page has nothing but an answer on
 * it, and a success must stand by itself.
 */
export function readLoadedText(holder: Element, options: FinderOptions): Evidence | null {
  if (matches(holder, 'script')) return readAlert(holder, options.words);
  const found = readText(holder, options);
  if (found === null || found.startsWith('field:')) return found;
  if (found.endsWith(':already')) return 'text:already';
  const isMarked =
    closest(holder, '[role="alert"], [role="status"], [role="alertdialog"]') !== null ||
    hasStrongClass(holder);
  if (found.endsWith(':failure') || found.endsWith(':validation'))
    return isMarked || isRed(holder) || (options.isAnswer && !closest(holder, ASIDE)) ? found : null;
  if (found.endsWith(':success')) {
    const stands =
      isMarked ||
      isRed(holder) ||
      closest(holder, TITLE) !== null ||
      /成功|感谢|谢谢|thank/i.test(textOf(holder));
    return stands ? 'text:success' : null;
  }
  return null;
}

/** Older servers answer by a script alone: `alert('提交成功');location.href=…`. One that asks anything first is no answer. */
export function readAlert(script: Element, words: WordTable): Evidence | null {
  const said = classifyMessage(/^\W*(?:window\.)?alert\(([^)]*)/.exec(textOf(script))?.[1] ?? '', words);
  if (!SPEAKS.has(said)) return null;
  return `message:${said === 'validation' ? 'failure' : said}` as Evidence;
}

const hasStrongClass = (element: Element): boolean =>
  nearest(element, 2, (ancestor) => hasClass(ancestor, STRONG_CLASS)) !== null;

function isRed(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number);
  return red >= RED.least && green <= RED.most && blue <= RED.most;
}

/** Some frameworks print their messages as a list. */
const isMessageList = (data: Element): boolean =>
  matches(data, 'ul, ol') && MESSAGE_LIST_CLASS.test(classOf(data));

/** The innermost elements that hold text of their own, below and including an element. */
export function* textHolders(root: Element, limit: number): Generator<Element> {
  let left = limit;
  for (const element of [root, ...queryAll(root, '*')]) {
    if (left-- <= 0) return;
    if (holdsText(element)) yield element;
  }
}

function holdsText(element: Element): boolean {
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return true;
  }
  return false;
}
