// Whether a person should be reminded of a backup: after a month of records without one, or a month since the
// last one.
import type { Ledger } from './database';
import { readSettings } from './settings';

const DAY_MS = 86_400_000;
const REMIND_AFTER_DAYS = 30;

/** Days since the last backup, null when there is none; undefined when nobody need be reminded. */
export async function readBackupAge(db: Ledger, now: number): Promise<number | null | undefined> {
  const { consentAt, personId, backups } = await readSettings(db);
  if (consentAt === null || now - consentAt < REMIND_AFTER_DAYS * DAY_MS) return undefined;
  const last = backups[personId ?? ''];
  if (last === undefined) return null;
  const days = Math.floor((now - last) / DAY_MS);
  return days > REMIND_AFTER_DAYS ? days : undefined;
}
