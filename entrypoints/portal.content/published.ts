// What the background published for this host, made ready for looking up addresses.
import type { AddressPlan } from '../../utils/config/page-plan';
import type { KnownWords } from '../../utils/domain/lexicon';
import { METER_KEY, type MeterState, planKey, WORDS_KEY } from '../../utils/messaging/publication';
import { locate } from '../../utils/page/locate';
import type { Place } from '../../utils/page/portal-page';
import { frameBrowser } from '../../utils/platform/frame-browser';

export interface Ready {
  meter: MeterState;
  locate(address: string): Place | null;
}

const OFF: MeterState = { recording: false, idleTimeoutMs: 60_000, configHash: '' };

export async function readPublished(): Promise<Ready> {
  const keys = hostKeys(location.hostname).map(planKey);
  const stored = await frameBrowser.storage.local.get([METER_KEY, WORDS_KEY, ...keys]);
  const key = keys.find((each) => each in stored);
  const plan = key === undefined ? null : (stored[key] as AddressPlan);
  const known = stored[WORDS_KEY] as KnownWords;
  return {
    meter: (stored[METER_KEY] as MeterState | undefined) ?? OFF,
    locate: (address) => plan && locate(plan, known, address, window !== window.top),
  };
}

/** As `hostKeys` of the config's patterns has them, and some more that nothing is ever published for. */
function hostKeys(hostname: string): string[] {
  const host = hostname.replace(/\.$/, '');
  const labels = host.split('.');
  return [host, ...labels.map((_, from) => `*.${labels.slice(from).join('.')}`)];
}
