// The press that lets the browser grant hosts, and the answer to its own question: Chromium's is a dialog outside
// any page, which needs a screen and a hand on the keyboard; Firefox's is switched off by a preference.
import type { Page } from 'puppeteer-core';
import { press } from './recording';
import type { Screen } from './screen';
import { type ExtensionScope, waitFor } from './session';

export function grantedHosts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    return (await (globalThis as ExtensionScope).chrome.permissions.getAll()).origins ?? [];
  });
}

export async function grantHosts(page: Page, screen: Screen | null): Promise<void> {
  await press(page, 'grant-hosts');
  if (!screen) {
    await waitFor('the grant', async () => ((await grantedHosts(page)).length > 0 ? true : null));
    return;
  }
  // The dialog takes a moment to appear and ignores keys in its first half second: press again until it took.
  await waitFor(
    'the grant',
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      if ((await grantedHosts(page)).length > 0) return true;
      await screen.press('Tab', 'Return');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return (await grantedHosts(page)).length > 0 ? true : null;
    },
    30_000,
  );
}
