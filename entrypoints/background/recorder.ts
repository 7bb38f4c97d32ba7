// The sole writer of records. Takes guarded signals, asks whether they may count (consent, pause, sender,
// scope), and hands them to the record store.

import { endedBy } from '../../utils/domain/claims';
import { PATIENCE_MS, SLOW_MS } from '../../utils/domain/patience';
import { UNASSIGNED_PERSON_ID } from '../../utils/domain/records';
import { ask } from '../../utils/messaging/messenger';
import type { OpenAttempt, Signals } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { fail, type Result, succeed } from '../../utils/platform/problem';
import type { Ledger } from '../../utils/storage/database';
import { hashFor } from '../../utils/storage/entry-hash';
import { readPause } from '../../utils/storage/pause-state';
import {
  type Author,
  addEvidence,
  putAttempt,
  settle,
  TIMER_SLACK_MS,
} from '../../utils/storage/record-store';
import { putSpan } from '../../utils/storage/span-store';
import { noteArrival, putStep } from '../../utils/storage/step-store';
import { written } from '../../utils/storage/write-facts';
import { showBadge } from './badge';
import { noteCoverage } from './coverage';
import type { InForce, InForceSource } from './in-force';
import type { RequestWatch } from './request-watch';
import { covers, openerOf } from './sender';

const SIGHT_MS = 60_000;
const REPORT_LAG_MS = 60;
const REPORT_LOOKS = 40;
export const SETTLE_ALARM = 'settle';
const OUTRUN_MS = 2_000;
const OUTRUN_STEP_MS = 100;
/** A signal about an instant further off than this is no signal; a clock that was set moves less. */
const PLAUSIBLE_MS = 26 * 3_600_000;

export interface Origin {
  tabId: number;
  frameId: number;
  /** The frame's address: compared, never stored. */
  url: string;
  incognito: boolean;
}

export interface Recorder {
  /** What is in force, if a signal about this portal from this frame may count. */
  admit(portalId: string, from: Origin): Promise<Result<InForce>>;
  span(data: Signals['span']['data'], from: Origin): Promise<Result<boolean>>;
  attempt(data: Signals['attempt']['data'], from: Origin): Promise<Result<boolean>>;
  evidence(data: Signals['evidence']['data'], from: Origin): Promise<Result<Signals['evidence']['reply']>>;
  step(data: Signals['step']['data'], from: Origin): Promise<Result<boolean>>;
  arrived(data: Signals['arrived']['data'], from: Origin): Promise<Result<OpenAttempt[]>>;
  stepsBefore(data: Signals['stepsBefore']['data'], from: Origin): Promise<Result<boolean>>;
  /** A worker has started: what was awaited before is awaited again. */
  resume(): Promise<void>;
  settleOverdue(): Promise<void>;
}

