// What the editor shows and asks for: plain data and callbacks. What a list may say is the config layer's to
// know; its answers are handed in.
import type { Draft, DraftPortal, Loose } from '../../utils/config/draft';
import type { MessageKey } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';

export interface TestedAddress {
  state: 'portal' | 'hostOnly' | 'none' | 'noAddress';
  portal: string | null;
  route: string | null;
  form: string | null;
  page: string | null;
}

export interface OverlapWarning {
  narrow: { portal: number; title: string; pattern: string };
  wide: { portal: number; title: string; pattern: string };
}

/** What came of a file that was opened or a table that was read. */
export type FileNote =
  | { state: 'opened'; name: string; portals: number; problems: readonly Problem[] }
  | { state: 'table'; name: string; portals: number; problems: readonly Problem[] }
  | { state: 'refused'; name: string; problems: readonly Problem[] };

export interface PatternAdvice {
  /** What somebody who pasted an address probably means. */
  suggest(text: string): string | null;
  /** Over-broad, but a list may say so if somebody means it. */
  isConfirmable(text: string): boolean;
}

export interface EditorActions {
  onHead(changes: Loose): void;
  onPortal(at: number, changes: Loose): void;
  onAdd(): void;
  onRemove(at: number): void;
  onUndo(): void;
  onNew(): void;
  onFromInForce(): void;
  onOpenFile(file: File): void;
  onOpenTable(file: File): void;
  onEmptyTable(): void;
  onText(text: string): readonly Problem[];
  onReissue(): void;
  onSave(): void;
  onUse(): void;
  onPolicies(): void;
}

export interface EditorFacts {
  draft: Draft;
  problems: readonly Problem[];
  overlaps: readonly OverlapWarning[];
  /** The draft is an earlier version of the list in force, or rewrites it. */
  behind: { version: number } | null;
  canUndo: boolean;
  /** Whether the list was taken into use on this computer just now. */
  used: 'no' | 'yes' | readonly Problem[];
  text: string;
}

export const CATEGORY_NAMES: Record<string, MessageKey> = {
  'check-in': 'category_check_in',
  reporting: 'category_reporting',
  'learning-hours': 'category_learning_hours',
  'work-order': 'category_work_order',
  messaging: 'category_messaging',
  'public-site': 'category_public_site',
};
export const LEVEL_NAMES: Record<string, MessageKey> = {
  nation: 'level_nation',
  province: 'level_province',
  city: 'level_city',
  county: 'level_county',
  town: 'level_town',
  village: 'level_village',
};
export const PURPOSE_NAMES: Record<string, MessageKey> = {
  ranking: 'purpose_ranking',
  learning: 'purpose_learning',
  'burden-relief': 'purpose_burden_relief',
  'self-inspection': 'purpose_self_inspection',
};
export const CYCLE_NAMES: Record<string, MessageKey> = {
  day: 'cycle_day',
  week: 'cycle_week',
  month: 'cycle_month',
  quarter: 'cycle_quarter',
  year: 'cycle_year',
  once: 'cycle_once',
};

/** Problems of a field and of what is inside it. */
export const problemsAt = (problems: readonly Problem[], path: string): Problem[] =>
  problems.filter(
    (problem) =>
      problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`),
  );

export const titleOf = ({ id, title }: Pick<DraftPortal, 'id' | 'title'>, language: string): string =>
  (language.startsWith('zh') ? title['zh-CN'] || title.en : title.en || title['zh-CN']) || id;
