// Who sent a message: a frame of a configured portal, one of the extension's own pages, or somebody else.
import type { Runtime } from 'webextension-polyfill';
import { compileMatcher, type Matcher, matchAddress, matchFrame } from '../../utils/config/match';
import type { Portal } from '../../utils/config/schema';
import { browser } from '../../utils/platform/browser';
import type { Origin } from './recorder';

/** What Firefox leaves of a sender whose tab is just being closed; the extension is not in private windows. */
const CLOSED_TAB = { id: -1, incognito: false };

/** The frame a signal came from; null when it came from anything but our script in a tab. */
export function frameOrigin(sender: Runtime.MessageSender): Origin | null {
  const url = sender.url ?? '';
  if (sender.id !== browser.runtime.id || !/^https?:/.test(url)) return null;
  const { id = CLOSED_TAB.id, incognito } = sender.tab ?? CLOSED_TAB;
  return { tabId: id, frameId: sender.frameId ?? 0, url, incognito };
}

export function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}

/** The tab that opened a tab; undefined when none did, or either is gone. */
export async function openerOf(tabId: number): Promise<number | undefined> {
  const { openerTabId } = await browser.tabs.get(tabId).catch(() => ({ openerTabId: undefined }));
  return openerTabId;
}

/**
 * Whether the portal covers the sender's host at all. The route is the frame's to judge: the browser reports
 * an address that may lag behind a change of hash.
 */
export function covers(portal: Portal, url: string): boolean {
  const matcher = wholeHosts.get(portal) ?? compileWholeHost(portal);
  return matchAddress(matcher, url) !== null || matchFrame(matcher, url, portal.id) !== null;
}

/** Asked for every message and every portal, so compiled once for each. */
const wholeHosts = new WeakMap<Portal, Matcher>();

function compileWholeHost(portal: Portal): Matcher {
  const anywhere: Portal = { ...portal, routes: [], exclude: [], match: portal.match.map(wholeHost) };
  const matcher = compileMatcher({ portals: [anywhere] });
  wholeHosts.set(portal, matcher);
  return matcher;
}

const wholeHost = (pattern: string): string => pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
