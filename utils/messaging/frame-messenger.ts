// The frame's side of the messages: sends signals to the background and answers its questions.
import { type FrameListener, frameBrowser } from '../platform/frame-browser';
import type { Answer, MessageType, Signals } from './protocol';
import { unwrap } from './unwrap';

export async function sendSignal<T extends keyof Signals>(
  type: T,
  data: Signals[T]['data'],
): Promise<Signals[T]['reply']> {
  return unwrap((await frameBrowser.runtime.sendMessage({ type, data })) as Answer<T> | undefined);
}

type Respond = (type: MessageType, data: unknown) => unknown;

/** Answers questions; undefined leaves the answer to another frame. */
export function onQuestion(respond: Respond, signal: AbortSignal): void {
  const listener: FrameListener = (message, _sender, reply) => {
    const { type, data } = (message ?? {}) as { type: MessageType; data: unknown };
    const answer = respond(type, data);
    if (answer === undefined) return undefined;
    reply(answer);
    return true;
  };
  frameBrowser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => frameBrowser.runtime.onMessage.removeListener(listener));
}
