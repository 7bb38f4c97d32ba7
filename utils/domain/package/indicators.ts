// The indicators that tables over people are made of, and the cells they fall into. The set is fixed: tables
// that could be subtracted from one another are not both in it (no sum that is another one in disguise: burden
// beside active time, weeks beside months, retyping time here and by pairs of portals).
//
// A cell is one category and one calendar month. The value is the sum over all people; a person contributes to
// an indicator where their own sum is not zero.
import type { DAYS } from './days-table';

type DaysColumn = (typeof DAYS)['columns'][number]['name'];

export const INDICATORS = [
  'active_s',
  'check_ins',
  'check_in_s',
  'submissions',
  'submission_s',
  'rejected',
  'rework_s',
  'repeats_same_form',
  'repeats_cross_portal',
  'repeat_s',
  'upload_images',
  'upload_documents',
  'after_hours_s',
  'observed_min',
] as const satisfies readonly DaysColumn[];
export type Indicator = (typeof INDICATORS)[number];

/** Fewest people behind a published figure; may be raised, never lowered. */
export const MIN_PEOPLE = 5;
/** A figure is unsafe when one person gives more than half of it, or two more than three quarters. */
export const DOMINANCE_ONE = 0.5;
export const DOMINANCE_TWO = 0.75;
