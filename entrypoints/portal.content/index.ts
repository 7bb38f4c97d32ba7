// The script in a frame of a granted host. It reads what was published for its host and starts the sensors;
// where nothing was published, or the address is outside every portal, it does nothing and sends nothing.
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onQuestion, sendSignal } from '../../utils/messaging/frame-messenger';
import type { Questions } from '../../utils/messaging/protocol';
import { RefusedError } from '../../utils/messaging/unwrap';
import { withRetry } from '../../utils/page/outbox';
import { startPortalPage } from '../../utils/page/portal-page';
import { systemClock } from '../../utils/platform/clock';
import { frameBrowser } from '../../utils/platform/frame-browser';
import { recordId } from '../../utils/platform/random';
import { frameDepth, isAlive, takeFrame } from './frame';
import { type Ready, readPublished } from './published';

export default defineContentScript({
  registration: 'runtime',
  main() {
    // Until what was published is read, the frame is nowhere.
    let published: Ready | null = null;
    const depth = frameDepth();
    const lifetime = takeFrame(() => {
      const place = published?.locate(location.href);
      return place ? { portalId: place.portalId, route: place.route, depth } : null;
    });
    if (!lifetime) return;
    void start(lifetime, depth, (next) => {
      published = next;
    });
  },
});

async function start(
  lifetime: AbortController,
  depth: number,
  onPublished: (next: Ready) => void,
): Promise<void> {
  const read = async () => {
    const next = await readPublished();
    onPublished(next);
    return next;
  };
  let published = await read();
  const page = startPortalPage({
    locate: (address) => published.locate(address),
    send: withRetry(sendSignal, (error) => isAlive() && !(error instanceof RefusedError)),
    clock: systemClock,
    randomId: recordId,
    depth,
    idleTimeoutMs: () => published.meter.idleTimeoutMs,
  });
  page.setRecording(published.meter.recording);
  const follow = async () => {
    if (!isAlive()) return lifetime.abort();
    published = await read();
    page.relocate();
    page.setRecording(published.meter.recording);
  };
  const onChanged = () => void follow();
  frameBrowser.storage.local.onChanged.addListener(onChanged);
  onQuestion((type, data) => page.answer(type as keyof Questions, data as never), lifetime.signal);
  lifetime.signal.addEventListener('abort', () => {
    frameBrowser.storage.local.onChanged.removeListener(onChanged);
    page.stop();
  });
}
