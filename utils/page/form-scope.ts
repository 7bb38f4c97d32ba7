// Form scope: where fields belong together. A commit control says which edits it sends by where it stands:
// in their form, in their dialog (whose footer may be outside the form), or next to them in the page.
import type { ControlClass, WordTable } from '../domain/lexicon';
import { type Control, controlsIn } from './controls';
import { ancestry, attributeOf, closest, containsDeep, isVisible, matches, queryAll } from './dom';
import { fieldsIn, isPassword, isRowTick, isSearchField } from './fields';

export interface Scope {
  root: Element;
  kind: 'form' | 'layer' | 'section' | 'page';
}

const LAYER = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';
/** A fixed box that holds this share of all elements is the application itself, not a layer over it. */
const SHELL_SHARE = 0.6;

/** The dialog, drawer or overlay an element stands in. */
export function layerOf(element: Element): Element | null {
  for (const ancestor of ancestry(element)) {
    if (matches(ancestor, LAYER)) return ancestor;
    if (ancestor === document.body || ancestor === document.documentElement) return null;
    if (getComputedStyle(ancestor).position === 'fixed' && coversCentre(ancestor) && !isShell(ancestor))
      return ancestor;
  }
  return null;
}

function coversCentre(element: Element): boolean {
  const box = element.getBoundingClientRect();
  const x = innerWidth / 2;
  const y = innerHeight / 2;
  return box.left <= x && box.right >= x && box.top <= y && box.bottom >= y;
}

const isShell = (element: Element): boolean =>
  queryAll(element, '*').length > SHELL_SHARE * queryAll(document, 'body *').length;

export const formOf = (element: Element): Element | null => closest(element, 'form');

/** The scope of a control: the innermost place around it that holds one of the edited fields. */
export function scopeOf(control: Element, edited: readonly Element[]): Scope | null {
  const holdsEdit = (root: Element) => edited.some((field) => containsDeep(root, field));
  const form = formOf(control);
  if (form && holdsEdit(form)) return { root: form, kind: 'form' };
  const layer = layerOf(control);
  if (layer) return holdsEdit(layer) ? { root: layer, kind: 'layer' } : null;
  for (const ancestor of ancestry(control)) {
    if (!holdsEdit(ancestor)) continue;
    const isPage = ancestor === document.body || ancestor === document.documentElement;
    return { root: ancestor, kind: isPage ? 'page' : 'section' };
  }
  return null;
}

/**
 * A login: its password field was filled and it holds little else (a name, a captcha). An ordinary form may
 * carry an unused password field.
 */
export function isLogin(fields: readonly HTMLElement[], isFilled: (field: Element) => boolean): boolean {
  const passwords = fields.filter(isPassword);
  if (!passwords.some(isFilled)) return false;
  const others = fields.filter((field) => !isPassword(field) && attributeOf(field, 'type') !== 'checkbox');
  return others.length <= 3;
}

const COMMITTING: ReadonlySet<ControlClass> = new Set(['commit', 'save', 'confirm', 'checkIn']);

/** A search control this near above or below belongs to the field's own bar, in pixels. */
const BAR_HEIGHT = 110;

/**
 * Tells edited fields that are used for looking up, moving about or selecting from those for reporting. Made
 * anew for each gesture: the fields of a table share their ancestors, and so what these offer.
 */
export function lookupTest(words: WordTable): (field: Element) => boolean {
  const known = new Map<Element, Control[]>();
  const controlsOf = (ancestor: Element): Control[] => {
    const controls = known.get(ancestor) ?? controlsIn(ancestor, words);
    known.set(ancestor, controls);
    return controls;
  };
  return (field) => isSearchField(field) || isRowTick(field) || isInSearchBar(field, controlsOf);
}

/** A bar of fields that offers a search and no commit. Only what is close: a page's commit may be far away. */
function isInSearchBar(field: Element, controlsOf: (ancestor: Element) => Control[]): boolean {
  const own = field.getBoundingClientRect();
  let steps = 0;
  for (const ancestor of ancestry(field)) {
    if (ancestor === document.body || steps++ > 8) return false;
    const controls = controlsOf(ancestor);
    if (controls.some(({ kind }) => COMMITTING.has(kind))) return false;
    const search = controls.find(({ kind }) => kind === 'search');
    if (search) return Math.abs(search.element.getBoundingClientRect().top - own.top) <= BAR_HEIGHT;
    if (matches(ancestor, `form, ${LAYER}`)) return false;
  }
  return false;
}

/**
 * What Enter in a field may activate: the committing control nearest to it, unless it is for looking up. A
 * field without any is its own: pages for quick entry have nothing but the key.
 */
export function defaultControl(field: HTMLElement, words: WordTable): Control | null {
  if (lookupTest(words)(field)) return null;
  for (const ancestor of ancestry(field)) {
    const controls = controlsIn(ancestor, words);
    const control =
      controls.find(({ kind }) => kind === 'commit') ??
      controls.find(({ kind }) => kind === 'save' || kind === 'confirm');
    if (control) return control;
    if (ancestor === document.body) break;
  }
  return { element: field, kind: 'commit' };
}

/** Whether a dialog with fields stands over the page. */
export const showsFormLayer = (): boolean =>
  queryAll(document, LAYER).some((layer) => isVisible(layer) && fieldsIn(layer).length > 0);

/** Whether 保存 keeps a draft: beside 提交 it does, unless 暂存 is there for that. */
export function savesDraft(root: Element, words: WordTable): boolean {
  const offers = (wanted: ControlClass) => controlsIn(root, words).some(({ kind }) => kind === wanted);
  return offers('commit') && !offers('draft');
}
