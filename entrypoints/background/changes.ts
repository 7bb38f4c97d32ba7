// Anything that changes what is in force goes through here: what was observed until now is written down, then
// the change is made, then scripts, pages and coverage follow it.
import { carryChoice } from '../../utils/config/carry-choice';
import type { Ledger, StoredConfig } from '../../utils/storage/database';
import { DEFAULT_SETTINGS, type Settings, writeSettings } from '../../utils/storage/settings';
import { noteCoverage } from './coverage';
import type { InForce, InForceSource } from './in-force';
import { bringScriptsUpToDate } from './portal-scripts';

export interface Changes {
  change<T>(work: () => Promise<T>): Promise<T>;
  /** Brings everything that follows from settings and config up to date with them. */
  settle(): Promise<void>;
}

export function makeChanges(db: Ledger, inForce: InForceSource): Changes {
  const settle = async (before: InForce | null = null) => {
    inForce.forget();
    let state = await inForce.read();
    const corrections = { ...(before ? carried(before, state) : {}), ...lockedDefaults(state) };
    if (Object.keys(corrections).length > 0) {
      await writeSettings(db, corrections);
      inForce.forget();
      state = await inForce.read();
    }
    await bringScriptsUpToDate(inForce);
    await noteCoverage(db, state);
  };
  return {
    settle: () => settle(),
    async change(work) {
      const before = await inForce.read();
      await noteCoverage(db, before);
      const result = await work();
      await settle(before);
      return result;
    },
  };
}

function carried(before: InForce, after: InForce): Partial<Settings> {
  if (before.config.hash === after.config.hash) return {};
  const { portalIds, region, consentAt } = after.settings;
  // Before consent nobody has chosen anything; the starter list waits for the province.
  if (consentAt === null && portalIds === null) return {};
  return { portalIds: carryChoice(toList(before.config), toList(after.config), portalIds, region) };
}

/** What is locked stands at its default; records keep all they need for any other. */
function lockedDefaults({ settings, locks }: InForce): Partial<Settings> {
  const changes: Partial<Settings> = {};
  const { idleTimeoutMs } = DEFAULT_SETTINGS;
  if (locks.includes('idleTimeout') && settings.idleTimeoutMs !== idleTimeoutMs)
    changes.idleTimeoutMs = idleTimeoutMs;
  if (locks.includes('portals') && settings.portalIds !== null) changes.portalIds = null;
  return changes;
}

const toList = ({ id, config }: StoredConfig) => ({
  config,
  isStarter: id === 'bundled' && !__MANAGED_BUILD__,
});
