// An attempt as the gesture shows it.
import type { WordTable } from '../domain/lexicon';
import { classifyControl } from '../domain/lexicon';
import type { Evidence } from '../domain/outcomes';
import type { ActionKind } from '../domain/records';
import { containsDeep, isVisible, queryAll, textOf } from './dom';
import type { Edit } from './edits';
import type { Scope } from './form-scope';

export interface Act {
  kind: ActionKind;
  draft: boolean;
  evidence: Evidence[];
  control: Element | null;
  scope: Scope | null;
  edits: Edit[];
}

export const checkInBy = (control: Element | null, evidence: Evidence[]): Act => ({
  kind: 'checkIn',
  draft: false,
  evidence,
  control,
  scope: null,
  edits: [],
});

/** The layer that the act was made in is not one that came over it. */
export const holdsFields = (layer: Element, act: Act): boolean =>
  act.edits.some((edit) => containsDeep(layer, edit.field));

const CONTROL_LENGTH = 40;

/** What the page offers to act on now: a sheet that asks back brings controls that were not there. */
export function controlsOffered(words: WordTable): ReadonlySet<Element> {
  const offered = queryAll(document, '*').filter((element) => {
    const text = textOf(element).trim();
    if (text === '' || text.length > CONTROL_LENGTH) return false;
    return classifyControl(text, words) !== 'other' && isVisible(element);
  });
  return new Set(offered);
}
