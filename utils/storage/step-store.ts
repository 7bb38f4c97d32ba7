// Pages of a form that spreads over several documents (下一步 by POST). Their fields are gone when the last page
// is sent, so what was entered waits here, as counts and keyed hashes, for the commit it belongs to.
import type { AttemptClaim } from '../domain/claims';
import type { FieldCounts, UploadCounts } from '../domain/records';
import type { Ledger, PendingStep } from './database';

/** The longest a form's pages wait for the last one, in milliseconds. */
const STEP_LIFE_MS = 30 * 60_000;
type Entered = { claim: AttemptClaim; hashes: string[] };
type Frame = Pick<PendingStep, 'tabId' | 'frameId' | 'portalId'>;

/** Adds a page; what an earlier one of the same form left is taken along. */
export async function putStep(db: Ledger, step: Omit<PendingStep, 'hops'>): Promise<void> {
  await db.transaction('rw', db.steps, async () => {
    const before = await waiting(db, step, step.at);
    await db.steps.put({ ...(before ? joined(before, step) : step), hops: 0 });
  });
}

/** Whether a document that has just come may be the next page. One that comes after it is another matter. */
export async function noteArrival(db: Ledger, frame: Frame, now: number): Promise<boolean> {
  return db.transaction('rw', db.steps, async () => {
    await db.steps
      .where('at')
      .below(now - STEP_LIFE_MS)
      .delete();
    const step = await waiting(db, frame, now);
    if (!step) return false;
    if (step.hops > 0) await db.steps.delete([frame.tabId, frame.frameId]);
    else await db.steps.update([frame.tabId, frame.frameId], { hops: 1 });
    return step.hops === 0;
  });
}

/** The attempt with the pages before it, which are taken out: they are sent once. */
export async function takeSteps(db: Ledger, frame: Frame, attempt: Entered): Promise<Entered> {
  if (attempt.claim.kind !== 'submission') return attempt;
  return db.transaction('rw', db.steps, async () => {
    const step = await waiting(db, frame, attempt.claim.at);
    if (!step) return attempt;
    await db.steps.delete([frame.tabId, frame.frameId]);
    const { startedAt, activeMs, fields, uploads, hashes } = joined(step, { ...attempt.claim, ...attempt });
    return { claim: { ...attempt.claim, startedAt, activeMs, fields, uploads }, hashes };
  });
}

async function waiting(db: Ledger, frame: Frame, now: number): Promise<PendingStep | null> {
  const step = await db.steps.get([frame.tabId, frame.frameId]);
  return step && step.portalId === frame.portalId && now - step.at < STEP_LIFE_MS ? step : null;
}

type Page = Pick<PendingStep, 'startedAt' | 'activeMs' | 'fields' | 'uploads' | 'hashes'>;

function joined<Later extends Page>(earlier: Page, later: Later): Later {
  return {
    ...later,
    startedAt: Math.min(earlier.startedAt, later.startedAt),
    activeMs: earlier.activeMs + later.activeMs,
    fields: sum<FieldCounts>(earlier.fields, later.fields),
    uploads: sum<UploadCounts>(earlier.uploads, later.uploads),
    hashes: [...new Set([...earlier.hashes, ...later.hashes])],
  };
}

const sum = <Counts extends FieldCounts | UploadCounts>(a: Counts, b: Counts): Counts =>
  Object.fromEntries(
    Object.entries(a).map(([key, count]) => [key, count + b[key as keyof Counts]]),
  ) as unknown as Counts;
