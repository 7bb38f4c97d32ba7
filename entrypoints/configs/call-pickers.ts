// The line between the editor and the pickers in one tab's frames. The editor calls, so a page or another
// extension can't; what comes back is checked all the same. Hanging up takes the pickers off the page.
import type { Runtime } from 'webextension-polyfill';
import { PICK_PORT } from '../../utils/messaging/frame-mark';
import { checkShape, PICK_ANSWER_SHAPE } from '../../utils/messaging/guards';
import type { PickAnswer, PickOrder } from '../../utils/messaging/protocol';
import { browser } from '../../utils/platform/browser';

export interface PickerCall {
  tabId: number;
  frameIds: readonly number[];
  order: Pick<PickOrder, 'kind' | 'texts'>;
  /** Once: the first frame that answers ends it for all. */
  onAnswer(answer: PickAnswer, frameId: number): void;
  /** Every frame went away without an answer. */
  onLeft(): void;
}

/** Returns how to hang up. */
export function callPickers({ tabId, frameIds, order, onAnswer, onLeft }: PickerCall): () => void {
  const ports = new Map<number, Runtime.Port>();
  const hangUp = () => {
    for (const port of ports.values()) port.disconnect();
    ports.clear();
  };
  frameIds.forEach((frameId, index) => {
    const port = browser.tabs.connect(tabId, { name: PICK_PORT, frameId });
    ports.set(frameId, port);
    port.onMessage.addListener((message: unknown) => {
      const checked = checkShape(PICK_ANSWER_SHAPE, message);
      if (!checked.ok || !ports.has(frameId)) return;
      hangUp();
      onAnswer(checked.value, frameId);
    });
    port.onDisconnect.addListener(() => {
      if (ports.delete(frameId) && ports.size === 0) onLeft();
    });
    port.postMessage({ ...order, frameIds: [...frameIds], leads: index === 0 } satisfies PickOrder);
  });
  return hangUp;
}
