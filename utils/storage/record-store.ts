// Writes records, each under an id that makes a repeated message harmless. Imported by the background alone.
import type { AttemptClaim } from '../domain/claims';
import { dateKeyAt } from '../domain/local-day';
import { decideOutcome } from '../domain/outcomes';
import type { Action, DateKey } from '../domain/records';
import type { EnteredHash } from '../domain/repetition';
import type { Ledger, PendingAttempt } from './database';
import { isCurrentKey } from './entry-hash';
import { judgeAccepted, rejudgeLater } from './repeat-store';
import { takePages, withPages } from './step-store';
import { type Touch, writeFacts } from './write-facts';

/** A timer may fire this much too early. */
export const TIMER_SLACK_MS = 50;

export interface Author {
  personId: string;
  configHash: string;
}

export interface Attempt {
  claim: AttemptClaim;
  /** Hashed before the transaction: IndexedDB closes one that waits for anything else. */
  entered: readonly EnteredHash[];
  keyId: string;
  where: Pick<PendingAttempt, 'tabId' | 'frameId' | 'deadline'>;
}

/** Opens an attempt, or takes up a known one again (its confirm layer was confirmed). */
export async function putAttempt(db: Ledger, attempt: Attempt, author: Author): Promise<void> {
  const { where } = attempt;
  await writeFacts(db, async (touch) => {
    const known = await db.actions.get(attempt.claim.actionId);
    if (known && known.at >= attempt.claim.at) return;
    const frame = { ...where, portalId: attempt.claim.portalId };
    // A confirm layer announces the last page once more; the pages before it belong to it still.
    const pages = known
      ? ((await db.pending.get(known.id))?.pages ?? null)
      : await takePages(db, frame, attempt.claim);
    const { claim, entered } = pages ? withPages(pages, attempt) : attempt;
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
      repeat: null,
      entrySums: null,
      utcOffsetMin: claim.utcOffsetMin,
      localDate: dateKeyAt(claim.at, claim.utcOffsetMin),
      configHash: author.configHash,
    };
    const { id: actionId, portalId, formKey, at, utcOffsetMin } = action;
    if (claim.kind === 'submission') {
      const isLive = await isCurrentKey(db, attempt.keyId);
      await db.waiting.put({
        ...{ actionId, personId, portalId, formKey, at, utcOffsetMin, cycle: claim.cycle },
        entered: isLive ? entered : [],
      });
    }
    await db.pending.put({ ...where, actionId, portalId, at, ...(pages ? { pages } : {}) });
    await writeDecided(db, touch, action, known?.localDate);
  });
}

/**
 * Adds marks; which were known before changes nothing, nor what comes after it was settled. What another frame says
 * of an act (or of something of its own) counts only where its own has not spoken. Returns false when nothing is
 * known of the action.
 */
export async function addEvidence(
  db: Ledger,
  actionId: string,
  marks: readonly string[],
  at: number,
  isOwn = true,
): Promise<boolean> {
  return writeFacts(db, async (touch) => {
    const action = await db.actions.get(actionId);
    if (!action) return false;
    if (action.settledAt !== null) return true;
    if (!isOwn && action.evidence.some((mark) => mark.startsWith('message:'))) return true;
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
    await writeDecided(db, touch, next);
    return true;
  });
}

/**
 * Nothing more will come: a gesture that was no act is taken back, everything else is settled. Not what was given
 * another deadline than the one that is `overdue`.
 */
export async function settle(db: Ledger, actionId: string, at: number, overdue = false): Promise<void> {
  await writeFacts(db, async (touch) => {
    if (overdue && ((await db.pending.get(actionId))?.deadline ?? 0) > at + TIMER_SLACK_MS) return;
    await db.pending.delete(actionId);
    const action = await db.actions.get(actionId);
    if (!action || action.settledAt !== null) return;
    if (decideOutcome(action.kind, action.evidence).withdrawn) {
      await db.actions.delete(actionId);
      await db.entries.delete(actionId);
      await db.waiting.delete(actionId);
      touch(action.personId, action.localDate);
      return;
    }
    await writeDecided(db, touch, { ...action, settledAt: at });
    // What was not accepted leaves nothing to compare with.
    if (action.outcome !== 'accepted') await db.waiting.delete(actionId);
  });
}

async function writeDecided(db: Ledger, touch: Touch, action: Action, before?: DateKey): Promise<void> {
  const { outcome, confidence } = decideOutcome(action.kind, action.evidence);
  const decided = { ...action, outcome, confidence };
  const isSubmission = outcome === 'accepted' && action.kind === 'submission';
  // More evidence for what was accepted before says nothing about its entries.
  const stands = isSubmission && action.outcome === 'accepted' && action.entrySums !== null;
  if (stands && confidence === action.confidence && before === undefined) {
    // Its day sums neither its marks nor when it was settled.
    await db.actions.put(decided);
    return;
  }
  touch(action.personId, action.localDate);
  if (before !== undefined) touch(action.personId, before);
  const wasCompared = (await db.entries.where('actionId').equals(action.id).count()) > 0;
  if (stands) await db.actions.put(decided);
  else if (isSubmission) await judgeAccepted(db, decided);
  else {
    await db.actions.put({ ...decided, repeat: null, entrySums: null });
    if (wasCompared) await db.entries.delete(action.id);
  }
  // Others after it may have been compared with it, or should have been.
  if (!stands && (isSubmission || wasCompared))
    for (const date of await rejudgeLater(db, action)) touch(action.personId, date);
}

const mergeEvidence = (known: readonly string[], marks: readonly string[]): string[] => [
  ...new Set([...known, ...marks]),
];
