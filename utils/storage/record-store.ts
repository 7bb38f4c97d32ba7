// Writes records. Every fact and the day rows that sum it change in one transaction, under an id that makes a
// repeated message harmless. Imported by the background alone.
import type { AttemptClaim, SpanClaim } from '../domain/claims';
import { summariseDay } from '../domain/day-summary';
import { dateKeyAt } from '../domain/local-day';
import { decideOutcome } from '../domain/outcomes';
import { ownsBefore, withoutOverlap } from '../domain/overlap';
import type { Action, DateKey, Entry, Span } from '../domain/records';
import { findSameFormRepeat } from '../domain/repetition';
import type { Ledger, PendingAttempt } from './database';
import { takeSteps } from './step-store';

/** Whether a portal's time is burden, by the config in force. */
export type IsBurden = (portalId: string) => boolean;

export interface Author {
  personId: string;
  configHash: string;
  isBurden: IsBurden;
}

/** Repeated, late and reordered signals of a span change nothing: a span only grows, and ends once. */
export async function putSpan(db: Ledger, seen: SpanClaim, author: Author): Promise<void> {
  const id = `${seen.visitId}:${seen.seq}`;
  await db.transaction('rw', db.spans, db.actions, db.days, async () => {
    const known = await db.spans.get(id);
    if (known && (known.endReason !== null || known.endedAt > seen.endedAt)) return;
    const claim: Span = {
      id,
      visitId: seen.visitId,
      personId: known?.personId ?? author.personId,
      portalId: seen.portalId,
      route: seen.route,
      depth: seen.depth,
      startedAt: seen.startedAt,
      endedAt: seen.endedAt,
      openMs: seen.endedAt - seen.startedAt,
      gaps: seen.gaps,
      utcOffsetMin: seen.utcOffsetMin,
      localDate: dateKeyAt(seen.startedAt, seen.utcOffsetMin),
      endReason: seen.endReason,
      configHash: known?.configHash ?? author.configHash,
    };
    const others = await db.spans
      .where('[personId+endedAt]')
      .between([claim.personId, claim.startedAt], [claim.personId, Number.POSITIVE_INFINITY], false)
      .filter((other) => other.id !== id && other.startedAt < claim.endedAt)
      .toArray();
    const mine = withoutOverlap(
      claim,
      others.filter((other) => ownsBefore(other, claim)),
    );
    const touched = new Set<DateKey>([claim.localDate]);
    for (const other of others.filter((candidate) => ownsBefore(claim, candidate))) {
      const rest = withoutOverlap(other, [claim]);
      if (rest) await db.spans.put(rest);
      else await db.spans.delete(other.id);
      touched.add(other.localDate);
    }
    if (mine) await db.spans.put(mine);
    else if (known) await db.spans.delete(id);
    for (const date of touched) await rebuildDay(db, claim.personId, date, author.isBurden);
  });
}

/** Inside the caller's transaction over spans, actions and days. */
export async function rebuildDay(
  db: Ledger,
  personId: string,
  localDate: DateKey,
  isBurden: IsBurden,
): Promise<void> {
  const key = [personId, localDate];
  const [spans, actions, before] = await Promise.all([
    db.spans.where('[personId+localDate]').equals(key).toArray(),
    db.actions.where('[personId+localDate]').equals(key).toArray(),
    db.days.where('[personId+localDate]').equals(key).toArray(),
  ]);
  const rows = summariseDay(personId, localDate, { spans, actions }, isBurden);
  const kept = new Set(rows.map((row) => row.portalId));
  await db.days.bulkDelete(
    before.filter((row) => !kept.has(row.portalId)).map((row) => [personId, localDate, row.portalId]),
  );
  await db.days.bulkPut(rows);
}

export interface Attempt {
  claim: AttemptClaim;
  hashes: string[];
  where: Pick<PendingAttempt, 'tabId' | 'frameId' | 'deadline'>;
}

