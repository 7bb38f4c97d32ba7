import { ask } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';

/** Tells the pages in front when the screen is locked: their span ends there. */
export function startLockWatch(): void {
  browser.idle.onStateChanged.addListener(async (state) => {
    const tabs = await browser.tabs.query({ active: true });
    for (const { id } of tabs)
      if (id !== undefined) void ask(id, 'systemLocked', { locked: state === 'locked' });
  });
}
