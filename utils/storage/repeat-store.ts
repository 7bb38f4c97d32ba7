// Writes what of a submission had been given before. Evidence comes late and out of order, so a verdict is made
// again whenever something before it turns out to be accepted, or not: verdicts follow from the facts, in
// whatever order these arrived. After half an hour (OPEN_VERDICT_MS) the times and ways that a verdict is made
// of are gone, and it stands.
import { judgeSubmission } from '../domain/judge-submission';
import type { Action, DateKey } from '../domain/records';
import { ENTRY_LIFE_MS, isLater } from '../domain/repetition';
import type { Ledger } from './database';
import { entryIndex, putEntries } from './entry-store';

/** Writes an accepted submission with its verdict, and its entries. Inside the caller's transaction. */
export async function judgeAccepted(db: Ledger, action: Action): Promise<void> {
  const submission = await db.waiting.get(action.id);
  if (!submission) {
    await db.actions.put(action);
    return;
  }
  const { repeat, sums, identity } = await judgeSubmission(entryIndex(db), submission);
  await putEntries(db, submission, identity);
  await db.actions.put({ ...action, repeat, entrySums: sums });
}

/**
 * Judges again what the same person had accepted after this one; tells which dates that touches. What was accepted
 * is among the entries, but for sheets of nothing but names, whose verdict nothing turns; looking there leaves out
 * all that still waits for its answer.
 */
export async function rejudgeLater(db: Ledger, { id, personId, at }: Action): Promise<Set<DateKey>> {
  const ids = await db.entries
    .where('at')
    .between(at, at + ENTRY_LIFE_MS, true, true)
    .primaryKeys();
  const open = await db.waiting.bulkGet(ids);
  const later = open.flatMap((other) =>
    other?.personId === personId && isLater(other, { at, actionId: id }) ? [other.actionId] : [],
  );
  const dates = new Set<DateKey>();
  for (const action of await db.actions.bulkGet(later)) {
    if (action?.outcome !== 'accepted') continue;
    await judgeAccepted(db, action);
    dates.add(action.localDate);
  }
  return dates;
}
