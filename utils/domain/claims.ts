// What a frame says it saw: facts before the recorder has asked whether they may count.
import type { Cycle } from './cycle';
import type { ActionKind, EndReason, FieldCounts, Gap, UploadCounts } from './records';

/** A span as the frame knows it: sent at every checkpoint and when it ends. */
export interface SpanClaim {
  visitId: string;
  seq: number;
  portalId: string;
  route: string;
  depth: number;
  startedAt: number;
  endedAt: number;
  gaps: Gap[];
  utcOffsetMin: number;
  endReason: EndReason | null;
}

/** A gesture that may commit, as told before its outcome is known. */
export interface AttemptClaim {
  actionId: string;
  portalId: string;
  route: string;
  kind: ActionKind;
  formKey: string;
  startedAt: number;
  at: number;
  activeMs: number;
  fields: FieldCounts;
  uploads: UploadCounts;
  evidence: string[];
  /** How often the form is due, as the domain config says. */
  cycle: Cycle;
  utcOffsetMin: number;
}

/** Shorter stretches without input are no gaps. */
const SHORTEST_GAP_MS = 15_000;

/** The claim as if it had ended at an instant within it. */
export function endedBy<Claim extends SpanClaim>(claim: Claim, instant: number): Claim {
  if (claim.endedAt <= instant) return claim;
  const openMs = instant - claim.startedAt;
  const gaps = claim.gaps
    .map(([from, length]): Gap => [from, Math.min(length, openMs - from)])
    .filter(([, length]) => length > SHORTEST_GAP_MS);
  return { ...claim, endedAt: instant, gaps };
}
