// Pointing at things on an open page, as the editor shows it.
import type { PickKind } from '../../utils/messaging/protocol';
import type { MessageKey } from '../../utils/platform/messages';

/** An open page of a portal. */
export interface PickableTab {
  tabId: number;
  title: string;
  /** Outermost first. */
  frames: { frameId: number; title: string; route: string }[];
}

export interface PickReview {
  kind: PickKind;
  title: string;
  words: string;
  /** As the rule will have it. */
  route: string;
  places: number;
  known: boolean;
  works: boolean;
  /** null when it could not be counted. */
  week: { spans: number; checkIns: number; submissions: number } | null;
  /** Whether the draft has this portal. */
  inDraft: boolean;
  /** What a success message is most likely of. */
  likely: 'checkIn' | 'form';
}

export type PickerPhase =
  | { state: 'idle' | 'looking' | 'waiting' | 'stopped' | 'left' | 'refused' }
  | { state: 'review'; review: PickReview }
  | { state: 'kept'; title: string };

export interface PickerFacts {
  /** null before somebody looked. */
  tabs: readonly PickableTab[] | null;
  phase: PickerPhase;
}

export interface PickerActions {
  onFind(): void;
  onPick(tabId: number, frameIds: number[], kind: PickKind): void;
  onStop(): void;
  onKeep(words: string, of: 'checkIn' | 'form'): void;
  onDrop(): void;
  onUndo(): void;
}

/** What there is to point at, in the order of a form's life. */
export const PICK_NAMES: Record<PickKind, MessageKey> = {
  checkIn: 'pick_check_in',
  submit: 'pick_submit',
  success: 'pick_success',
  failure: 'pick_failure',
  ignore: 'pick_ignore',
};
