// The script by which somebody who writes a list points at something on a page. The background puts it into the
// frames of one open portal page when its button on the extension's own page was pressed; it is registered
// nowhere. It waits for the editor to call, and goes without a trace when the call ends, from either side.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PICK_PORT, PICKER_MARK } from '../../utils/messaging/frame-mark';
import type { PickOrder } from '../../utils/messaging/protocol';
import { startPicker } from '../../utils/page/picker';
import { frameBrowser } from '../../utils/platform/frame-browser';
import { hasPicker, markFrame } from './frames';

const PATIENCE_MS = 10_000;
type Marked = { [PICKER_MARK]?: AbortController };

export default defineUnlistedScript(() => {
  const world = globalThis as Marked;
  world[PICKER_MARK]?.abort();
  const lifetime = new AbortController();
  world[PICKER_MARK] = lifetime;
  const { runtime } = frameBrowser;
  const { signal } = lifetime;
  const waiting = setTimeout(() => lifetime.abort(), PATIENCE_MS);
  const onConnect: Parameters<typeof runtime.onConnect.addListener>[0] = (port) => {
    const isEditor = port.sender?.id === runtime.id && port.sender.url?.startsWith(runtime.getURL(''));
    if (port.name !== PICK_PORT || !isEditor) return;
    clearTimeout(waiting);
    runtime.onConnect.removeListener(onConnect);
    port.onDisconnect.addListener(() => lifetime.abort());
    signal.addEventListener('abort', () => port.disconnect());
    port.onMessage.addListener((message) => {
      const order = message as PickOrder;
      markFrame(signal);
      startPicker({
        order,
        answer(answer) {
          port.postMessage(answer);
          lifetime.abort();
        },
        hasPicker: (frame) => hasPicker(frame, order.frameIds),
        signal,
      });
    });
  };
  runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    clearTimeout(waiting);
    runtime.onConnect.removeListener(onConnect);
    if (world[PICKER_MARK] === lifetime) delete world[PICKER_MARK];
  });
});
