// What is in force: settings, the one config, and which of its portals are wanted. A cache over the database;
// whoever writes either calls `forget`.
import { type Lock, toLocks } from '../../utils/config/locks';
import { readManagedPolicy } from '../../utils/config/managed-policy';
import { compileMatcher, type Matcher } from '../../utils/config/match';
import { parseDomainConfig } from '../../utils/config/parse';
import { resolveConfig } from '../../utils/config/resolve';
import type { Portal } from '../../utils/config/schema';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { sha256 } from '../../utils/platform/digest';
import { randomId } from '../../utils/platform/random';
import { noteConfigInForce } from '../../utils/storage/config-store';
import type { Ledger, StoredConfig } from '../../utils/storage/database';
import { claimDatabase } from '../../utils/storage/installation';
import { readSettings, type Settings } from '../../utils/storage/settings';
import { noteLocks, readPolicyReading } from '../../utils/storage/source-store';

export interface InForce {
  settings: Settings;
  config: StoredConfig;
  portals: Portal[];
  matcher: Matcher;
  /** What the administrator fixed, by the list or by policy. */
  locks: Lock[];
}

export interface InForceSource {
  read(): Promise<InForce>;
  forget(): void;
}

export function makeInForce(db: Ledger): InForceSource {
  let cached: Promise<InForce> | null = null;
  const load = async (): Promise<InForce> => {
    await claimDatabase(db, randomId());
    const [settings, stored, bundled, reading] = await Promise.all([
      readSettings(db),
      db.configs.toArray(),
      readBundled(),
      readPolicyReading(db),
    ]);
    const config =
      resolveConfig(stored.concat(bundled).map((row) => ({ ...row, source: row.id }))) ?? bundled;
    await noteConfigInForce(db, config, systemClock().wall);
    const locks = toLocks(config.config.locked, readManagedPolicy(reading.values).policy.locked);
    await noteLocks(db, locks);
    const wanted = settings.portalIds === null ? null : new Set(settings.portalIds);
    const portals = config.config.portals.filter((portal) => wanted?.has(portal.id) ?? true);
    return {
      settings,
      config,
      portals,
      matcher: compileMatcher({ portals }),
      locks,
    };
  };
  return {
    read() {
      cached ??= load().catch((error: unknown) => {
        cached = null;
        throw error;
      });
      return cached;
    },
    forget() {
      cached = null;
    },
  };
}

async function readBundled(): Promise<StoredConfig> {
  const response = await fetch(browser.runtime.getURL('/configs/bundled.json'));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const parsed = parseDomainConfig(bytes);
  if (!parsed.ok) throw new Error('the bundled config is broken');
  return { id: 'bundled', config: parsed.value.config, hash: await sha256(bytes), fetchedAt: 0 };
}
