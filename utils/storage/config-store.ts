// Domain configs at rest: the last good one of each source, and the history of what was in force when.
import { isBurden } from '../config/match';
import { acceptUpdate, type ConfigSource } from '../config/resolve';
import type { DomainConfig } from '../config/schema';
import { type Result, succeed } from '../platform/problem';
import type { ConfigHistory, Ledger, StoredConfig } from './database';

/** Stores a config as its source's last good one, unless it is an older version of the one there: then that stays. */
export async function putConfig(
  db: Ledger,
  source: ConfigSource,
  config: DomainConfig,
  hash: string,
  now: number,
): Promise<Result<StoredConfig>> {
  return db.transaction('rw', db.configs, async () => {
    const current = (await db.configs.get(source)) ?? null;
    const incoming: StoredConfig = { id: source, config, hash, fetchedAt: now };
    const accepted = acceptUpdate(current, incoming);
    if (!accepted.ok) return accepted;
    await db.configs.put(incoming);
    return succeed(incoming);
  });
}

/** A list that came to be signed is one list, not two. */
export async function putSubscribedConfig(
  db: Ledger,
  source: 'signed' | 'unsigned',
  config: DomainConfig,
  hash: string,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.configs, async () => {
    await db.configs.bulkDelete(['signed', 'unsigned']);
    await db.configs.put({ id: source, config, hash, fetchedAt: now });
  });
}

export async function subscribedConfig(db: Ledger): Promise<StoredConfig | null> {
  return (await db.configs.get('signed')) ?? (await db.configs.get('unsigned')) ?? null;
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
