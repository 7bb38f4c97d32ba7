// Domain configs at rest: the imported one, and the history of what was in force when.
import { isBurden } from '../config/match';
import { acceptUpdate } from '../config/resolve';
import type { DomainConfig } from '../config/schema';
import { type Result, succeed } from '../platform/problem';
import type { ConfigHistory, Ledger, StoredConfig } from './database';

/** Stores an imported config, unless it is an older version of the one there: then that one stays. */
export async function putImportedConfig(
  db: Ledger,
  config: DomainConfig,
  hash: string,
  now: number,
): Promise<Result<StoredConfig>> {
  return db.transaction('rw', db.configs, async () => {
    const current = (await db.configs.get('imported')) ?? null;
    const incoming: StoredConfig = { id: 'imported', config, hash, fetchedAt: now };
    const accepted = acceptUpdate(current, incoming);
    if (!accepted.ok) return accepted;
    await db.configs.put(incoming);
    return succeed(incoming);
  });
}

/** One line of history each time another document comes into force. */
export async function noteConfigInForce(db: Ledger, stored: StoredConfig, now: number): Promise<void> {
  await db.transaction('rw', db.configHistory, async () => {
    const last = await db.configHistory.toCollection().last();
    if (last?.hash === stored.hash && last.source === stored.id) return;
    await db.configHistory.add(historyOf(stored, now));
  });
}

function historyOf(stored: StoredConfig, from: number): ConfigHistory {
  const { config } = stored;
  return {
    configId: config.id,
    version: config.version,
    hash: stored.hash,
    source: stored.id,
    title: config.title,
    calendar: config.calendar,
    from,
    portals: Object.fromEntries(
      config.portals.map((portal) => [
        portal.id,
        {
          title: portal.title,
          category: portal.category,
          burden: isBurden(portal),
          department: portal.department,
          dues: portal.forms.flatMap(({ route, due }) => (due === null ? [] : [{ route, due }])),
        },
      ]),
    ),
  };
}
