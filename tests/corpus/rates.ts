// Precision and recall of verdicts against the truth, and the curves over what could have been chosen.
import { isSubjectEntry } from '../../utils/domain/entry-mark';
import { judgeRepetition, THRESHOLDS, type Thresholds } from '../../utils/domain/repetition';
import type { Judged } from './judge-corpus';
import type { Truth } from './truth';

export type Scope = 'sameForm' | 'crossPortal';
export const SCOPES: readonly Scope[] = ['sameForm', 'crossPortal'];

export interface Rates {
  truth: number;
  found: number;
  right: number;
  precision: number;
  recall: number;
}

export type Verdicts = Map<string, Scope | null>;

export function ratesOf(truths: ReadonlyMap<string, Truth>, verdicts: Verdicts, scope: Scope): Rates {
  let [truth, found, right] = [0, 0, 0];
  for (const [id, verdict] of verdicts) {
    const isTrue = truths.get(id)?.scope === scope;
    if (isTrue) truth += 1;
    if (verdict === scope) found += 1;
    if (isTrue && verdict === scope) right += 1;
  }
  return { truth, found, right, precision: right / Math.max(1, found), recall: right / Math.max(1, truth) };
}

export const verdictsOf = (judged: readonly Judged[]): Verdicts =>
  new Map(judged.map(({ sheet, judgement }) => [sheet.id, judgement.repeat?.scope ?? null]));

/** How what says nothing enters the ratios; the first is how it does. */
export type IgnoringRule =
  | 'both left out'
  | 'identity eligible, never shared'
  | 'identity like any other'
  | 'habits like any other'
  | 'both like any other';

const NONE: ReadonlySet<string> = new Set();

export function rejudge(
  judged: readonly Judged[],
  over: Partial<Thresholds>,
  rule: IgnoringRule = 'both left out',
): Verdicts {
  const thresholds = { ...THRESHOLDS, ...over };
  return new Map(
    judged.map(({ sheet, submission, sightings, ignored }) => {
      const { identity, habits } = ignored;
      // Nobody has ever entered them before, so they are eligible and shared with nothing.
      const without = (hashes: readonly string[]) => hashes.filter((hash) => !identity.has(hash));
      const seen =
        rule === 'identity eligible, never shared'
          ? sightings.map((one) => ({ ...one, hashes: without(one.hashes) }))
          : sightings;
      const left = {
        identity: /^identity|^both like/.test(rule) ? NONE : identity,
        habits: /^habits|^both like/.test(rule) ? NONE : habits,
      };
      const { repeat } = judgeRepetition(submission, seen, left, thresholds);
      return [sheet.id, repeat?.scope ?? null];
    }),
  );
}

/** Verdicts as they would be if the names of a sheet were not looked at. */
export function rejudgeWithoutNames(judged: readonly Judged[]): Verdicts {
  const bare = (hashes: readonly string[]) => hashes.filter((hash) => !isSubjectEntry(hash));
  return new Map(
    judged.map(({ sheet, submission, sightings, ignored }) => {
      const entered = submission.entered.filter(({ hash }) => !isSubjectEntry(hash));
      const seen = sightings.map((one) => ({ ...one, hashes: bare(one.hashes) }));
      const { repeat } = judgeRepetition({ ...submission, entered }, seen, ignored);
      return [sheet.id, repeat?.scope ?? null];
    }),
  );
}
