// Keeps the content script registered for exactly the hosts that are configured, wanted and granted, and
// publishes to each host what its pages need to know. Run whenever any of these may have changed: Chromium
// clears registrations with every update of the extension.
import { contentScriptMatches, pagePlans, reconcile } from '../../utils/config/registration-plan';
import { isPlanKey, METER_KEY, type MeterState, planKey } from '../../utils/messaging/publication';
import { browser } from '../../utils/platform/browser';
import type { InForce } from './in-force';

const SCRIPT_ID = 'portal';
const SCRIPT_FILE = 'content-scripts/portal.js';

export async function bringScriptsUpToDate(state: InForce): Promise<void> {
  await publish(state);
  const granted = (await browser.permissions.getAll()).origins ?? [];
  const { register } = reconcile(granted, contentScriptMatches(state.portals));
  const wanted = state.settings.consentAt === null ? [] : register;
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (wanted.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    matches: wanted,
    js: [SCRIPT_FILE],
    allFrames: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
  if (!known) await browser.scripting.registerContentScripts([script]);
  else if (!isSame(known.matches ?? [], wanted)) await browser.scripting.updateContentScripts([script]);
  await startInOpenTabs(wanted);
}

async function publish({ settings, config, portals }: InForce): Promise<void> {
  const meter: MeterState = {
    recording: settings.consentAt !== null && settings.pausedAt === null,
    idleTimeoutMs: settings.idleTimeoutMs,
    configHash: config.hash,
  };
  const plans =
    settings.consentAt === null
      ? {}
      : pagePlans(
          config.config,
          portals.map((portal) => portal.id),
        );
  const published = Object.fromEntries(Object.entries(plans).map(([host, plan]) => [planKey(host), plan]));
  const known = Object.keys(await browser.storage.local.get(null)).filter(isPlanKey);
  await browser.storage.local.remove(known.filter((key) => !(key in published)));
  await browser.storage.local.set({ ...published, [METER_KEY]: meter });
}

/** Pages that were open before have no script yet; one that has it lets a second one go by. */
async function startInOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      try {
        await browser.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          files: [SCRIPT_FILE],
        });
      } catch {
        // The tab went away, or shows an error page or a discarded one: it gets its script when it loads.
      }
    }),
  );
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join() === [...b].sort().join();
