// What our scripts in one frame leave for each other in the extension's isolated world, which the page can't
// see: by it a second run of the script knows of the first, and the background can ask a frame where it is.
import type { FramePlace } from './protocol';

export const FRAME_MARK = 'fingertipLedger';
export const PICKER_MARK = 'fingertipLedgerPicker';
export const PICK_PORT = 'pick';

export interface FrameMark {
  isAlive(): boolean;
  stop(): void;
  /** null outside the portals in force. */
  place(): FramePlace | null;
}
