// Puts a person's backup back, or another browser's beside what is here. What is known by its id stays as it
// is, so restoring twice changes nothing. Spans of two browsers may claim the same instant: as between two
// frames, one owns it (overlap.ts), and the other gives it up; no instant counts twice.
import { ownsBefore, withoutOverlap } from '../domain/overlap';
import type { Action, Correction, Coverage, DateKey, Person, Span } from '../domain/records';
import { overlaps } from '../domain/span-claims';
import type { ConfigHistory, Ledger } from './database';
import { DAY_STORES, rebuildDay } from './day-store';

/** What one chunk of a backup holds; every row is to belong to the person it is restored to. */
export interface RestoredRows {
  spans?: Span[];
  actions?: Action[];
  corrections?: Correction[];
  coverage?: Coverage[];
}

const CLAIM_LIFE_MS = 3 * 86_400_000;
const NO_TAB = -1;

/** Rows that were not here before. */
export async function restoreRows(
  db: Ledger,
  personId: string,
  rows: RestoredRows,
  now: number,
): Promise<number> {
  const stores = [...DAY_STORES(db), db.claims, db.corrections, db.coverage];
  return db.transaction('rw', stores, async () => {
    const touched = new Set<DateKey>();
    let added = 0;
    for (const span of rows.spans ?? [])
      if (await restoreSpan(db, { ...span, personId }, now, touched)) added += 1;
    for (const action of rows.actions ?? []) {
      if (await db.actions.get(action.id)) continue;
      await db.actions.add({ ...action, personId });
      touched.add(action.localDate);
      added += 1;
    }
    for (const correction of rows.corrections ?? []) {
      if (await db.corrections.get(correction.id)) continue;
      await db.corrections.add({ ...correction, personId });
      const target = (await db.actions.get(correction.targetId)) ?? (await db.spans.get(correction.targetId));
      if (target) touched.add(target.localDate);
      added += 1;
    }
    for (const row of rows.coverage ?? []) if (await restoreCoverage(db, { ...row, personId })) added += 1;
    for (const date of touched) await rebuildDay(db, personId, date);
    return added;
  });
}

async function restoreSpan(db: Ledger, span: Span, now: number, touched: Set<DateKey>): Promise<boolean> {
  if (await db.spans.get(span.id)) return false;
  const near = await db.spans
    .where('[personId+endedAt]')
    .between([span.personId, span.startedAt], [span.personId, Number.POSITIVE_INFINITY], false)
    .filter((other) => overlaps(other, span))
    .toArray();
  const mine = withoutOverlap(
    span,
    near.filter((other) => ownsBefore(other, span)),
  );
  if (!mine) return false;
  for (const other of near.filter((each) => !ownsBefore(each, span))) {
    const rest = withoutOverlap(other, [mine]);
    if (rest) await db.spans.put(rest);
    else await db.spans.delete(other.id);
    touched.add(other.localDate);
  }
  // What is still open here ended with the browser it came from.
  const ended: Span = { ...mine, endReason: mine.endReason ?? 'recovered' };
  await db.spans.put(ended);
  // Signals that still come in are weighed against recent claims.
  if (ended.endedAt > now - CLAIM_LIFE_MS)
    await db.claims.put({
      id: ended.id,
      personId: ended.personId,
      endedAt: ended.endedAt,
      tabId: NO_TAB,
      claim: ended,
    });
  touched.add(ended.localDate);
  return true;
}

/** A row that lies within one of the same kind says nothing new: that one only grew since. */
async function restoreCoverage(db: Ledger, { id: _, ...row }: Coverage): Promise<boolean> {
  const covering = await db.coverage
    .where('[personId+to]')
    .between([row.personId, row.to], [row.personId, Number.POSITIVE_INFINITY], true, true)
    .filter((known) => known.from <= row.from && known.state === row.state && known.portalId === row.portalId)
    .first();
  if (covering) return false;
  await db.coverage.add(row);
  return true;
}

/** Makes the backup's person if they aren't here; duty days are joined, hours and name stay as they are here. */
export async function restorePerson(db: Ledger, personId: string, backedUp: Person): Promise<void> {
  await db.transaction('rw', db.people, async () => {
    const known = await db.people.get(personId);
    if (!known) await db.people.add({ ...backedUp, id: personId, retiredAt: null });
    else {
      const dutyDays = [...new Set([...known.dutyDays, ...backedUp.dutyDays])].sort();
      await db.people.put({ ...known, dutyDays, createdAt: Math.min(known.createdAt, backedUp.createdAt) });
    }
  });
}

/** History is read in the order of its keys: what is older goes before what is here. */
export async function restoreHistory(db: Ledger, entries: readonly ConfigHistory[]): Promise<void> {
  await db.transaction('rw', db.configHistory, async () => {
    const known = await db.configHistory.toArray();
    const inForce = known.at(-1);
    const isKnown = (entry: ConfigHistory) =>
      known.some((one) => one.hash === entry.hash && one.from === entry.from && one.source === entry.source);
    const news = entries.filter((entry) => !isKnown(entry));
    if (news.length === 0) return;
    const older = [...known.slice(0, -1), ...news].sort((a, b) => a.from - b.from);
    await db.configHistory.clear();
    // What is in force here stays last, whatever another browser's clock said.
    await db.configHistory.bulkAdd(
      [...older, ...(inForce ? [inForce] : [])].map(({ id: _, ...entry }) => entry),
    );
  });
}
