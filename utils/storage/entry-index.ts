// What is known of the values of submissions that are judged together: looked up once for all, then each one's
// entries are added when it has been judged. Whoever judges in the order in which they happened so sees all that came
// before, without writing in between.
import { type EntryIndex, formsToCount, windowOf } from '../domain/judge-submission';
import type { Entry } from '../domain/records';
import { isLater, type Submission } from '../domain/repetition';
import type { KnownForm, Ledger } from './database';
import { together } from './together';

/** A value in more submissions than this is about no one matter, and its rows are not worth reading. */
export const MOST_SIGHTINGS = 200;

export interface OpenIndex extends EntryIndex {
  /** Reads what a judgement of this one will count; null where it counts nothing. */
  loadCounts(submission: Submission): PromiseLike<void> | null;
  /** Makes the entries of a submission known to those that are judged after it. */
  add(entry: Entry): void;
  /** Forms whose first or last acceptance the added entries moved. */
  changedForms(): KnownForm[];
}

/** Inside the caller's transaction over `ENTRY_STORES`, and for it alone: what others write is not seen. */
export async function openIndex(db: Ledger, submissions: readonly Submission[]): Promise<OpenIndex> {
  const hashes = [...new Set(submissions.flatMap(({ entered }) => entered.map(({ hash }) => hash)))];
  const people = [...new Set(submissions.map(({ personId }) => personId))];
  const [found, known] = await together([
    together(hashes.map((hash) => idsWith(db, hash))),
    together(people.map((personId) => formsOf(db, personId))),
  ]);
  const holders = new Map(hashes.map((hash, at) => [hash, new Set(found[at])]));
  const forms = new Map(known.flat().map((form) => [nameOf(form), form]));
  const changed = new Set<string>();
  const added = new Map<string, Entry[]>();
  /** Ids of a form's submissions in the window of the one that is judged now. */
  let counted = new Map<string, readonly string[]>();

  const holdersOf = ({ actionId, entered }: Submission) =>
    entered.map(({ hash }) => {
      const ids = [...(holders.get(hash) ?? [])].filter((id) => id !== actionId);
      return { hash, ids, isCommon: ids.length > MOST_SIGHTINGS };
    });
  const sightingsOf = (submission: Submission) =>
    new Set(holdersOf(submission).flatMap(({ ids, isCommon }) => (isCommon ? [] : ids)));

  const wanted = [...new Set(submissions.flatMap((submission) => [...sightingsOf(submission)]))];
  const rows = wanted.length === 0 ? [] : await db.entries.bulkGet(wanted);
  const entries = new Map(rows.flatMap((row) => (row ? [[row.actionId, row]] : [])));

  const index: OpenIndex = {
    findSightings(submission, from) {
      const { personId } = submission;
      const held = holdersOf(submission);
      const ids = new Set(held.flatMap((one) => (one.isCommon ? [] : one.ids)));
      const sightings = [...ids]
        .flatMap((id) => entries.get(id) ?? [])
        .filter((entry) => entry.personId === personId && entry.at >= from && isLater(submission, entry));
      return { sightings, common: new Set(held.flatMap(({ hash, isCommon }) => (isCommon ? [hash] : []))) };
    },
    countForms(personId, from, to) {
      const inUse = (form: KnownForm) => form.lastAt >= from && form.firstAt < to;
      return [...forms.values()].filter((form) => form.personId === personId && inUse(form)).length;
    },
    loadCounts(submission) {
      const { personId, at } = submission;
      const asked = formsToCount(index, submission).map((form) => ({ personId, ...form }));
      if (asked.length === 0) return null;
      const reads = asked.map((form) => idsOfForm(db, form, windowOf(submission), at));
      return together(reads).then((ids) => {
        counted = new Map(asked.map((form, i) => [nameOf(form), ids[i] ?? []]));
      });
    },
    countSubmissions(personId, { portalId, formKey }, from, to) {
      const name = nameOf({ personId, portalId, formKey });
      const isWithin = (entry: Entry) => from <= entry.at && entry.at < to;
      const own = (added.get(name) ?? []).filter(isWithin).map(({ actionId }) => actionId);
      return new Set([...(counted.get(name) ?? []), ...own]).size;
    },
    add(entry) {
      added.set(nameOf(entry), [...(added.get(nameOf(entry)) ?? []), entry]);
      entries.set(entry.actionId, entry);
      for (const hash of entry.hashes) holders.get(hash)?.add(entry.actionId);
      const { personId, portalId, formKey, at } = entry;
      const form = forms.get(nameOf(entry));
      if (form && form.firstAt <= at && at <= form.lastAt) return;
      const firstAt = Math.min(at, form?.firstAt ?? at);
      const lastAt = Math.max(at, form?.lastAt ?? at);
      forms.set(nameOf(entry), { personId, portalId, formKey, firstAt, lastAt });
      changed.add(nameOf(entry));
    },
    changedForms: () => [...changed].flatMap((name) => forms.get(name) ?? []),
  };
  return index;
}

const idsWith = (db: Ledger, hash: string) =>
  db.entries
    .where('hashes')
    .equals(hash)
    .limit(MOST_SIGHTINGS + 2)
    .primaryKeys();

const formsOf = (db: Ledger, personId: string) =>
  db.forms.where('[personId+portalId+formKey]').between([personId], [personId, []]).toArray();

const idsOfForm = (db: Ledger, { personId, portalId, formKey }: FormOf, from: number, to: number) =>
  db.entries
    .where('[personId+portalId+formKey+at]')
    .between([personId, portalId, formKey, from], [personId, portalId, formKey, to])
    .primaryKeys();

type FormOf = Pick<KnownForm, 'personId' | 'portalId' | 'formKey'>;

const nameOf = ({ personId, portalId, formKey }: FormOf) => JSON.stringify([personId, portalId, formKey]);
