// Sends messages between the extension's parts. Small enough to be our own: its types are the protocol, and
// every message is checked by a guard on arrival.
import { browser } from '../platform/browser';
import type { Problem } from '../platform/problem';
import type { Answer, Commands, MessageType, Protocol, Questions, Signals } from './protocol';

/** The background looked at the message and would not take it; sending it again would not help. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'RefusedError';
  }
}

/** To the background, from a frame or one of the extension's pages. */
export async function send<T extends keyof (Signals & Commands)>(
  type: T,
  data: Protocol[T]['data'],
): Promise<Protocol[T]['reply']> {
  const answer = (await browser.runtime.sendMessage({ type, data })) as Answer<T> | undefined;
  if (!answer) throw new Error('no answer');
  if (!answer.ok) throw new RefusedError(answer.problem);
  return answer.reply;
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

type Respond = (type: MessageType, data: unknown) => unknown;

/** A frame's side: answers questions; undefined leaves the answer to another frame. */
export function onQuestion(respond: Respond, signal: AbortSignal): void {
  const listener = (message: unknown): Promise<unknown> | undefined => {
    const { type, data } = (message ?? {}) as { type: MessageType; data: unknown };
    const reply = respond(type, data);
    return reply === undefined ? undefined : Promise.resolve(reply);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
