// The first portal that was measured for whoever is here: what the welcome page waits for.
import { textIn } from '../config/local-text';
import { UNASSIGNED_PERSON_ID } from '../domain/records';
import type { Ledger } from './database';
import { portalNames } from './portal-names';
import { readSettings } from './settings';

/** Its name; null while nothing was seen. */
export async function readFirstSeen(db: Ledger, language: string): Promise<string | null> {
  const personId = (await readSettings(db)).personId ?? UNASSIGNED_PERSON_ID;
  const first = await db.days
    .where('[personId+localDate]')
    .between([personId, ''], [personId, '\uffff'])
    .first();
  if (!first) return null;
  const known = portalNames(await db.configHistory.toArray()).get(first.portalId);
  return known ? textIn(known.title, language) : first.portalId;
}
