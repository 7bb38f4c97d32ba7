// The list of portals is replaced while a form is half filled: by one that still has the portal, then by one that
// has not. The first changes nothing for what is being filled in; after the second nothing more counts.
import { configFor } from '../e2e/config-for';
import { PLAIN_PORTALS } from '../e2e/harness/plain-portals';
import type { FaultRun } from './fault-row';
import { askBackground } from './ledger-checks';
import { playFault, waitForScript } from './stage';

export const replaceConfig: FaultRun = ({ seed, times }) =>
  playFault('list of portals replaced with a half-filled form open', seed, async (stage) => {
    const { session, page, open, fill, send, read, complain } = stage;
    let version = 0;
    const replaceBy = async (portals: typeof PLAIN_PORTALS) => {
      version += 1;
      const text = JSON.stringify(configFor(portals, 'another-county', version));
      const answer = await askBackground<{ ok: boolean }>(session, 'importConfig', { text });
      if (!answer.ok) complain(`the list was refused: ${JSON.stringify(answer)}`);
      await page.bringToFront();
    };
    let expected = 0;
    for (let i = 0; i < times; i++) {
      await open();
      await waitForScript(session, page);
      await fill();
      await replaceBy(PLAIN_PORTALS);
      await send();
      await read();
      expected += 1;
      await fill();
      await replaceBy(PLAIN_PORTALS.filter(({ id }) => id !== 'plain-a'));
      await send();
      await replaceBy(PLAIN_PORTALS);
    }
    return { tried: version, measured: 'what was sent after the portal had gone is not there', expected };
  });
