// The door to the extension API for scripts in pages. They use a few calls that Chromium and Firefox offer alike
// with promises, so the polyfill, a fifth of the script, stays out of every page.
import type { Browser } from 'webextension-polyfill';

type FrameBrowser = Pick<Browser, 'storage'> & {
  // Chromium's listeners answer by callback and by returning true; Firefox takes that as well.
  runtime: Pick<Browser['runtime'], 'id' | 'sendMessage' | 'onConnect' | 'getURL'> & {
    /** Firefox alone has it. */
    getFrameId?(frame: Element): number;
    onMessage: {
      addListener(listener: FrameListener): void;
      removeListener(listener: FrameListener): void;
    };
  };
};
export type FrameListener = (
  message: unknown,
  sender: unknown,
  respond: (answer: unknown) => void,
) => true | undefined;

const world = globalThis as unknown as { browser?: FrameBrowser; chrome: FrameBrowser };

export const frameBrowser: FrameBrowser = world.browser?.runtime ? world.browser : world.chrome;
