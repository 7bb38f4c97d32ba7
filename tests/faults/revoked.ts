// The hosts are taken back in the middle of a visit. The script stays in the open page (no browser takes it out),
// but nothing it says may count; given again, everything counts again.
import type { Coverage, Span } from '../../utils/domain/records';
import { type ExtensionScope, waitFor } from '../e2e/harness/session';
import type { FaultRun } from './fault-row';
import { playFault, waitForScript } from './stage';

type HostAccess = 'ON_CLICK' | 'ON_ALL_SITES';
/** What the browser's own page of extensions uses. */
type Settings = {
  chrome: {
    developerPrivate: {
      updateExtensionConfiguration(change: { extensionId: string; hostAccess: HostAccess }): Promise<void>;
    };
  };
};

export const revokeHosts: FaultRun = ({ seed, times }) =>
  playFault('permission revoked in the middle of a visit', seed, async (stage) => {
    const { session, page, open, fill, send, read, complain } = stage;
    const extensionId = new URL(session.extensionUrl('')).host;
    const aside = await session.newPage();
    await aside.goto('chrome://extensions');
    const allow = async (hostAccess: HostAccess) => {
      await aside.bringToFront();
      await aside.evaluate(
        (change) =>
          (globalThis as unknown as Settings).chrome.developerPrivate.updateExtensionConfiguration(change),
        { extensionId, hostAccess },
      );
      const probe = await session.openExtensionPage('licences.json');
      await waitFor('the change of permissions', async () => {
        const origins = await probe.evaluate(
          async () => (await (globalThis as ExtensionScope).chrome.permissions.getAll()).origins?.length ?? 0,
        );
        return origins > 0 === (hostAccess === 'ON_ALL_SITES') ? true : null;
      });
      await probe.close();
    };
    let expected = 0;
    const revokedAt: number[] = [];
    const grantedAt: number[] = [];
    for (let i = 0; i < times; i++) {
      await open();
      await waitForScript(session, page);
      await fill();
      await send();
      await read();
      expected += 1;
      await fill();
      await allow('ON_CLICK');
      revokedAt.push(Date.now());
      await page.bringToFront();
      await send();
      grantedAt.push(Date.now());
      await allow('ON_ALL_SITES');
    }
    const spans = await session.readDatabase<Span>('spans');
    const unseen = spans.filter((span) =>
      revokedAt.some((from, i) => span.startedAt < (grantedAt[i] ?? 0) && span.endedAt > from),
    );
    if (unseen.length > 0) complain(`${unseen.length} rows of time that was not to be seen`);
    const coverage = await session.readDatabase<Coverage>('coverage');
    if (!coverage.some((row) => row.state === 'noPermission' && row.portalId === undefined))
      complain('the coverage does not say that nothing could be seen');
    return { tried: times, measured: 'what was sent without permission is not there', expected };
  });
