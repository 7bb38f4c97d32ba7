// The first portal that was measured for whoever is here, and for how long: what the welcome page waits for. The
// number is there from the first checkpoint on, so nobody has to look for it elsewhere.
import { textIn } from '../config/local-text';
import { UNASSIGNED_PERSON_ID } from '../domain/records';
import type { Ledger } from './database';
import type { FirstSeen } from './overview';
import { portalNames } from './portal-names';
import { atTimeout } from './queries';
import { readSettings } from './settings';

/** null while nothing was seen. */
export async function readFirstSeen(db: Ledger, language: string): Promise<FirstSeen | null> {
  const { personId, idleTimeoutMs } = await readSettings(db);
  const first = await db.days
    .where('[personId+localDate]')
    .between([personId ?? UNASSIGNED_PERSON_ID, ''], [personId ?? UNASSIGNED_PERSON_ID, '\uffff'])
    .first();
  if (!first) return null;
  const known = portalNames(await db.configHistory.toArray()).get(first.portalId);
  const title = known ? textIn(known.title, language) : first.portalId;
  return { portalId: first.portalId, title, activeMs: first[atTimeout(idleTimeoutMs).active] };
}
