// Keeps the content script registered for exactly the hosts that are configured, wanted and granted, and
// publishes to each host what its pages need to know. Run whenever any of these may have changed: Chromium
// clears registrations with every update of the extension.
import { compilePlan } from '../../utils/config/page-plan';
import { contentScriptMatches, pagePlans, reconcile } from '../../utils/config/registration-plan';
import { KNOWN_WORDS } from '../../utils/domain/word-table';
import { isPlanKey, METER_KEY, type MeterState, planKey, WORDS_KEY } from '../../utils/messaging/publication';
import { browser } from '../../utils/platform/browser';
import type { InForce, InForceSource } from './in-force';

const SCRIPT_ID = 'portal';
const SCRIPT_FILE = 'content-scripts/portal.js';

/**
 * `restarted` is true after an installation or update: scripts of the version before may still be in open
 * tabs, and are dead. A worker that merely wakes up finds everything in place and touches no page.
 */
export function bringScriptsUpToDate(inForce: InForceSource, restarted = false): Promise<void> {
  // One after another: several events at a start would register the same script twice. What is in force is
  // read when the turn has come: an older state must not undo what a newer one has brought about.
  const turn = last.then(async () => bring(await inForce.read(), restarted));
  last = turn.catch(() => undefined);
  return turn;
}

let last: Promise<void> = Promise.resolve();

async function bring(state: InForce, restarted: boolean): Promise<void> {
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
  const unchanged = known !== undefined && isSame(known.matches ?? [], wanted);
  if (!known) await browser.scripting.registerContentScripts([script]);
  else if (!unchanged) await browser.scripting.updateContentScripts([script]);
  if (!unchanged || restarted) await startInOpenTabs(wanted);
}

/** Writes only what differs: every change wakes the frames that listen for it. */
async function publish({ settings, config, portals }: InForce): Promise<void> {
  const meter: MeterState = {
    recording: settings.consentAt !== null && settings.pausedAt === null,
    idleTimeoutMs: settings.idleTimeoutMs,
    configHash: config.hash,
  };
  const ids = portals.map((portal) => portal.id);
  const plans = settings.consentAt === null ? {} : pagePlans(config.config, ids);
  const wanted: Record<string, unknown> = { [METER_KEY]: meter, [WORDS_KEY]: KNOWN_WORDS };
  for (const [host, plan] of Object.entries(plans)) wanted[planKey(host)] = compilePlan(plan, host);
  const known = await browser.storage.local.get(null);
  const stale = Object.keys(known).filter((key) => isPlanKey(key) && !(key in wanted));
  const changed = Object.entries(wanted).filter(([key, value]) => !isEqual(known[key], value));
  if (stale.length > 0) await browser.storage.local.remove(stale);
  if (changed.length > 0) await browser.storage.local.set(Object.fromEntries(changed));
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

/** Deep equality of JSON values; Chromium hands stored objects back with their keys sorted. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
