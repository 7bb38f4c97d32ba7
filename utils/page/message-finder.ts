// Where a page tells a person what became of an act: message boxes, toasts, result pages, loose text that
// appears. Text in tables, lists and menus is data, not a message.
import { type ConfiguredWords, classifyMessage } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import { ancestry, attributeOf, classOf, closest, isVisible, queryAll, textOf } from './dom';

const MESSAGE_ROLE = /^(alert|status|alertdialog|log)$/;
const MESSAGE_CLASS =
  /(^|[-_])(message|messagebox|msg|toast|notif|notification|notify|notice|alert|snackbar|result|success|error|fail|failure|tips?|hint|feedback|dialog|layer|popup|swal2?|confirm|modal)([-_]|$)/i;
const FIELD_ERROR_CLASS =
  /(^|[-_])(form-?item|field|input|control|help|validat\w*|invalid)([-_]|$).*(error|explain|help|feedback|invalid|message)|(^|[-_])(form-?item|field)[-_]+(error|explain|help|feedback|message)|(^|[-_])(invalid-feedback|help-block|error-message|form-error|field-error)([-_]|$)/i;
const DATA =
  'table, [role="table"], [role="grid"], [role="row"], [role="listbox"], [role="option"], [role="list"], ul, ol, nav, select, option, [class*="table"], [class*="menu"], [class*="timeline"], [class*="steps"], script, style, head';
const MESSAGE_LENGTH = 160;
const LOOSE_LENGTH = 48;
const MESSAGE_CLIMB = 5;

/** A message container at or a few steps above an element. */
function messageBox(element: Element): Element | null {
  let steps = 0;
  for (const ancestor of ancestry(element)) {
    if (steps++ > MESSAGE_CLIMB || ancestor === document.body) return null;
    if (MESSAGE_ROLE.test(attributeOf(ancestor, 'role')) || attributeOf(ancestor, 'aria-live'))
      return ancestor;
    if (
      classOf(ancestor)
        .split(/\s+/)
        .some((token) => MESSAGE_CLASS.test(token))
    )
      return ancestor;
  }
  return null;
}

const isFieldError = (element: Element): boolean => {
  let steps = 0;
  for (const ancestor of ancestry(element)) {
    if (steps++ > 3) return false;
    if (FIELD_ERROR_CLASS.test(classOf(ancestor))) return true;
  }
  return false;
};

export interface FinderOptions {
  words: ConfiguredWords;
  /** Another document's frame is watched too: there only boxes count, not loose text. */
  boxesOnly: boolean;
}

/** What one stretch of text that appeared says, as evidence; null for nothing. */
export function readText(holder: Element, { words, boxesOnly }: FinderOptions): Evidence | null {
  const text = textOf(holder).trim();
  if (!text || text.length > MESSAGE_LENGTH) return null;
  const said = classifyMessage(text, words);
  if (said === 'other' || said === 'neutral' || !isVisible(holder)) return null;
  if (isFieldError(holder)) return said === 'success' ? null : 'field:invalid';
  const box = messageBox(holder);
  const inData = closest(holder, DATA);
  if (box && !(inData && containsBox(inData, box) === false)) return `message:${said}`;
  if (inData || boxesOnly || text.length > LOOSE_LENGTH) return null;
  return said === 'validation' ? 'field:invalid' : `text:${said}`;
}

/** A box inside a table cell is that cell's business; a list inside a box is still the box's. */
const containsBox = (data: Element, box: Element): boolean => {
  for (const ancestor of ancestry(data)) if (ancestor === box) return true;
  return false;
};

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
