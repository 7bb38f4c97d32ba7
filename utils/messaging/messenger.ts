// Sends messages between the extension's parts. Small enough to be our own: its types are the protocol, and
// every message is checked by a guard on arrival.
import { browser } from '../platform/browser';
import type { Answer, Commands, Questions } from './protocol';
import { unwrap } from './unwrap';

/** To the background, from one of the extension's pages. */
export async function send<T extends keyof Commands>(
  type: T,
  data: Commands[T]['data'],
): Promise<Commands[T]['reply']> {
  return unwrap((await browser.runtime.sendMessage({ type, data })) as Answer<T> | undefined);
}

/** To the frames of a tab; undefined when no frame has an answer. */
export async function ask<T extends keyof Questions>(
  tabId: number,
  type: T,
  data: Questions[T]['data'],
  frameId?: number,
): Promise<Questions[T]['reply'] | undefined> {
  try {
    const options = frameId === undefined ? {} : { frameId };
    return (await browser.tabs.sendMessage(tabId, { type, data }, options)) as
      | Questions[T]['reply']
      | undefined;
  } catch {
    // No frame of that tab is ours, or none answered.
    return undefined;
  }
}
