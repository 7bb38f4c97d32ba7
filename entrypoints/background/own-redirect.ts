// Where a redirect of our own request points to. `fetch` that is told not to follow shows neither place nor
// status; the browser's request events show both, before anything else is asked. Host permission for the
// subscription's server, without which nothing is fetched at all, lets them be seen.
import type { WebRequest } from 'webextension-polyfill';
import { originOf } from '../../utils/config/address';
import { browser } from '../../utils/platform/browser';
import type { RedirectWatch } from '../../utils/platform/fetch-document';

/** The event and the answer come by different ways; the event may be the later one. */
const PATIENCE_MS = 2_000;

export function watchOwnRedirect(address: string): RedirectWatch {
  let tell: (location: string | null) => void = () => undefined;
  const told = new Promise<string | null>((resolve) => {
    tell = resolve;
  });
  const listener = (details: WebRequest.OnHeadersReceivedDetailsType) => {
    if (details.tabId >= 0 || details.url !== address || !isOwn(details)) return undefined;
    if (details.statusCode < 300 || details.statusCode >= 400) return undefined;
    const header = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location');
    tell(header?.value ?? null);
    return undefined;
  };
  const { onHeadersReceived } = browser.webRequest;
  onHeadersReceived.addListener(listener, { urls: [originOf(address)] }, ['responseHeaders']);
  return {
    location() {
      const timer = setTimeout(() => tell(null), PATIENCE_MS);
      return told.finally(() => clearTimeout(timer));
    },
    stop: () => onHeadersReceived.removeListener(listener),
  };
}

/** A portal's own worker may ask for the same address; Chromium and Firefox say differently who asked. */
function isOwn(details: WebRequest.OnHeadersReceivedDetailsType & { initiator?: string }): boolean {
  const asking = details.initiator ?? details.originUrl ?? details.documentUrl ?? '';
  const own = new URL(browser.runtime.getURL(''));
  return asking.startsWith(`${own.protocol}//${own.host}`);
}
