// One submission judged against what is known of its person. What is asked of the index is what the judgement
// costs: the sightings of its own hashes, and only where something may be an identity value the numbers of
// forms and of their submissions.
import { habitualValues } from './habits';
import { type FormId, formName, formsInQuestion, identityValues, type SeenIn, seenIn } from './identity';
import {
  ENTRY_LIFE_MS,
  type Judgement,
  judgeRepetition,
  type SaysNothing,
  type Sighting,
  type Submission,
} from './repetition';

/** Where entries of accepted submissions are looked up. Windows are half-open: [from, to). */
export interface EntryIndex {
  /**
   * The submissions of the window that have any of the hashes. A hash that is in more submissions than a
   * single matter could ever be is `common` and left out of the search.
   */
  findSightings(submission: Submission, from: number): { sightings: Sighting[]; common: ReadonlySet<string> };
  countForms(personId: string, from: number, to: number): number;
  countSubmissions(personId: string, form: FormId, from: number, to: number): number;
}

export interface Verdict extends Judgement {
  identity: string[];
}

export function judgeSubmission(index: EntryIndex, submission: Submission): Verdict {
  const { sightings, ignored } = gatherFacts(index, submission);
  const identity = [...ignored.identity].sort();
  return { ...judgeRepetition(submission, sightings, ignored), identity };
}

export function gatherFacts(
  index: EntryIndex,
  submission: Submission,
): { sightings: Sighting[]; ignored: SaysNothing } {
  const { sightings, seen, common } = lookUp(index, submission);
  const identity = new Set([...learnIdentity(index, submission, seen), ...common]);
  return { sightings, ignored: { identity, habits: habitualValues(seen, identity) } };
}

/** The forms whose submissions a judgement counts: where something may be an identity value, and mostly none. */
export const formsToCount = (index: Pick<EntryIndex, 'findSightings'>, submission: Submission): FormId[] =>
  formsInQuestion(lookUp(index, submission).seen);

/** The beginning of the window in which a submission is compared. */
export const windowOf = ({ at }: Submission): number => at - ENTRY_LIFE_MS;

function lookUp(index: Pick<EntryIndex, 'findSightings'>, submission: Submission) {
  const { sightings, common } = index.findSightings(submission, windowOf(submission));
  sightings.sort((a, b) => a.at - b.at || (a.actionId < b.actionId ? -1 : 1));
  const hashes = submission.entered.map(({ hash }) => hash);
  return { sightings, common, seen: seenIn(hashes, sightings) };
}

function learnIdentity(index: EntryIndex, submission: Submission, seen: SeenIn): Set<string> {
  const { personId, at } = submission;
  const from = windowOf(submission);
  const forms = formsInQuestion(seen);
  if (forms.length === 0) return new Set();
  const counted = new Map(
    forms.map((form) => [formName(form), index.countSubmissions(personId, form, from, at)]),
  );
  const formCount = index.countForms(personId, from, at);
  return identityValues(seen, formCount, (form) => counted.get(formName(form)) ?? 0);
}
