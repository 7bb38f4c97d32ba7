// Writes spans. Claims are kept as the frames made them for some days, beside the rows that follow from them,
// so that the order in which they arrive decides nothing.
import type { SpanClaim } from '../domain/claims';
import { dateKeyAt } from '../domain/local-day';
import { ownsBefore } from '../domain/overlap';
import type { Span } from '../domain/records';
import { betterClaim, overlaps, rowOf } from '../domain/span-claims';
import type { HeldClaim, Ledger } from './database';
import type { Author } from './record-store';
import type { Unit } from './unit-of-work';
import { writeFacts } from './write-facts';

/** A span is checkpointed every 15 s: one that was silent for this long went down with its browser. */
const SILENT_MS = 60_000;
const CLAIM_LIFE_MS = 3 * 86_400_000;
/** A tab that is closed says "left" first; the browser tells of the closing within this. */
const CLOSING_MS = 3_000;

/** `tabId` is kept with the claim only: it tells which spans a closed tab ended. */
export async function putSpan(db: Ledger, seen: SpanClaim, author: Author, tabId = -1): Promise<void> {
  const { visitId, seq, ...rest } = seen;
  const incoming: Span = {
    id: `${visitId}:${seq}`,
    visitId,
    ...author,
    ...rest,
    openMs: seen.endedAt - seen.startedAt,
    localDate: dateKeyAt(seen.startedAt, seen.utcOffsetMin),
  };
  await writeFacts(db, (unit) => take(db, unit, incoming, tabId));
}

/**
 * Spans that nobody ended: the browser or its machine went down. They end at their last checkpoint. When the
 * browser has just `restarted`, no frame of before is left to checkpoint them.
 */
export async function recoverSpans(db: Ledger, now: number, restarted = false): Promise<void> {
  await writeFacts(db, async (unit) => {
    const silent = await db.claims
      .where('endedAt')
      .below(restarted ? now : now - SILENT_MS)
      .filter(({ claim }) => claim.endReason === null)
      .toArray();
    for (const { claim, tabId } of silent) await take(db, unit, { ...claim, endReason: 'recovered' }, tabId);
    await db.claims
      .where('endedAt')
      .below(now - CLAIM_LIFE_MS)
      .delete();
  });
}

/** What a tab measured last before it was closed ended by the closing, not by going elsewhere. */
export async function noteClosedTab(db: Ledger, tabId: number, now: number): Promise<void> {
  await writeFacts(db, async (unit) => {
    const last = await db.claims
      .where('endedAt')
      .above(now - CLOSING_MS)
      // Firefox no longer knows the tab of a message that is sent while it closes.
      .filter((held) => [tabId, -1].includes(held.tabId) && held.claim.endReason === 'navigated')
      .toArray();
    await unit.spans.load(last.map(({ id }) => id));
    for (const { id } of last) {
      await db.claims
        .where('id')
        .equals(id)
        .modify((held) => {
          held.claim.endReason = 'closed';
        });
      const row = unit.spans.get(id);
      if (row) unit.spans.put({ ...row, endReason: 'closed' });
    }
  });
}

/** Inside the caller's transaction. */
async function take(db: Ledger, { spans, touch }: Unit, incoming: Span, tabId: number): Promise<void> {
  const held = await db.claims.get(incoming.id);
  const known = held?.claim;
  const claim = known ? betterClaim(known, incoming) : incoming;
  if (claim === known) return;
  await db.claims.put(holding(claim, tabId));
  const near = await claimsIn(db, claim.personId, [claim, ...(known ? [known] : [])]);
  const yielding = near.filter((other) => other.id !== claim.id && ownsBefore(claim, other));
  const around = await claimsIn(db, claim.personId, [claim, ...yielding]);
  for (const each of [claim, ...yielding]) {
    const row = rowOf(each, around);
    if (row) spans.put(row);
    else spans.delete(each.id);
    touch(claim.personId, each.localDate);
  }
}

const holding = (claim: Span, tabId: number): HeldClaim => ({
  id: claim.id,
  personId: claim.personId,
  endedAt: claim.endedAt,
  tabId,
  claim,
});

/** One person's claims that overlap any of the given stretches. */
async function claimsIn(db: Ledger, personId: string, stretches: readonly Span[]): Promise<Span[]> {
  const from = Math.min(...stretches.map((each) => each.startedAt));
  const held = await db.claims
    .where('[personId+endedAt]')
    .between([personId, from], [personId, Number.POSITIVE_INFINITY], false)
    .toArray();
  return held.map(({ claim }) => claim).filter((claim) => stretches.some((each) => overlaps(each, claim)));
}