export function makeRecorder(
  db: Ledger,
  inForce: InForceSource,
  requests: Pick<RequestWatch, 'rejoin' | 'isUnderWay' | 'isAnyUnderWay'>,
): Recorder {
  const author = (state: InForce): Author => ({
    personId: state.settings.personId ?? UNASSIGNED_PERSON_ID,
    configHash: state.config.hash,
  });

  const pauseOf = (state: InForce) => readPause(state, systemClock().wall);

  const isPlausible = (...instants: number[]) => {
    const { wall } = systemClock();
    return instants.every((instant) => Math.abs(instant - wall) < PLAUSIBLE_MS);
  };

  const admit = async (portalId: string, from: Origin): Promise<Result<InForce>> => {
    const state = await inForce.read();
    if (state.settings.consentAt === null) return fail({ code: 'notRecording', path: '' });
    const portal = state.portals.find((candidate) => candidate.id === portalId);
    if (from.incognito || !portal || !covers(portal, from.url))
      return fail({ code: 'wrongSender', path: '' });
    // A script stays in an open page when its host is taken back; what it says counts no longer.
    const { protocol, hostname } = new URL(from.url);
    const mayBeSeen = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
    return mayBeSeen ? succeed(state) : fail({ code: 'noPermission', path: '' });
  };

  const settleOverdue = async () => {
    await written(db);
    const { wall } = systemClock();
    const overdue = await db.pending
      .where('deadline')
      .belowOrEqual(wall + TIMER_SLACK_MS)
      .primaryKeys();
    if (overdue.length === 0) return;
    for (const actionId of overdue) await settleUnlessUnderWay(actionId, true);
  };
  const settleAt = (deadline: number) => {
    setTimeout(() => void settleOverdue(), deadline - systemClock().wall);
    // A worker that dies before the timer is woken by the alarm (30 s later at the earliest).
    void browser.alarms.create(SETTLE_ALARM, { when: deadline });
  };

  /** A server that is slow to answer has not said no: its answer is awaited. Tells whether it was settled. */
  const settleUnlessUnderWay = async (actionId: string, overdue: boolean): Promise<boolean> => {
    const { wall } = systemClock();
    const pending = await db.pending.get(actionId);
    if (pending && wall - pending.at < SLOW_MS && (await requests.isUnderWay(pending))) {
      const deadline = wall + PATIENCE_MS;
      const { requestsUntil = pending.deadline } = pending;
      await db.pending.update(actionId, { deadline, requestsUntil });
      settleAt(deadline);
      return false;
    }
    await settle(db, actionId, wall, overdue);
    return true;
  };

  const madeBefore = (tabId: number, arrivedAt: number) =>
    db.pending.filter(({ answerTabId, at, tabId: own }) => (answerTabId ?? own) === tabId && at < arrivedAt);

  /** Whether an attempt still waits that was made before in the tab, or in the one that opened it. */
  const mayConcern = async (tabId: number, opener: number | undefined, arrivedAt: number): Promise<boolean> =>
    (await madeBefore(tabId, arrivedAt).count()) > 0 ||
    (opener !== undefined && (await madeBefore(opener, arrivedAt).count()) > 0);

  /**
   * Attempts of the tab that were sent by navigation and whose page said nothing yet. A document opened for any
   * other reason has no answer to give, nor has one to what was done in it.
   */
  const unanswered = async (from: Origin, arrivedAt: number): Promise<OpenAttempt[]> => {
    const open: OpenAttempt[] = [];
    await written(db);
    for (const attempt of await madeBefore(from.tabId, arrivedAt).toArray()) {
      const { actionId } = attempt;
      const action = await db.actions.get(actionId);
      if (!action || action.settledAt !== null || attempt.shown) continue;
      const has = (pattern: RegExp) => action.evidence.some((mark) => pattern.test(mark));
      const moved = action.evidence.includes('document:moved') && !has(/^native:/);
      if (!moved && (has(/^(message|text):/) || !has(/^native:/))) continue;
      if ((attempt.answerFrameId ?? attempt.frameId) !== from.frameId) continue;
      await db.pending.update(actionId, { shown: true });
      open.push({ actionId, kind: action.kind, formKey: action.formKey, at: action.at, moved });
    }
    return open;
  };

  let sightNotedAt = Number.NEGATIVE_INFINITY;
  /** What is measured was seen: coverage need not wait for its alarm to say so. */
  const noteSight = async (state: InForce) => {
    const { wall } = systemClock();
    if (Math.abs(wall - sightNotedAt) < SIGHT_MS || pauseOf(state) !== null) return;
    sightNotedAt = wall;
    await noteCoverage(db, state);
    await showBadge(db, state);
  };

  return {
    admit,

    async span(data, from) {
      const admitted = await admit(data.portalId, from);
      if (!admitted.ok) return admitted;
      if (!isPlausible(data.startedAt, data.endedAt)) return fail({ code: 'wrongShape', path: 'startedAt' });
      // The span that the pause itself ended arrives after it; nothing begun since counts.
      const pause = pauseOf(admitted.value);
      if (pause !== null && data.startedAt >= pause.since) return fail({ code: 'notRecording', path: '' });
      const { standIn: _, ...whole } = data;
      // Of a pause by the clock the page may hear late.
      const claim = pause?.by === 'hours' ? endedBy(whole, pause.since) : whole;
      await putSpan(db, claim, author(admitted.value), from.tabId);
      await noteSight(admitted.value);
      return succeed(true);
    },

    async attempt(data, from) {
      const admitted = await admit(data.portalId, from);
      if (!admitted.ok) return admitted;
      if (pauseOf(admitted.value) !== null) return fail({ code: 'notRecording', path: '' });
      if (!isPlausible(data.startedAt, data.at)) return fail({ code: 'wrongShape', path: 'at' });
      // At once: the answer may show in another frame before anything is written.
      const open: OpenAttempt = {
        actionId: data.actionId,
        kind: data.kind,
        formKey: data.formKey,
        at: data.at,
      };
      void ask(from.tabId, 'watchFor', open);
      const { values, ...claim } = data;
      const mine = author(admitted.value);
      // By this clock: the page's may just have been set.
      const deadline = systemClock().wall + PATIENCE_MS;
      const where = { tabId: from.tabId, frameId: from.frameId, deadline };
      const put = async (personId: string) =>
        putAttempt(db, { ...(await hashFor(db, personId, values)), claim, where }, mine);
      // It may have begun before another person took over.
      let whose = mine.personId;
      for (let known = await put(whose); known !== whose; known = await put(whose)) whose = known;
      settleAt(deadline);
      await requests.rejoin(from.tabId, data.at);
      return succeed(true);
    },

    async evidence(data, from) {
      const { settings, portals } = await inForce.read();
      if (settings.consentAt === null) return fail({ code: 'notRecording', path: '' });
      // Any measured frame of the tab may see the answer, of whichever portal it is.
      if (from.incognito || !portals.some((portal) => covers(portal, from.url)))
        return fail({ code: 'wrongSender', path: '' });
      // A navigation counts for a form that is known to have been sent by one.
      const isNews = data.evidence.includes('native:form');
      const isLast = data.final && !isNews && !(await requests.isAnyUnderWay(from.tabId));
      const tell = (endsAt: number | null) =>
        addEvidence(db, data.actionId, data.evidence, data.at, from, endsAt);
      let hearing = await tell(isLast ? systemClock().wall : null);
      if (isLast && hearing === 'heard') return succeed(true);
      // It may outrun the attempt it is about, whose own message went down with a worker and comes again.
      for (let waited = 0; hearing === 'unknown' && waited < OUTRUN_MS; waited += OUTRUN_STEP_MS) {
        await new Promise((resolve) => setTimeout(resolve, OUTRUN_STEP_MS));
        hearing = await tell(null);
      }
      // Late words about what is settled change nothing.
      if (hearing !== 'heard') return succeed(false);
      if (isNews) await requests.rejoin(from.tabId);
      const isOver = !data.final || (await settleUnlessUnderWay(data.actionId, false));
      return succeed(isOver || 'waiting');
    },

    async step({ values, ...page }, from) {
      const admitted = await admit(page.portalId, from);
      if (!admitted.ok) return admitted;
      if (pauseOf(admitted.value) !== null) return fail({ code: 'notRecording', path: '' });
      if (!isPlausible(page.startedAt, page.at)) return fail({ code: 'wrongShape', path: 'at' });
      const { entered, keyId } = await hashFor(db, author(admitted.value).personId, values);
      await putStep(db, { ...page, entered: [...entered], keyId, tabId: from.tabId, frameId: from.frameId });
      return succeed(true);
    },

    async arrived(data, from) {
      const admitted = await admit(data.portalId, from);
      if (!admitted.ok) return admitted;
      const arrivedAt = systemClock().wall;
      let open = await unanswered(from, arrivedAt);
      const opener = open.length === 0 ? await openerOf(from.tabId) : undefined;
      // The request that brought this document may be reported a moment after the document.
      for (let look = 0; look < REPORT_LOOKS && open.length === 0; look++) {
        if (!(await mayConcern(from.tabId, opener, arrivedAt))) break;
        await new Promise((resolve) => setTimeout(resolve, REPORT_LAG_MS));
        open = await unanswered(from, arrivedAt);
      }
      if (data.said !== null)
        // Where the page went on by itself, the new one answers only by asking who one is.
        for (const { actionId, moved } of open)
          if (!moved) await addEvidence(db, actionId, [data.said], arrivedAt);
      return succeed(open);
    },

    async stepsBefore({ portalId }, from) {
      const admitted = await admit(portalId, from);
      if (!admitted.ok) return admitted;
      const frame = { tabId: from.tabId, frameId: from.frameId, portalId };
      return succeed(await noteArrival(db, frame, systemClock().wall));
    },

    async resume() {
      await settleOverdue();
      for (const { deadline } of await db.pending.toArray()) settleAt(deadline);
    },

    settleOverdue,
  };
}
