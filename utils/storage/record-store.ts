// Writes records. Every fact and the day rows that sum it change in one transaction, under an id that makes a
// repeated message harmless. Imported by the background alone.
import type { AttemptClaim } from '../domain/claims';
import { dateKeyAt } from '../domain/local-day';
import { decideOutcome } from '../domain/outcomes';
import type { Action, DateKey, Entry } from '../domain/records';
import { findSameFormRepeat } from '../domain/repetition';
import type { Ledger, PendingAttempt } from './database';
import { DAY_STORES, rebuildDay } from './day-store';
import { takeSteps } from './step-store';

export interface Author {
  personId: string;
  configHash: string;
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
    await writeDecided(db, action, known?.localDate);
  });
}

/** Adds marks; which were known before changes nothing. Returns false when nothing is known of the action. */
export async function addEvidence(
  db: Ledger,
  actionId: string,
  marks: readonly string[],
  at: number,
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
    await writeDecided(db, next);
    return true;
  });
}

/** Nothing more will come: a gesture that was no act is taken back, everything else is settled. */
export async function settle(db: Ledger, actionId: string, at: number): Promise<void> {
  await inActionTransaction(db, async () => {
    await db.pending.delete(actionId);
    const action = await db.actions.get(actionId);
    if (!action || action.settledAt !== null) return;
    if (decideOutcome(action.kind, action.evidence).withdrawn) {
      await db.actions.delete(actionId);
      await db.entries.delete(actionId);
      await rebuildDay(db, action.personId, action.localDate);
      return;
    }
    await writeDecided(db, { ...action, settledAt: at });
    if (action.outcome !== 'accepted') await db.entries.delete(actionId);
  });
}

function inActionTransaction<T>(db: Ledger, work: () => Promise<T>): Promise<T> {
  return db.transaction('rw', [...DAY_STORES(db), db.entries, db.pending, db.steps], work);
}

async function writeDecided(db: Ledger, action: Action, before?: DateKey): Promise<void> {
  const { outcome, confidence } = decideOutcome(action.kind, action.evidence);
  const repeat = outcome === 'accepted' && action.kind === 'submission' ? await repeatOf(db, action) : null;
  await db.actions.put({ ...action, outcome, confidence, repeat });
  const dates = new Set([action.localDate, before ?? action.localDate]);
  for (const date of dates) await rebuildDay(db, action.personId, date);
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
