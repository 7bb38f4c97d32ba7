// The browsers that the tests drive. `npm test` installs them where it may; here a missing one is an error.
import { findBrowsers } from '../../../scripts/find-browser.mjs';

export function chromiumPath(): string {
  const { chromium, edge } = findBrowsers();
  const path = chromium ?? edge;
  if (!path) throw new Error('no Chromium found: install it (Debian: apt-get install chromium)');
  return path;
}

export function firefoxPath(): string {
  const { firefox } = findBrowsers();
  if (!firefox) throw new Error('no Firefox found: install it (Debian: apt-get install firefox-esr)');
  return firefox;
}
