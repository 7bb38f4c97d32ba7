// Writes records, each under an id that makes a repeated message harmless. Imported by the background alone.
import type { AttemptClaim } from '../domain/claims';
import { dateKeyAt } from '../domain/local-day';
import { decideOutcome } from '../domain/outcomes';
import type { Action, DateKey } from '../domain/records';
import type { EnteredHash } from '../domain/repetition';
import type { Ledger, PendingAttempt } from './database';
import { isCurrentKey } from './entry-hash';
import { judgeAccepted, rejudgeLater } from './repeat-store';
import { dropPages, pagesBefore, withPages } from './step-store';
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
    const { actionId } = attempt.claim;
    const frame = { ...where, portalId: attempt.claim.portalId };
    const [known, held, before, isLive] = await Promise.all([
      db.actions.get(actionId),
      db.pending.get(actionId),
      pagesBefore(db, frame, attempt.claim),
      isCurrentKey(db, attempt.keyId),
    ]);
    if (known && known.at >= attempt.claim.at) return;
    // A confirm layer announces the last page once more; the pages before it belong to it still.
    const pages = known ? (held?.pages ?? null) : before;
    if (!known && before) await dropPages(db, frame);
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
    const { portalId, formKey, at, utcOffsetMin } = action;
    if (claim.kind === 'submission') {
      await db.waiting.put({
        ...{ actionId, personId, portalId, formKey, at, utcOffsetMin, cycle: claim.cycle },
        entered: isLive ? entered : [],
      });
    }
    await db.pending.put({ ...where, actionId, portalId, at, ...(pages ? { pages } : {}) });
    await writeDecided(db, touch, action, known?.localDate);
  });
}

/** Of an action that nobody told of yet, of one that is settled or another tab's, and of one that can hear. */
export type Hearing = 'unknown' | 'late' | 'heard';

/**
 * Adds marks; which were known before changes nothing, nor what comes after it was settled. What another frame says
 * of an act (or of something of its own) counts only where its own has not spoken. Without `from` it is the browser
 * that says so.
 */
export async function addEvidence(
  db: Ledger,
  actionId: string,
  marks: readonly string[],
  at: number,
  from?: Pick<PendingAttempt, 'tabId' | 'frameId'>,
): Promise<Hearing> {
  return writeFacts(db, async (touch) => {
    const [action, pending] = await Promise.all([db.actions.get(actionId), db.pending.get(actionId)]);
    if (!action) return 'unknown';
    const isElsewhere = from && ![pending?.tabId, pending?.answerTabId].includes(from.tabId);
    if (action.settledAt !== null || isElsewhere) return 'late';
    const isOwn = !from || [pending?.frameId, pending?.answerFrameId].includes(from.frameId);
    if (!isOwn && action.evidence.some((mark) => mark.startsWith('message:'))) return 'heard';
    const evidence = mergeEvidence(action.evidence, marks);
    if (evidence.length === action.evidence.length) return 'heard';
    if (marks.includes('document:left')) await db.pending.update(actionId, { leftAt: at });
    const before = action.outcome;
    const next = { ...action, evidence };
    if (action.kind === 'checkIn' && before !== 'accepted') {
      // A check-in's time runs to its confirmation.
      const { outcome } = decideOutcome(action.kind, evidence);
      if (outcome === 'accepted') next.activeMs += Math.max(0, Math.min(at - action.at, 10_000));
    }
    await writeDecided(db, touch, next);
    return 'heard';
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
  if (stands) {
    await db.actions.put(decided);
    return;
  }
  if (isSubmission) {
    await judgeAccepted(db, decided);
  } else {
    await db.actions.put({ ...decided, repeat: null, entrySums: null });
    if ((await db.entries.where('actionId').equals(action.id).count()) === 0) return;
    await db.entries.delete(action.id);
  }
  // Others after it may have been compared with it, or should have been.
  for (const date of await rejudgeLater(db, action)) touch(action.personId, date);
}

const mergeEvidence = (known: readonly string[], marks: readonly string[]): string[] => [
  ...new Set([...known, ...marks]),
];
