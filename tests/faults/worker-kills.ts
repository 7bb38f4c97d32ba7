// The background worker is ended at random moments of a day, a quarter of them aimed at the moments after a commit.
// The pages live on and tell again what was not acknowledged.
import type { CDPSession } from 'puppeteer-core';
import { makeRandom } from '../../scripts/seed/random';
import type { Span } from '../../utils/domain/records';
import { PLAIN_PORTALS } from '../e2e/harness/plain-portals';
import { openSession, settledActions, startRecording } from '../e2e/harness/recording';
import type { Session } from '../e2e/harness/session';
import { servePortals } from '../portals/serve';
import type { FaultRun } from './fault-row';
import { checkLedger } from './ledger-checks';
import { newDay, playDay } from './portal-day';
import { compareWithTruth, sentence } from './truth';

/** Kills come this far apart, as a range of milliseconds. */
const APART_MS = [200, 2_500] as const;
const AFTER_COMMIT_MS = 400;
const CHECKPOINT_MS = 15_000;
const SLACK_MS = 1_500;

export const killWorkers: FaultRun = async ({ seed, times }) => {
  const random = makeRandom(seed);
  const server = await servePortals(PLAIN_PORTALS);
  const session = await openSession('chromium');
  try {
    await startRecording(session);
    const day = newDay();
    const page = await session.newPage();
    const killer = await makeKiller(session);
    const kills: number[] = [];
    let committed: () => void = () => {};
    const killing = (async () => {
      while (kills.length < times) {
        // Each kill waits for a commit, or doesn't.
        if (random.chance(0.25)) {
          await Promise.race([new Promise<void>((resolve) => (committed = resolve)), pause(5_000)]);
          await pause(random.whole(0, AFTER_COMMIT_MS));
        } else await pause(random.whole(...APART_MS));
        if (await killer.kill()) kills.push(Date.now());
      }
    })();
    const goesOn = () => kills.length < times;
    const acts = makeRandom(seed + 1);
    await Promise.all([killing, playDay(page, server, acts, day, goesOn, { onCommit: () => committed() })]);
    const endedAt = Date.now();
    const actions = await settledActions(session, 20_000);
    await page.close();
    const spans = await session.readDatabase<Span>('spans');
    const compared = compareWithTruth(day.sent, server, actions, kills);
    const ledger = await checkLedger(session);
    const stays = day.stays.map((stay) => lossIn(spans, stay.from, Math.min(stay.until, endedAt)));
    const lostMs = stays.reduce((sum, ms) => sum + ms, 0);
    const worstMs = Math.max(...stays);
    const broken = [...ledger.broken, ...compared.lost, ...compared.invented];
    if (worstMs > CHECKPOINT_MS + SLACK_MS) broken.push(`${Math.round(worstMs)} ms of time lost on one page`);
    return {
      fault: 'worker killed at random moments',
      tried: kills.length,
      lost: compared.lost.length,
      leaked: ledger.leaked,
      broken,
      measured: `${sentence(compared)}; ${Math.round((endedAt - day.startedAt) / 1_000)} s of work, ${(lostMs / 1_000).toFixed(1)} s not recorded, at most ${(worstMs / 1_000).toFixed(1)} s of one page`,
    };
  } finally {
    await session.close();
    await server.close();
  }
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How much of a stretch on a page is in no row. */
function lossIn(spans: readonly Span[], from: number, until: number): number {
  const seenMs = spans
    .map((span) => Math.min(span.endedAt, until) - Math.max(span.startedAt, from))
    .reduce((sum, ms) => sum + Math.max(0, ms), 0);
  return until - from - seenMs;
}

/** Ends the worker when one runs. */
async function makeKiller(session: Session): Promise<{ kill(): Promise<boolean> }> {
  const cdp: CDPSession = await session.browser.target().createCDPSession();
  return {
    async kill() {
      const { targetInfos } = await cdp.send('Target.getTargets');
      const worker = targetInfos.find(
        ({ type, url }) => type === 'service_worker' && url.startsWith(session.extensionUrl('')),
      );
      if (!worker) return false;
      const { success } = await cdp
        .send('Target.closeTarget', { targetId: worker.targetId })
        .catch(() => ({ success: false }));
      return success;
    },
  };
}
