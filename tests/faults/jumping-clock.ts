// The clock is set and the zone is changed under an open page, forwards and back, by minutes and by hours.
// Whatever day a row then belongs to, each submission is there once and no more time than has passed.
import type { Span } from '../../utils/domain/records';
import { evaluateInContentScript } from '../e2e/harness/watchers';
import type { FaultRun } from './fault-row';
import { openMsOf } from './ledger-checks';
import { playFault, waitForScript } from './stage';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Etc/UTC'];

export const setClocks: FaultRun = ({ seed, times }) =>
  playFault('clock set and zone changed under an open page', seed, async (stage) => {
    const { session, page, random, open, fill, send, read, accepted, complain } = stage;
    const begunAt = Date.now();
    const cdp = await page.createCDPSession();
    for (let i = 0; i < times; i++) {
      await open();
      await waitForScript(session, page);
      await fill();
      const jumpMs = random.pick([-1, 1]) * random.pick([3_000, 90_000, 3_600_000, 20 * 3_600_000]);
      // The script's own world: the page's clock is another.
      await evaluateInContentScript(
        session,
        page,
        `{ const real = Date.now; Date.now = () => real() + ${jumpMs}; 0 }`,
      );
      await cdp.send('Emulation.setTimezoneOverride', { timezoneId: random.pick(ZONES) });
      await send();
      await read();
      await fill();
      await send();
      await read();
    }
    await page.goto('about:blank');
    const spans = await session.readDatabase<Span>('spans');
    const wallMs = Date.now() - begunAt;
    if (openMsOf(spans) > wallMs) complain(`${openMsOf(spans)} ms recorded in ${wallMs}`);
    return { tried: times, measured: `${accepted()} submissions accepted`, expected: accepted() };
  });
