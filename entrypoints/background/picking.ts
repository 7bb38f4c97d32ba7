// The editor's way to an open page: which tabs show a portal in force, and the picker into chosen frames of one.
// Which they are is what our own scripts in the frames say, each for itself; the addresses of tabs are neither
// asked for nor known. A frame that says nothing gets nothing.
import { contentScriptMatches, reconcile } from '../../utils/config/registration-plan';
import { FRAME_MARK, type FrameMark } from '../../utils/messaging/frame-mark';
import type { FramePlace, PortalTab } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';
import { fail, type Result, succeed } from '../../utils/platform/problem';
import type { InForceSource } from './in-force';

const PICKER_FILE = 'picker.js';

export async function findPortalTabs(inForce: InForceSource): Promise<PortalTab[]> {
  const { portals } = await inForce.read();
  const granted = (await browser.permissions.getAll()).origins ?? [];
  const { register } = reconcile(granted, contentScriptMatches(portals));
  if (register.length === 0) return [];
  const tabs = await browser.tabs.query({ url: register });
  const ids = tabs.map(({ id }) => id).filter((id) => id !== undefined);
  const found = await Promise.all(ids.map((tabId) => readTab(inForce, tabId)));
  return found.filter(({ frames }) => frames.length > 0);
}

export async function startPicker(
  inForce: InForceSource,
  tabId: number,
  frameIds: number[],
): Promise<Result<null>> {
  const { frames } = await readTab(inForce, tabId);
  const known = new Set(frames.map(({ frameId }) => frameId));
  if (!frameIds.every((frameId) => known.has(frameId))) return fail({ code: 'notAllowed', path: '' });
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds }, files: [PICKER_FILE] });
    return succeed(null);
  } catch {
    // The page was left in this very moment.
    return fail({ code: 'notAllowed', path: '' });
  }
}

async function readTab(inForce: InForceSource, tabId: number): Promise<PortalTab> {
  const { portals } = await inForce.read();
  const isInForce = ({ portalId }: FramePlace) => portals.some(({ id }) => id === portalId);
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: askPlace,
      args: [FRAME_MARK],
    });
    const frames = results.flatMap(({ frameId, result }) => {
      const place = result as FramePlace | null | undefined;
      return place && isInForce(place) ? [{ ...place, frameId }] : [];
    });
    return { tabId, frames: frames.sort((a, b) => a.depth - b.depth) };
  } catch {
    // The tab went away, or shows an error page or a discarded one.
    return { tabId, frames: [] };
  }
}

/** Runs in the frame, in our isolated world, and reads nothing of the page. */
function askPlace(mark: string): FramePlace | null {
  const known = (globalThis as unknown as Record<string, FrameMark | undefined>)[mark];
  return known?.isAlive() ? known.place() : null;
}
