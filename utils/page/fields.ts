// Fields: what a person can enter something into, and what is known of each without reading its value.
import { isNeverRead, normaliseText, type WordTable } from '../domain/lexicon';
import type { UploadCounts } from '../domain/records';
import {
  attributeOf,
  blankFrameDocument,
  closest,
  isFrameElement,
  isVisible,
  matches,
  queryAll,
  textOf,
} from './dom';

const FIELD_SELECTOR =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
const NOT_ENTERED = new Set(['hidden', 'submit', 'button', 'image', 'reset']);
const CHOSEN_TYPES = new Set([
  'checkbox',
  'radio',
  'range',
  'color',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  'file',
]);
const VALUE_LENGTH = 2_000;

const inputType = (field: Element): string => (field instanceof HTMLInputElement ? field.type : '');

export const isPassword = (field: Element): boolean => inputType(field) === 'password';

/** The field an event happened in: an input, or the root of an editable region. */
export function fieldOf(target: EventTarget | undefined): HTMLElement | null {
  if (!(target instanceof HTMLElement)) return null;
  // A rich-text editor that lives in a frame without an address is one field of the page.
  if (isFrameElement(target)) return blankFrameDocument(target) ? target : null;
  if (target instanceof HTMLInputElement) return NOT_ENTERED.has(target.type) ? null : target;
  if (matches(target, 'textarea, select')) return target;
  if (!target.isContentEditable) return null;
  let root: HTMLElement = target;
  while (root.parentElement?.isContentEditable) root = root.parentElement;
  return root;
}

/** Visible fields, through open shadow roots; a file input counts though libraries hide it. */
export function fieldsIn(root: ParentNode): HTMLElement[] {
  return queryAll(root, FIELD_SELECTOR).filter((field): field is HTMLElement => {
    const type = inputType(field);
    return field instanceof HTMLElement && !NOT_ENTERED.has(type) && (type === 'file' || isVisible(field));
  });
}

/** Whether its value is a choice among given ones rather than something entered. */
export const isChoice = (field: Element): boolean =>
  matches(field, 'select') ||
  CHOSEN_TYPES.has(inputType(field)) ||
  attributeOf(field, 'role') === 'combobox' ||
  (field instanceof HTMLInputElement && field.readOnly);

export function enteredIn(field: Element): string {
  if (matches(field, 'input, textarea, select'))
    return (field as HTMLInputElement).value.slice(0, VALUE_LENGTH);
  if (isFrameElement(field))
    return (blankFrameDocument(field)?.body?.textContent ?? '').slice(0, VALUE_LENGTH);
  return textOf(field).slice(0, VALUE_LENGTH);
}

export function labelOf(field: Element): string {
  const labels = 'labels' in field ? (field.labels as NodeListOf<HTMLLabelElement> | null) : null;
  const label = labels?.[0];
  const own = attributeOf(field, 'aria-label') || attributeOf(field, 'placeholder');
  if (label) return textOf(label);
  const item = closest(field, '[class*="form-item"], [class*="form-group"], [class*="field"], tr, li, dd, p');
  const near =
    item && item !== field
      ? Element.prototype.querySelector.call(item, 'label, th, dt, [class*="label"]')
      : null;
  return (near && textOf(near)) || own || attributeOf(field, 'title');
}

/** How the page itself names a field; cheaper to read than the key that is made of it. */
export type FieldName = readonly [kind: string, name: string, label: string];

export function fieldName(field: Element): FieldName {
  const name = attributeOf(field, 'name');
  return [`${field.tagName}:${inputType(field)}`, name, /[a-z]/i.test(name) ? '' : labelOf(field)];
}

/**
 * What tells one field of a form from another, without digits, so that generated ids don't differ between
 * two openings of the same form.
 */
export const fieldKey = ([kind, name, label]: FieldName): string =>
  `${kind}:${normaliseText(name) || normaliseText(label).slice(0, 40)}`;

/** Passwords, one-time codes, captchas, card numbers, and what the config marks. */
export function isPrivateField(field: Element, words: WordTable): boolean {
  if (isPassword(field)) return true;
  const autocomplete = attributeOf(field, 'autocomplete');
  if (/^(cc-|one-time-code|current-password|new-password)/.test(autocomplete)) return true;
  return [
    attributeOf(field, 'name'),
    attributeOf(field, 'id'),
    attributeOf(field, 'placeholder'),
    labelOf(field),
  ].some((label) => isNeverRead(label, words));
}

const SEARCH_LABEL = /搜索|查询|检索|筛选|关键字|关键词|search|keyword|filter/i;

/** A field for looking things up; what is entered there is not reported to anybody. */
export function isSearchField(field: Element): boolean {
  if (inputType(field) === 'search' || attributeOf(field, 'role') === 'searchbox') return true;
  if (closest(field, '[role="search"], [class*="pagination"], [class*="pager"], [class*="laypage"]'))
    return true;
  return SEARCH_LABEL.test(attributeOf(field, 'placeholder') + attributeOf(field, 'aria-label'));
}

/** The tick that selects a table's row is no entered data. */
export function isRowTick(field: Element): boolean {
  const type = inputType(field);
  if (type !== 'checkbox' && type !== 'radio') return false;
  const cell = closest(field, 'td, th, [role="cell"], [role="gridcell"], [role="columnheader"]');
  return cell !== null && normaliseText(textOf(cell)) === '';
}

/** How many files were chosen, by kind; neither names nor contents are read. */
export function countFiles(files: FileList | null): UploadCounts {
  const counts: UploadCounts = { images: 0, videos: 0, documents: 0 };
  for (const file of files ?? []) {
    if (file.type.startsWith('image/')) counts.images += 1;
    else if (file.type.startsWith('video/')) counts.videos += 1;
    else counts.documents += 1;
  }
  return counts;
}
