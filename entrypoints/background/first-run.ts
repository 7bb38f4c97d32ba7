// The welcome page of a new installation, unless the administrator does not want it. A policy reaches Chromium
// some seconds after the extension; where an administrator installed it, it is waited for.
import type { ManagedPolicy } from '../../utils/config/managed-policy';
import { browser } from '../../utils/platform/browser';

const POLICY_ARRIVES_WITHIN_MS = 8_000;

export async function openWelcome(readPolicy: () => Promise<ManagedPolicy>): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType === 'admin') await waitForPolicy();
  const { showWelcome } = await readPolicy();
  if (showWelcome) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

function waitForPolicy(): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(onChanged);
      resolve();
    };
    const onChanged = (_: unknown, area: string) => {
      if (area === 'managed') finish();
    };
    const timer = setTimeout(finish, POLICY_ARRIVES_WITHIN_MS);
    browser.storage.onChanged.addListener(onChanged);
  });
}
