// Writes the person's word beside the machine's verdict, together with the day it changes.
import { holdingCorrections } from '../domain/corrections';
import type { Correction } from '../domain/records';
import { fail, type Result, succeed } from '../platform/problem';
import type { Ledger } from './database';
import { DAY_STORES, rebuildDay } from './day-store';

export type CorrectionClaim = Pick<Correction, 'targetId' | 'kind' | 'value'>;

/** The same said twice is said once; another word of the same kind takes the place of the one before. */
export async function putCorrection(
  db: Ledger,
  claim: CorrectionClaim,
  id: string,
  now: number,
): Promise<Result<{ correctionId: string }>> {
  return db.transaction('rw', DAY_STORES(db), async () => {
    const action = await db.actions.get(claim.targetId);
    const target = action ?? (claim.kind === 'strike' ? await db.spans.get(claim.targetId) : undefined);
    if (!target) return fail({ code: 'unknownRecord', path: 'targetId' });
    const known = await db.corrections.where('targetId').equals(claim.targetId).toArray();
    const holding = holdingCorrections(known).get(claim.targetId)?.[claim.kind];
    if (holding?.value === claim.value && holding) return succeed({ correctionId: holding.id });
    if (holding) await db.corrections.update(holding.id, { undoneAt: now });
    await db.corrections.add({ ...claim, id, personId: target.personId, at: now, undoneAt: null });
    await rebuildDay(db, target.personId, target.localDate);
    return succeed({ correctionId: id });
  });
}

/** Both words stay on record; the machine's holds again. */
export async function undoCorrection(db: Ledger, correctionId: string, now: number): Promise<Result<null>> {
  return db.transaction('rw', DAY_STORES(db), async () => {
    const correction = await db.corrections.get(correctionId);
    if (!correction) return fail({ code: 'unknownRecord', path: 'correctionId' });
    if (correction.undoneAt !== null) return succeed(null);
    await db.corrections.update(correctionId, { undoneAt: now });
    const { targetId } = correction;
    const target = (await db.actions.get(targetId)) ?? (await db.spans.get(targetId));
    if (target) await rebuildDay(db, target.personId, target.localDate);
    return succeed(null);
  });
}
