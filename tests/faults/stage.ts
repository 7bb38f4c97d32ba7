// What every fault is played on: the plain portals, a browser with the extension recording, and one form.
import type { Page } from 'puppeteer-core';
import { makeRandom, type Random } from '../../scripts/seed/random';
import type { Action } from '../../utils/domain/records';
import { PLAIN_PORTALS } from '../e2e/harness/plain-portals';
import { type OpenOptions, openSession, settledActions, startRecording } from '../e2e/harness/recording';
import { type Session, waitFor } from '../e2e/harness/session';
import { extensionWorlds } from '../e2e/harness/watchers';
import { type PortalServer, servePortals } from '../portals/serve';
import type { FaultRow } from './fault-row';
import { checkLedger } from './ledger-checks';
import { fill, valuesFor } from './portal-day';

export interface Stage {
  session: Session;
  server: PortalServer;
  random: Random;
  page: Page;
  /** Something that is not as it must be. */
  complain(what: string): void;
  /** Opens the form anew. */
  open(portalId?: string): Promise<void>;
  /** Fills some of its fields; all of them when none are named. */
  fill(): Promise<void>;
  /** Sends it and waits for the answer. */
  send(): Promise<void>;
  /** Looks at the answer, as people do. */
  read(): Promise<void>;
  /** Accepted by the servers so far. */
  accepted(): number;
}

export type Act = (stage: Stage) => Promise<{ tried: number; measured: string; expected: number }>;

/** Plays one fault and looks at what is left of it: `expected` submissions must be there, once each. */
export async function playFault(
  fault: string,
  seed: number,
  act: Act,
  options: OpenOptions = {},
): Promise<FaultRow> {
  const random = makeRandom(seed);
  const server = await servePortals(PLAIN_PORTALS);
  const session = await openSession('chromium', options);
  const broken: string[] = [];
  try {
    await startRecording(session);
    const page = await session.newPage();
    const stage: Stage = {
      session,
      server,
      random,
      page,
      complain: (what) => broken.push(what),
      open: async (portalId = 'plain-a') => {
        await page.bringToFront();
        await page.goto(`http://${portalId}.test:${server.port}/`);
      },
      fill: () => fill(page, valuesFor(random, '/'), '/'),
      send: async () => {
        await page.click('#send');
        await page.waitForFunction(`document.querySelector('#said').textContent !== ''`, { timeout: 20_000 });
      },
      read: () => new Promise((resolve) => setTimeout(resolve, 900)),
      accepted: () => server.writes.filter(({ verdict }) => verdict === 'accepted').length,
    };
    const { tried, measured, expected } = await act(stage);
    // Signals that failed are told again for some ten seconds.
    const rows = await recordedActions(session, expected);
    const accepted = rows.filter(isAccepted).length;
    const ledger = await checkLedger(session);
    if (accepted > expected) broken.push(`${accepted} submissions recorded, ${expected} were to be`);
    const lost = Math.max(0, expected - accepted);
    if (lost > 0)
      for (const row of rows) if (!isAccepted(row)) broken.push(`${row.outcome} [${row.evidence}]`);
    return {
      ...{ fault, tried, lost, leaked: ledger.leaked, measured },
      broken: [...broken, ...ledger.broken],
    };
  } finally {
    await session.close();
    await server.close();
  }
}

const isAccepted = (row: Action) => row.kind === 'submission' && row.outcome === 'accepted';

/** Once so many are accepted, or some time has passed. */
async function recordedActions(session: Session, expected: number): Promise<Action[]> {
  return waitFor(
    'the submissions',
    async () => {
      const rows = await settledActions(session, 2_000);
      return rows.filter(isAccepted).length >= expected ? rows : null;
    },
    30_000,
  ).catch(() => settledActions(session));
}

/** Waits until a script of ours is at work in the page. */
export const waitForScript = (session: Session, page: Page) =>
  waitFor(
    'a script in the page',
    async () => ((await extensionWorlds(session, page)).length > 0 ? true : null),
    20_000,
  );