/** Opens an attempt, or takes up a known one again (its confirm layer was confirmed). */
export async function putAttempt(db: Ledger, attempt: Attempt, author: Author): Promise<void> {
  const { where } = attempt;
  await inActionTransaction(db, async () => {
    const known = await db.actions.get(attempt.claim.actionId);
    if (known && known.at >= attempt.claim.at) return;
    const frame = { ...where, portalId: attempt.claim.portalId };
    const { claim, hashes } = known ? attempt : await takeSteps(db, frame, attempt);
    const personId = known?.personId ?? author.personId;
    const evidence = mergeEvidence(known?.evidence ?? [], claim.evidence);
    const action: Action = {
      id: claim.actionId,
      personId,
      portalId: claim.portalId,
      route: claim.route,
      kind: claim.kind,
      formKey: claim.formKey,
      startedAt: claim.startedAt,
      at: claim.at,
      settledAt: null,
      activeMs: claim.activeMs,
      outcome: 'unknown',
      confidence: 'probable',
      evidence,
      fields: claim.fields,
      uploads: claim.uploads,
      repeat: known?.repeat ?? null,
      utcOffsetMin: claim.utcOffsetMin,
      localDate: dateKeyAt(claim.at, claim.utcOffsetMin),
      configHash: author.configHash,
    };
    const entry: Entry = {
      actionId: action.id,
      personId,
      portalId: action.portalId,
      formKey: action.formKey,
      at: action.at,
      hashes,
      identity: [],
    };
    await db.entries.put(entry);
    await db.pending.put({ ...where, actionId: action.id, portalId: action.portalId, at: action.at });
    await writeDecided(db, action, author.isBurden, known?.localDate);
  });
}

/** Adds marks; which were known before changes nothing. Returns false when nothing is known of the action. */
export async function addEvidence(
  db: Ledger,
  actionId: string,
  marks: readonly string[],
  at: number,
  isBurden: IsBurden,
): Promise<boolean> {
  return inActionTransaction(db, async () => {
    const action = await db.actions.get(actionId);
    if (!action) return false;
    const evidence = mergeEvidence(action.evidence, marks);
    if (evidence.length === action.evidence.length) return true;
    if (marks.includes('document:left')) await db.pending.update(actionId, { leftAt: at });
    const before = action.outcome;
    const next = { ...action, evidence };
    if (action.kind === 'checkIn' && before !== 'accepted') {
      // A check-in's time runs to its confirmation.
      const { outcome } = decideOutcome(action.kind, evidence);
      if (outcome === 'accepted') next.activeMs += Math.max(0, Math.min(at - action.at, 10_000));
    }
    await writeDecided(db, next, isBurden);
    return true;
  });
}

/** Nothing more will come: a gesture that was no act is taken back, everything else is settled. */
export async function settle(db: Ledger, actionId: string, at: number, isBurden: IsBurden): Promise<void> {
  await inActionTransaction(db, async () => {
    await db.pending.delete(actionId);
    const action = await db.actions.get(actionId);
    if (!action || action.settledAt !== null) return;
    if (decideOutcome(action.kind, action.evidence).withdrawn) {
      await db.actions.delete(actionId);
      await db.entries.delete(actionId);
      await rebuildDay(db, action.personId, action.localDate, isBurden);
      return;
    }
    await writeDecided(db, { ...action, settledAt: at }, isBurden);
    if (action.outcome !== 'accepted') await db.entries.delete(actionId);
  });
}

function inActionTransaction<T>(db: Ledger, work: () => Promise<T>): Promise<T> {
  return db.transaction('rw', [db.spans, db.actions, db.entries, db.days, db.pending, db.steps], work);
}

async function writeDecided(db: Ledger, action: Action, isBurden: IsBurden, before?: DateKey): Promise<void> {
  const { outcome, confidence } = decideOutcome(action.kind, action.evidence);
  const repeat = outcome === 'accepted' && action.kind === 'submission' ? await repeatOf(db, action) : null;
  await db.actions.put({ ...action, outcome, confidence, repeat });
  const dates = new Set([action.localDate, before ?? action.localDate]);
  for (const date of dates) await rebuildDay(db, action.personId, date, isBurden);
}

/** Compared with what the same person had accepted by the same form on the same local day. */
async function repeatOf(db: Ledger, action: Action): Promise<Action['repeat']> {
  const entry = await db.entries.get(action.id);
  if (!entry) return null;
  const earlier = await db.actions
    .where('[personId+formKey+at]')
    .between([action.personId, action.formKey, 0], [action.personId, action.formKey, action.at], true, false)
    .filter((candidate) => candidate.outcome === 'accepted' && candidate.localDate === action.localDate)
    .filter((candidate) => candidate.id !== action.id && candidate.portalId === action.portalId)
    .primaryKeys();
  const entries = (await db.entries.bulkGet(earlier)).filter((row) => row !== undefined);
  return findSameFormRepeat(entry, entries);
}

const mergeEvidence = (known: readonly string[], marks: readonly string[]): string[] => [
  ...new Set([...known, ...marks]),
];
