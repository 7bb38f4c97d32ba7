// This frame: whether a script of ours is at work in it already, how deep it is, and whether the extension
// behind it is still there.
import { frameBrowser } from '../../utils/platform/frame-browser';

const MARK = 'fingertipLedger';
type Marked = { [MARK]?: { isAlive(): boolean; stop(): void } };

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
export function takeFrame(): AbortController | null {
  const world = globalThis as Marked;
  if (world[MARK]?.isAlive()) return null;
  world[MARK]?.stop();
  const lifetime = new AbortController();
  world[MARK] = { isAlive: () => isAlive() && !lifetime.signal.aborted, stop: () => lifetime.abort() };
  return lifetime;
}

export function frameDepth(): number {
  let depth = 0;
  for (let frame: Window = window; frame !== frame.parent && depth < 50; frame = frame.parent) depth += 1;
  return depth;
}
