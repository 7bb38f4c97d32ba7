// What makes the sources of lists be looked at: an installation, a policy that arrives or changes, the passing
// of time. Called synchronously, so that its listeners are there for whatever wakes the worker.
import { browser } from '../../utils/platform/browser';
import type { ConfigUpdates } from './config-updates';
import { openWelcome } from './first-run';

export interface SourceWatch {
  /** At every start of the worker and every few minutes. */
  follow(): Promise<void>;
}

export function watchSources(updates: ConfigUpdates): SourceWatch {
  const follow = async (announced: boolean) => {
    await updates.readPolicy(announced);
    await updates.checkIfDue();
  };
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void follow(true);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openWelcome(() => updates.readPolicy(false));
  });
  return { follow: () => follow(false) };
}
