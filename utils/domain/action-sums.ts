// What actions add to a day's sums: how often, how long, what of it had been given before, and to whom.
import type { DayRow } from './day-summary';
import type { Action, EntrySums } from './records';

/** What a form's submissions of a day had in common with earlier ones. */
export interface RepeatedForm {
  formKey: string;
  route: string;
  /** Submissions that are repeats. */
  repeats: number;
  entries: number;
  /** The time on repeats, as in `repeatMs`. */
  repeatMs: number;
}

export function addAction(row: DayRow, action: Action): void {
  if (action.kind === 'checkIn') {
    if (action.outcome === 'accepted') {
      row.checkIns += 1;
      row.checkInMs += action.activeMs;
    } else if (action.settledAt !== null) {
      row.checkInsAttempted += 1;
    }
  } else if (action.outcome === 'accepted') {
    addSubmission(row, action);
  } else if (action.outcome === 'rejected' || action.outcome === 'failed') {
    row.rejected += 1;
  }
  if (action.outcome === 'accepted') {
    row.uploadImages += action.uploads.images;
    row.uploadVideos += action.uploads.videos;
    row.uploadDocuments += action.uploads.documents;
  }
}

function addSubmission(row: DayRow, action: Action): void {
  row.submissions += 1;
  row.submissionMs += action.activeMs;
  if (action.confidence === 'probable') row.submissionsProbable += 1;
  if (action.entrySums) addEntries(row, action.entrySums);
  addRepeat(row, action);
}

function addEntries(row: DayRow, { eligible, identity, shared, from }: EntrySums): void {
  row.eligibleEntries += eligible;
  row.identityEntries += identity;
  row.sharedEntries += shared.entries;
  row.sharedPasted += shared.pasted;
  row.sharedFilled += shared.filled;
  row.retypeMs += shared.retypeMs;
  for (const share of from) {
    const known = row.sharedFrom.find(({ portalId }) => portalId === share.portalId);
    if (!known) {
      row.sharedFrom = [...row.sharedFrom, share].sort((a, b) => (a.portalId < b.portalId ? -1 : 1));
      continue;
    }
    row.sharedFrom = row.sharedFrom.map((one) =>
      one !== known
        ? one
        : {
            portalId: one.portalId,
            entries: one.entries + share.entries,
            pasted: one.pasted + share.pasted,
            filled: one.filled + share.filled,
            retypeMs: one.retypeMs + share.retypeMs,
          },
    );
  }
}

function addRepeat(row: DayRow, action: Action): void {
  const { repeat, entrySums, formKey, route } = action;
  const entries = repeat?.sharedEntries ?? entrySums?.shared.entries ?? 0;
  if (!repeat && entries === 0) return;
  const repeatMs = repeat ? repeatTimeOf(action) : 0;
  row.repeatMs += repeatMs;
  if (repeat?.scope === 'sameForm') row.repeatsSameForm += 1;
  if (repeat?.scope === 'crossPortal') row.repeatsCrossPortal += 1;
  const known = row.repeatedForms.find((form) => form.formKey === formKey);
  const form = known ?? { formKey, route, repeats: 0, entries: 0, repeatMs: 0 };
  const next = {
    ...form,
    repeats: form.repeats + (repeat ? 1 : 0),
    entries: form.entries + entries,
    repeatMs: form.repeatMs + repeatMs,
  };
  row.repeatedForms = [...row.repeatedForms.filter((one) => one !== known), next].sort((a, b) =>
    a.formKey < b.formKey ? -1 : 1,
  );
}

/** Filling the same form again is repeated whole; of a double report, what was typed again. */
export function repeatTimeOf({ repeat, activeMs }: Pick<Action, 'repeat' | 'activeMs'>): number {
  if (!repeat) return 0;
  return repeat.scope === 'sameForm' ? activeMs : repeat.retypeMs;
}
