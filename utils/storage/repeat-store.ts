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

/** Judges again what the same person had accepted after this one; tells which dates that touches. */
export async function rejudgeLater(db: Ledger, { id, personId, at }: Action): Promise<Set<DateKey>> {
  // Ids first, and their actions together: in a rush of submissions all those before it come this way.
  const ids = await db.waiting
    .where('[personId+at]')
    .between([personId, at], [personId, at + ENTRY_LIFE_MS], true, true)
    .primaryKeys();
  const later = (await db.actions.bulkGet(ids.filter((other) => other !== id))).filter(
    (action): action is Action =>
      action?.outcome === 'accepted' && isLater({ at: action.at, actionId: action.id }, { at, actionId: id }),
  );
  for (const action of later) await judgeAccepted(db, action);
  return new Set(later.map(({ localDate }) => localDate));
}
