// Pages of a form that spreads over several documents (下一步 by POST). Their fields are gone when the last page
// is sent, so what was entered waits here, as counts and keyed hashes, for the commit it belongs to.
import type { AttemptClaim } from '../domain/claims';
import type { FieldCounts, UploadCounts } from '../domain/records';
import type { EnteredHash } from '../domain/repetition';
import type { Ledger, PendingStep } from './database';
import { joinEntered } from './entry-hash';
import type { Reads, Unit } from './unit-of-work';
import { writeFacts, written } from './write-facts';

/** The longest a form's pages wait for the last one, in milliseconds. */
const STEP_LIFE_MS = 30 * 60_000;
type Entered = { claim: AttemptClaim; entered: readonly EnteredHash[]; keyId: string };
type Frame = Pick<PendingStep, 'tabId' | 'frameId' | 'portalId'>;

/** Adds a page; what an earlier one of the same form left is taken along. The same page again changes nothing. */
export async function putStep(db: Ledger, step: Omit<PendingStep, 'hops'>): Promise<void> {
  await writeFacts(
    db,
    ({ steps }) => {
      const before = waiting(steps, step, step.at);
      if (before?.at === step.at) return;
      steps.put({ ...(before ? joined(before, step) : step), hops: 0 });
    },
    readsOf(step),
  );
}

/** Whether a document that has just come may be the next page. One that comes after it is another matter. */
export async function noteArrival(db: Ledger, frame: Frame, now: number): Promise<boolean> {
  await written(db);
  // As nearly always, and then nothing need wait for it.
  if ((await db.steps.count()) === 0) return false;
  await db.steps
    .where('at')
    .below(now - STEP_LIFE_MS)
    .delete();
  return writeFacts(
    db,
    ({ steps }) => {
      const step = waiting(steps, frame, now);
      if (!step) return false;
      if (step.hops > 0) steps.delete([frame.tabId, frame.frameId]);
      else steps.put({ ...step, hops: 1 });
      return step.hops === 0;
    },
    readsOf(frame),
  );
}

/** The pages before an attempt, which are sent once: who takes them drops them. Its frame is among the unit's reads. */
export const pagesBefore = ({ steps }: Unit, frame: Frame, { kind, at }: AttemptClaim): PendingStep | null =>
  kind === 'submission' ? waiting(steps, frame, at) : null;

/** The attempt with the pages before it. */
export function withPages<Attempt extends Entered>(pages: PendingStep, attempt: Attempt): Attempt {
  const { keyId } = attempt;
  const page: Page = { ...attempt.claim, entered: [...attempt.entered], keyId };
  const { startedAt, activeMs, fields, uploads, entered } = joined(pages, page);
  return { ...attempt, claim: { ...attempt.claim, startedAt, activeMs, fields, uploads }, entered };
}

function waiting(steps: Unit['steps'], frame: Frame, now: number): PendingStep | null {
  const step = steps.get([frame.tabId, frame.frameId]);
  return step && isWaiting(step, frame, now) ? step : null;
}

const readsOf = ({ tabId, frameId }: Frame): Reads => ({ frames: [[tabId, frameId]] });

const isWaiting = (step: PendingStep, frame: Frame, now: number): boolean =>
  step.portalId === frame.portalId && now - step.at < STEP_LIFE_MS;

type Page = Pick<PendingStep, 'startedAt' | 'activeMs' | 'fields' | 'uploads' | 'entered' | 'keyId'>;

function joined<Later extends Page>(earlier: Page, later: Later): Later {
  return {
    ...later,
    startedAt: Math.min(earlier.startedAt, later.startedAt),
    activeMs: earlier.activeMs + later.activeMs,
    fields: sum<FieldCounts>(earlier.fields, later.fields),
    uploads: sum<UploadCounts>(earlier.uploads, later.uploads),
    // What was hashed with a destroyed key can be compared with nothing.
    entered: earlier.keyId === later.keyId ? joinEntered(earlier.entered, later.entered) : later.entered,
  };
}

const sum = <Counts extends FieldCounts | UploadCounts>(a: Counts, b: Counts): Counts =>
  Object.fromEntries(
    Object.entries(a).map(([key, count]) => [key, count + b[key as keyof Counts]]),
  ) as unknown as Counts;
