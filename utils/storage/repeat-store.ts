// Writes what of a submission had been given before. Evidence comes late and out of order, so a verdict is made
// again whenever something before it turns out to be accepted, or not: verdicts follow from the facts, in
// whatever order these arrived. After half an hour (OPEN_VERDICT_MS) the times and ways that a verdict is made
// of are gone, and it stands.
import { isSubjectEntry } from '../domain/entry-mark';
import { judgeSubmission } from '../domain/judge-submission';
import type { Entry } from '../domain/records';
import { ENTRY_LIFE_MS, isLater, type Submission } from '../domain/repetition';
import type { KnownForm, Ledger } from './database';
import { openIndex } from './entry-index';
import { together } from './together';
import type { Turned, Unit } from './unit-of-work';

/** Judges each submission once whose verdict the unit's work may have turned. Inside the caller's transaction. */
export async function judgeTurned(db: Ledger, unit: Unit): Promise<void> {
  if (unit.turned.length === 0) return;
  if (unit.takenBack.length > 0) {
    await together(unit.entries.flush());
    await narrowForms(db, unit.takenBack);
  }
  const submissions = await openVerdicts(db, unit);
  if (submissions.length === 0) return;
  const index = await openIndex(db, submissions);
  for (const submission of submissions) {
    const loading = index.loadCounts(submission);
    if (loading) await loading;
    const { repeat, sums, identity } = judgeSubmission(index, submission);
    const action = unit.actions.get(submission.actionId);
    if (!action) continue;
    unit.actions.put({ ...action, repeat, entrySums: sums });
    unit.touch(action.personId, action.localDate);
    const entry = entriesOf(submission, identity);
    if (!entry) continue;
    index.add(entry);
    const known = unit.entries.get(entry.actionId);
    if (JSON.stringify(known) !== JSON.stringify(entry)) unit.entries.put(entry);
  }
  for (const form of index.changedForms()) unit.forms.put(form);
}

/**
 * The accepted submissions that turned, and those of the same person after one of them, in the order in which they
 * happened. What was accepted is among the entries, but for sheets of nothing but names, whose verdict nothing else
 * turns; looking there leaves out all that still waits for its answer.
 */
async function openVerdicts(db: Ledger, unit: Unit): Promise<Submission[]> {
  const instants = unit.turned.map(({ at }) => at);
  const later = await db.entries
    .where('at')
    .between(Math.min(...instants), Math.max(...instants) + ENTRY_LIFE_MS, true, true)
    .primaryKeys();
  const ids = [...new Set([...unit.turned.map(({ id }) => id), ...later])];
  await unit.waiting.load(ids);
  const open = ids
    .flatMap((id) => unit.waiting.get(id) ?? [])
    .filter((submission) => unit.turned.some((turned) => isTurnedBy(submission, turned)));
  const openIds = open.map(({ actionId }) => actionId);
  await together([unit.actions.load(openIds), unit.entries.load(openIds)]);
  return open
    .filter(({ actionId }) => unit.actions.get(actionId)?.outcome === 'accepted')
    .sort((a, b) => (isLater(a, b) ? 1 : -1));
}

const isTurnedBy = (submission: Submission, { id, personId, at }: Turned): boolean =>
  submission.actionId === id ||
  (submission.personId === personId && isLater(submission, { at, actionId: id }));

/** A form that has lost entries has none any more, or was accepted for a shorter while. Inside the caller's transaction. */
export async function narrowForms(
  db: Ledger,
  lost: readonly Pick<KnownForm, 'personId' | 'portalId' | 'formKey'>[],
): Promise<void> {
  const forms = new Map(
    lost.map(({ personId, portalId, formKey }) => {
      const form: [string, string, string] = [personId, portalId, formKey];
      return [JSON.stringify(form), form];
    }),
  );
  for (const form of forms.values()) {
    const entries = () =>
      db.entries.where('[personId+portalId+formKey+at]').between([...form, 0], [...form, []]);
    const [first, last] = await together([entries().first(), entries().last()]);
    const [personId, portalId, formKey] = form;
    if (first && last)
      await db.forms.put({ personId, portalId, formKey, firstAt: first.at, lastAt: last.at });
    else await db.forms.delete(form);
  }
}

/** The row of an accepted submission; a sheet with nothing but names has nothing to compare, and none. */
function entriesOf(submission: Submission, identity: string[]): Entry | null {
  const { actionId, personId, portalId, formKey, at, entered } = submission;
  const hashes = entered.map(({ hash }) => hash);
  if (hashes.every(isSubjectEntry)) return null;
  return { actionId, personId, portalId, formKey, at, hashes, identity };
}
