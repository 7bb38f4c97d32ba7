// The browser is ended by SIGKILL in the middle of work, again and again on one profile, as when the machine
// loses its power. Lives are short; what was accepted a second before a kill must be there after it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRandom, type Random } from '../../scripts/seed/random';
import type { Action, Span } from '../../utils/domain/records';
import { PLAIN_PORTALS } from '../e2e/harness/plain-portals';
import { openSession, settledActions, startRecording } from '../e2e/harness/recording';
import type { Session } from '../e2e/harness/session';
import { type PortalServer, servePortals } from '../portals/serve';
import type { FaultRun } from './fault-row';
import { checkLedger, openMsOf } from './ledger-checks';
import { newDay, type PortalDay, playDay } from './portal-day';
import { compareWithTruth, sentence } from './truth';

const LIFE_MS = [1_500, 17_000] as const;
const CHECKPOINT_MS = 15_000;
/** Loading a page is not yet time on it. */
const LOADING_MS = 1_500;

interface Life extends PortalDay {
  killedAt: number;
}

export const killBrowsers: FaultRun = async ({ seed, times }) => {
  const random = makeRandom(seed);
  const server = await servePortals(PLAIN_PORTALS);
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-killed-'));
  const lives: Life[] = [];
  const broken: string[] = [];
  let session: Session | null = null;
  try {
    for (let kill = 0; kill < times; kill++) {
      session = await openSession('chromium', { profile, firstRun: kill === 0 });
      if (kill === 0) await startRecording(session);
      else await expectOpen(session, broken);
      lives.push(await live(session, server, random));
    }
    session = await openSession('chromium', { profile });
    const actions = await settledActions(session, 20_000);
    const spans = await session.readDatabase<Span>('spans');
    const kills = lives.map((life) => life.killedAt);
    const sent = lives.flatMap((life) => life.sent);
    const compared = compareWithTruth(sent, server, actions, kills);
    const ledger = await checkLedger(session);
    const losses = lives.map((life) => lossOf(life, spans));
    // A document counts from its beginning, while it is still being loaded.
    for (const { lostMs, allowedMs, loadingMs } of losses)
      if (lostMs > allowedMs || lostMs < -LOADING_MS - loadingMs)
        broken.push(`${Math.round(lostMs)} ms lost in a life, ${Math.round(allowedMs)} may be`);
    const worst = Math.max(...losses.map(({ lostMs }) => lostMs));
    return {
      fault: 'browser killed (SIGKILL)',
      tried: times,
      lost: compared.lost.length,
      leaked: ledger.leaked,
      broken: [...broken, ...ledger.broken, ...compared.lost, ...compared.invented],
      measured: `${sentence(compared)}; at most ${(worst / 1_000).toFixed(1)} s of time lost by one kill`,
    };
  } finally {
    await session?.close().catch(() => undefined);
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

async function live(session: Session, server: PortalServer, random: Random): Promise<Life> {
  const day = newDay();
  const page = await session.newPage();
  let killedAt = 0;
  const playing = playDay(page, server, random, day, () => killedAt === 0).catch((error: unknown) => {
    // Its browser was taken from under it; anything before that is a failure of the day itself.
    if (killedAt === 0) throw error;
  });
  const lifeMs = random.whole(...LIFE_MS);
  const killing = (async () => {
    while (day.startedAt === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, day.startedAt + lifeMs - Date.now()));
    killedAt = Date.now();
    await session.kill();
  })();
  await Promise.all([killing, playing]);
  const last = day.sent.at(-1);
  if (last) last.until = Math.min(last.until, killedAt);
  return { ...day, killedAt };
}

async function expectOpen(session: Session, broken: string[]): Promise<void> {
  await session.readDatabase<Action>('actions').catch(() => broken.push('the database does not open'));
}

function lossOf(
  life: Life,
  spans: readonly Span[],
): { lostMs: number; allowedMs: number; loadingMs: number } {
  const own = spans.filter(
    (span) => life.startedAt - 5_000 < span.startedAt && span.startedAt < life.killedAt,
  );
  // What was left by going elsewhere was told on leaving; only what is open may go down, up to a checkpoint.
  const sinceMove = life.killedAt - life.movedAt;
  return {
    lostMs: life.killedAt - life.startedAt - life.loadingMs - openMsOf(own),
    allowedMs: Math.min(CHECKPOINT_MS, sinceMove) + LOADING_MS,
    loadingMs: life.loadingMs,
  };
}
