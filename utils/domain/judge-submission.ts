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
  findSightings(
    submission: Submission,
    from: number,
  ): Promise<{ sightings: Sighting[]; common: ReadonlySet<string> }>;
  countForms(personId: string, from: number, to: number): Promise<number>;
  countSubmissions(personId: string, form: FormId, from: number, to: number): Promise<number>;
}

export interface Verdict extends Judgement {
  identity: string[];
}

export async function judgeSubmission(index: EntryIndex, submission: Submission): Promise<Verdict> {
  const { sightings, ignored } = await gatherFacts(index, submission);
  const identity = [...ignored.identity].sort();
  return { ...judgeRepetition(submission, sightings, ignored), identity };
}

export async function gatherFacts(
  index: EntryIndex,
  submission: Submission,
): Promise<{ sightings: Sighting[]; ignored: SaysNothing }> {
  const from = submission.at - ENTRY_LIFE_MS;
  const { sightings, common } = await index.findSightings(submission, from);
  sightings.sort((a, b) => a.at - b.at || (a.actionId < b.actionId ? -1 : 1));
  const seen = seenIn(
    submission.entered.map(({ hash }) => hash),
    sightings,
  );
  const learned = await learnIdentity(index, submission, seen, from);
  const identity = new Set([...learned, ...common]);
  return { sightings, ignored: { identity, habits: habitualValues(seen, identity) } };
}

async function learnIdentity(
  index: EntryIndex,
  { personId, at }: Submission,
  seen: SeenIn,
  from: number,
): Promise<Set<string>> {
  const forms = formsInQuestion(seen);
  if (forms.length === 0) return new Set();
  const counted = new Map<string, number>();
  const [formCount] = await Promise.all([
    index.countForms(personId, from, at),
    ...forms.map(async (form) =>
      counted.set(formName(form), await index.countSubmissions(personId, form, from, at)),
    ),
  ]);
  return identityValues(seen, formCount, (form) => counted.get(formName(form)) ?? 0);
}
