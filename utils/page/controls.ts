// Controls: which one was activated, and what its text says it does.
import { type ControlClass, classifyControl, type WordTable } from '../domain/lexicon';
import { attributeOf, closest, hasClass, isVisible, matches, nearest, queryAll, textOf } from './dom';

export interface Control {
  element: Element;
  kind: ControlClass;
}

export const BUTTON =
  'button, input[type="submit"], input[type="button"], input[type="image"], [role="button"], a, summary';
/** A click lands on an icon or a span in a button; a control without any role is close to its text as well. */
const CLIMB = 6;
const CHOSEN = 'input, textarea, select, label, option, td, th';
const PLAIN_CHILDREN = 8;
const PLAIN_TEXT = 40;

const NAVIGATION =
  'nav, [role="navigation"], [role="menu"], [role="menubar"], [role="menuitem"], [role="tab"], [role="tablist"]';
const NAVIGATION_CLASS =
  /^(.*[-_])?(menu|submenu|menubar|nav|navbar|tabbar|breadcrumb|pagination|pager|laypage)([-_]{1,2}(item|link|title|content|inner|btn))?$|(^|[-_])tabs?[-_]{1,2}(item|tab|btn|nav|title|header)$/i;

/** The activated control, from an event's composed path; null when it hit none whose text says something. */
export function controlOn(path: readonly EventTarget[], words: WordTable): Control | null {
  const elements = path.filter((target): target is Element => target instanceof Element).slice(0, CLIMB);
  const button = elements.find((element) => matches(element, BUTTON));
  if (button) {
    const kind = isNavigation(button) ? 'other' : classifyControl(controlText(button), words);
    return { element: button, kind };
  }
  // An option called 办结 is chosen, not done.
  if (elements.some((element) => matches(element, CHOSEN)) || choiceOn(path)) return null;
  for (const element of elements) {
    if (element.childElementCount > PLAIN_CHILDREN || textOf(element).length > PLAIN_TEXT) break;
    // What holds a control is none itself: its text is the control's, which was not what was clicked.
    if (queryAll(element, BUTTON).length > 0) break;
    const kind = classifyControl(controlText(element), words);
    if (kind !== 'other') return isNavigation(element) ? null : { element, kind };
  }
  return null;
}

/** All visible controls of a scope, for knowing what else it offers. */
export function controlsIn(root: ParentNode, words: WordTable): Control[] {
  return queryAll(root, `${BUTTON}, [lay-submit], [class*="btn"], [class*="button"]`)
    .filter((element) => isVisible(element) && !isNavigation(element))
    .map((element) => ({ element, kind: classifyControl(controlText(element), words) }));
}

export function controlText(element: Element): string {
  if (element instanceof HTMLInputElement) return element.value || element.alt || element.title;
  const text = textOf(element);
  return text.trim() || attributeOf(element, 'aria-label') || attributeOf(element, 'title');
}

/** Leads somewhere else instead of doing something here. */
function isNavigation(element: Element): boolean {
  if (closest(element, NAVIGATION)) return true;
  const link = closest(element, 'a[href]');
  const href = link ? attributeOf(link, 'href').trim() : '';
  if (href && href !== '#' && href !== '#!' && !/^javascript:/i.test(href)) return true;
  return nearest(element, 2, (ancestor) => hasClass(ancestor, NAVIGATION_CLASS)) !== null;
}

const CHOICE_ROLE =
  /^(option|radio|checkbox|switch|menuitemradio|menuitemcheckbox|treeitem|gridcell|slider|spinbutton)$/;
const CHOICE_CLASS =
  /(^|[-_])(option|radio|checkbox|switch|rate|star|select|picker|cascader|calendar|date|tree|choice|slider|stepper)([-_]|$)/i;

/** The part of a home-made choice (stars, drop-down option, date cell) that was clicked, if it looks like one. */
export function choiceOn(path: readonly EventTarget[]): Element | null {
  const elements = path.filter((target): target is Element => target instanceof Element).slice(0, 5);
  const isPart = (element: Element) =>
    CHOICE_ROLE.test(attributeOf(element, 'role')) || hasClass(element, CHOICE_CLASS);
  return elements.find(isPart) ?? null;
}
