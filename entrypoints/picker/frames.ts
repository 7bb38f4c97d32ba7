// Which frame below has a picker of its own. Firefox tells a frame's number by its element; elsewhere a frame of
// the same origin is looked into for a mark, and one of another origin can't be known: it stays covered.

import { isFrameElement } from '../../utils/page/dom';
import { frameBrowser } from '../../utils/platform/frame-browser';

const MARK = 'data-fingertip-ledger-pick';

export function markFrame(signal: AbortSignal): void {
  document.documentElement.setAttribute(MARK, '');
  signal.addEventListener('abort', () => document.documentElement.removeAttribute(MARK));
}

export function hasPicker(frame: Element, frameIds: readonly number[]): boolean {
  const { getFrameId } = frameBrowser.runtime;
  if (getFrameId) return frameIds.includes(getFrameId.call(frameBrowser.runtime, frame));
  if (!isFrameElement(frame)) return false;
  try {
    return frame.contentDocument?.documentElement.hasAttribute(MARK) ?? false;
  } catch {
    return false;
  }
}
