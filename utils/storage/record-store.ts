// Writes records, each under an id that makes a repeated message harmless. Imported by the background alone.
import type { AttemptClaim } from '../domain/claims';
import { dateKeyAt } from '../domain/local-day';
import { decideOutcome } from '../domain/outcomes';
import type { Action } from '../domain/records';
import type { Ledger, PendingAttempt } from './database';
import type { Hashed } from './entry-hash';
import { pagesBefore, withPages } from './step-store';
import type { Reads, Unit } from './unit-of-work';
import { writeFacts } from './write-facts';

/** A timer may fire this much too early. */
export const TIMER_SLACK_MS = 50;

export interface Author {
  personId: string;
  configHash: string;
}

/** Hashed before the transaction: IndexedDB closes one that waits for anything else. */
export interface Attempt extends Hashed {
  claim: AttemptClaim;
  where: Pick<PendingAttempt, 'tabId' | 'frameId' | 'deadline'>;
}

/**
 * Opens an attempt, or takes up a known one again (its confirm layer was confirmed). Tells whose it is: with whom it
 * began. Where that is not who it was hashed for, nothing is written.
 */
export async function putAttempt(db: Ledger, attempt: Attempt, author: Author): Promise<string> {
  const { tabId, frameId } = attempt.where;
  const reads: Reads = { acts: [attempt.claim.actionId], frames: [[tabId, frameId]] };
  return writeFacts(db, (unit) => takeAttempt(unit, attempt, author), reads);
}

function takeAttempt(unit: Unit, attempt: Attempt, author: Author): string {
  const { where } = attempt;
  const { actionId } = attempt.claim;
  const known = unit.actions.get(actionId);
  const personId = known?.personId ?? author.personId;
  if (personId !== attempt.enteredBy || (known && known.at >= attempt.claim.at)) return personId;
  const before = pagesBefore(unit, { ...where, portalId: attempt.claim.portalId }, attempt.claim);
  // A confirm layer announces the last page once more; the pages before it belong to it still.
  const pages = known ? (unit.pending.get(actionId)?.pages ?? null) : before;
  if (!known && before) unit.steps.delete([where.tabId, where.frameId]);
  const { claim, entered } = pages ? withPages(pages, attempt) : attempt;
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
    evidence: mergeEvidence(known?.evidence ?? [], claim.evidence),
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
    unit.waiting.put({
      ...{ actionId, personId, portalId, formKey, at, utcOffsetMin, cycle: claim.cycle },
      entered: attempt.keyId === unit.keyId ? entered : [],
    });
  }
  unit.pending.put({ ...where, actionId, portalId, at, ...(pages ? { pages } : {}) });
  decide(unit, action, known);
  return personId;
}

/** Of an action that nobody told of yet, of one that is settled or another tab's, and of one that can hear. */
export type Hearing = 'unknown' | 'late' | 'heard';

/**
 * Adds marks; which were known before changes nothing, nor what comes after it was settled. What another frame says
 * of an act (or of something of its own) counts only where its own has not spoken. Without `from` it is the browser
 * that says so. With `endsAt` it is the last that is heard, and settles the act.
 */
export async function addEvidence(
  db: Ledger,
  actionId: string,
  marks: readonly string[],
  at: number,
  from?: Pick<PendingAttempt, 'tabId' | 'frameId'>,
  endsAt: number | null = null,
): Promise<Hearing> {
  const work = (unit: Unit) => {
    const hearing = takeEvidence(unit, actionId, marks, at, from);
    if (hearing === 'heard' && endsAt !== null) takeEnd(unit, actionId, endsAt, false);
    return hearing;
  };
  return writeFacts(db, work, { acts: [actionId] });
}

function takeEvidence(
  unit: Unit,
  actionId: string,
  marks: readonly string[],
  at: number,
  from?: Pick<PendingAttempt, 'tabId' | 'frameId'>,
): Hearing {
  const action = unit.actions.get(actionId);
  const pending = unit.pending.get(actionId);
  if (!action) return 'unknown';
  const isElsewhere = from && ![pending?.tabId, pending?.answerTabId].includes(from.tabId);
  if (action.settledAt !== null || isElsewhere) return 'late';
  const isOwn = !from || [pending?.frameId, pending?.answerFrameId].includes(from.frameId);
  if (!isOwn && action.evidence.some((mark) => mark.startsWith('message:'))) return 'heard';
  const evidence = mergeEvidence(action.evidence, marks);
  if (evidence.length === action.evidence.length) return 'heard';
  if (pending && marks.includes('document:left')) unit.pending.put({ ...pending, leftAt: at });
  const next = { ...action, evidence };
  if (action.kind === 'checkIn' && action.outcome !== 'accepted') {
    // A check-in's time runs to its confirmation.
    const { outcome } = decideOutcome(action.kind, evidence);
    if (outcome === 'accepted') next.activeMs += Math.max(0, Math.min(at - action.at, 10_000));
  }
  decide(unit, next, action);
  return 'heard';
}

/**
 * Nothing more will come: a gesture that was no act is taken back, everything else is settled. Not what was given
 * another deadline than the one that is `overdue`.
 */
export async function settle(db: Ledger, actionId: string, at: number, overdue = false): Promise<void> {
  await writeFacts(db, (unit) => takeEnd(unit, actionId, at, overdue), { acts: [actionId] });
}

function takeEnd(unit: Unit, actionId: string, at: number, overdue: boolean): void {
  const pending = unit.pending.get(actionId);
  if (overdue && (pending?.deadline ?? 0) > at + TIMER_SLACK_MS) return;
  if (pending) unit.pending.delete(actionId);
  const action = unit.actions.get(actionId);
  if (!action || action.settledAt !== null) return;
  if (decideOutcome(action.kind, action.evidence).withdrawn) {
    unit.actions.delete(actionId);
    unit.waiting.delete(actionId);
    if (wasJudged(action)) unit.takeBack(action);
    unit.touch(action.personId, action.localDate);
    return;
  }
  decide(unit, { ...action, settledAt: at }, action);
  // What was not accepted leaves nothing to compare with.
  if (unit.actions.get(actionId)?.outcome !== 'accepted') unit.waiting.delete(actionId);
}

/** What its evidence makes of an action, beside what was known of it. */
function decide(unit: Unit, action: Action, known: Action | undefined): void {
  const { outcome, confidence } = decideOutcome(action.kind, action.evidence);
  const isAccepted = outcome === 'accepted' && action.kind === 'submission';
  const isAnnouncedAgain = action.at !== known?.at;
  // More evidence for what was accepted before says nothing about its entries.
  const stands = isAccepted && wasJudged(known) && !isAnnouncedAgain;
  const { repeat, entrySums } = stands && known ? known : { repeat: null, entrySums: null };
  unit.actions.put({ ...action, outcome, confidence, repeat, entrySums });
  // A day sums neither marks nor when something was settled.
  if (stands && confidence === known?.confidence) return;
  unit.touch(action.personId, action.localDate);
  if (known) unit.touch(known.personId, known.localDate);
  if (!stands && known && wasJudged(known)) unit.takeBack(known);
  if (!stands && isAccepted) unit.turn(action);
}

const wasJudged = (action: Action | undefined): boolean =>
  action?.outcome === 'accepted' && action.entrySums !== null;

const mergeEvidence = (known: readonly string[], marks: readonly string[]): string[] => [
  ...new Set([...known, ...marks]),
];
