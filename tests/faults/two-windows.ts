// Two windows send forms at the same time: every one counts once, and no instant belongs to both.
import { makeRandom } from '../../scripts/seed/random';
import type { Span } from '../../utils/domain/records';
import type { FaultRun } from './fault-row';
import { openMsOf } from './ledger-checks';
import { newDay, playDay } from './portal-day';
import { playFault } from './stage';

export const writeFromTwoWindows: FaultRun = ({ seed, times }) =>
  playFault('two windows writing at once', seed, async ({ session, server, page, accepted, complain }) => {
    const second = await session.browser.newPage({ type: 'window' });
    const begunAt = Date.now();
    const days = [newDay(), newDay()];
    const isDone = (at: number) => (days[at]?.sent.length ?? 0) >= times;
    await Promise.all(
      [page, second].map((window, at) =>
        playDay(window, server, makeRandom(seed + at), days[at] ?? newDay(), () => !isDone(at), {
          portals: at === 0 ? ['plain-a', 'plain-b'] : ['plain-c', 'plain-d'],
        }),
      ),
    );
    const wallMs = Date.now() - begunAt;
    await page.goto('about:blank');
    await second.goto('about:blank');
    const openMs = openMsOf(await session.readDatabase<Span>('spans'));
    if (openMs > wallMs + 1_000) complain(`${openMs} ms recorded in ${wallMs}`);
    return { tried: times * 2, measured: `${accepted()} submissions accepted`, expected: accepted() };
  });
