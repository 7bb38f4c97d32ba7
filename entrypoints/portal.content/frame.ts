// This frame: whether a script of ours is at work in it already, how deep it is, and whether the extension
// behind it is still there.
import { FRAME_MARK, type FrameMark } from '../../utils/messaging/frame-mark';
import type { FramePlace } from '../../utils/messaging/protocol';
import { frameBrowser } from '../../utils/platform/frame-browser';

type Marked = { [FRAME_MARK]?: FrameMark };

/** False in a script whose extension was updated or removed under the open page. */
export function isAlive(): boolean {
  try {
    return Boolean(frameBrowser.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * Takes the frame for this run of the script; null when another is at work here already. The mark lives in
 * the extension's isolated world: the page can't see it. An orphan of an earlier version makes room.
 */
export function takeFrame(place: () => FramePlace | null): AbortController | null {
  const world = globalThis as Marked;
  if (world[FRAME_MARK]?.isAlive()) return null;
  world[FRAME_MARK]?.stop();
  const lifetime = new AbortController();
  world[FRAME_MARK] = {
    isAlive: () => isAlive() && !lifetime.signal.aborted,
    stop: () => lifetime.abort(),
    place,
  };
  return lifetime;
}

export function frameDepth(): number {
  let depth = 0;
  for (let frame: Window = window; frame !== frame.parent && depth < 50; frame = frame.parent) depth += 1;
  return depth;
}
