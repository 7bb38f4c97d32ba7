// Whether the browser granted any host of the chosen portals. The background notes it with the coverage, so that
// the popup can say it without reading lists and asking for permissions.
import type { Ledger } from './database';

const HOSTS_GRANTED = 'hostsGranted';

/** null: nobody has looked yet. */
export async function readHostsGranted(db: Ledger): Promise<boolean | null> {
  return ((await db.meta.get(HOSTS_GRANTED))?.value as boolean | undefined) ?? null;
}

export async function noteHostsGranted(db: Ledger, granted: boolean): Promise<void> {
  if ((await readHostsGranted(db)) !== granted) await db.meta.put({ key: HOSTS_GRANTED, value: granted });
}
