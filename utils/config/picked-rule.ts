// What was pointed at on a page, as a rule of a portal in the draft. Words of a check-in hold for the whole
// portal; words of a form, and leaving a form out, hold for its route. A rule that says the same already is not
// written twice.

import { normaliseText } from '../domain/lexicon';
import { changePortal, type Draft, type DraftPortal, type Loose } from './draft';

export type PickedRule =
  | { what: 'checkInControl' | 'checkInSuccess'; words: string }
  | { what: 'formSubmit' | 'formSuccess' | 'formFailure'; words: string; route: string }
  | { what: 'formIgnore'; route: string };

const LISTS = {
  checkInControl: 'controls',
  checkInSuccess: 'success',
  formSubmit: 'submit',
  formSuccess: 'success',
  formFailure: 'failure',
} as const;

/** The glob for a route's template: where the template leaves something out, anything may stand. */
export const toRouteGlob = (template: string): string => template.replaceAll(':n', '*') || '/';

export function addPickedRule(draft: Draft, at: number, rule: PickedRule): Draft {
  const portal = draft.portals[at];
  return portal ? changePortal(draft, at, changesFor(portal, rule)) : draft;
}

function changesFor(portal: DraftPortal, rule: PickedRule): Loose {
  if (!('route' in rule))
    return { checkIn: withWords(toLoose(portal.checkIn), LISTS[rule.what], rule.words) };
  const forms = Array.isArray(portal.forms) ? portal.forms.map(toLoose) : [];
  const known = forms.findIndex(({ route }) => route === rule.route);
  const before = forms[known] ?? { route: rule.route };
  const after =
    rule.what === 'formIgnore'
      ? { ...before, ignore: true }
      : withWords(before, LISTS[rule.what], rule.words);
  if (known < 0) return { forms: [...forms, after] };
  return { forms: forms.map((form, index) => (index === known ? after : form)) };
}

function withWords(rule: Loose, list: string, words: string): Loose {
  const known = Array.isArray(rule[list]) ? (rule[list] as unknown[]) : [];
  const isSame = (one: unknown) => typeof one === 'string' && normaliseText(one) === normaliseText(words);
  return known.some(isSame) ? rule : { ...rule, [list]: [...known, words] };
}

const toLoose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
