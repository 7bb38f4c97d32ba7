// What the extension is for, once through: consent, a check-in, a submission, the same again, and the popup. With
// `CHROMIUM_PATH` or `FIREFOX_PATH` in any browser: `npm run test:oldest` runs it in the oldest ones supported.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readMetrics } from '../../scripts/demo/ledger';
import type { SamplePortal } from '../portals/portal';
import { servePortals } from '../portals/serve';
import { hostsOf } from './config-for';
import { brokenOff, performActs } from './harness/acts';
import { ROOT } from './harness/build';
import { fillPlain, HOUSEHOLD, sendPlain } from './harness/plain-acts';
import { PLAIN_PORTALS } from './harness/plain-portals';
import { loadPortals } from './harness/portals';
import { openSession, settledActions, startRecording } from './harness/recording';
import { type BrowserKind, waitFor } from './harness/session';

const SHOTS = join(ROOT, 'test-results', 'main-story');

/** The portal with nothing but its first check-in, once. */
function oneCheckIn(portal: SamplePortal): SamplePortal {
  const act = portal.acts.find(({ expects }) => expects.join() === 'checkIn');
  if (!act) throw new Error(`${portal.id} has no check-in`);
  return { ...portal, acts: [{ ...act, times: 1 }] };
}

test('consent, a check-in, a submission, a repeat, the popup', async ({ browserName: _ }, info) => {
  test.setTimeout(240_000);
  const kind = info.project.name as BrowserKind;
  const checkIns = (await loadPortals(['vant'])).map(oneCheckIn);
  const portals = [...checkIns, ...PLAIN_PORTALS];
  const server = await servePortals(portals);
  const session = await openSession(kind, { hosts: hostsOf(portals) });
  try {
    console.log(`${kind}: ${await session.browser.version()}`);
    await startRecording(session);
    for (const portal of checkIns) {
      expect(brokenOff(await performActs(session, server, portal)).twice).toEqual([]);
    }
    const page = await session.newPage();
    for (let time = 0; time < 2; time++) {
      await page.goto(`http://plain-a.test:${server.port}/`);
      await fillPlain(page, HOUSEHOLD);
      await sendPlain(page);
      // The extension writes the answer down when it sees it: that is the mark for the next turn.
      await waitFor(
        'the submission in the record',
        async () => {
          const rows = await settledActions(session);
          return rows.filter((row) => row.kind === 'submission').length > time ? true : null;
        },
        30_000,
      );
      await page.bringToFront();
    }
    const verdicts = server.writes.map(({ verdict }) => verdict).filter((one) => one !== 'other');
    expect(verdicts, "the servers' own log").toEqual(['checkIn', 'accepted', 'accepted']);

    const rows = (await settledActions(session)).sort((a, b) => a.at - b.at);
    expect(rows.map(({ kind, outcome, repeat }) => [kind, outcome, repeat?.scope ?? null])).toEqual([
      ['checkIn', 'accepted', null],
      ['submission', 'accepted', null],
      ['submission', 'accepted', 'sameForm'],
    ]);
    const popup = await session.openExtensionPage('popup.html');
    const shown = await readMetrics(popup);
    expect(
      ['checkIns', 'submissions', 'repeatsSameForm'].map((id) => [id, shown.get(id)]),
      'the popup',
    ).toEqual([
      ['checkIns', 1],
      ['submissions', 2],
      ['repeatsSameForm', 1],
    ]);
    await mkdir(SHOTS, { recursive: true });
    await popup.screenshot({ path: join(SHOTS, `popup-${kind}.png`) as `${string}.png` });
  } finally {
    await session.close();
    await server.close();
  }
});
