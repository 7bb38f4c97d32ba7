// Settings: small values with names, types and defaults in one place.
import type { Badge } from '../domain/badge';
import type { RetentionMonths } from '../domain/retention';
import type { Ledger } from './database';

export interface Settings {
  /** When the person said yes; null before. */
  consentAt: number | null;
  /** When recording was paused; null while it runs. */
  pausedAt: number | null;
  /** When that pause ends by itself; null: when the person says so. */
  pausedUntil: number | null;
  /** What the toolbar button says. */
  badge: Badge;
  /** The idle timeout T, in milliseconds. */
  idleTimeoutMs: number;
  /** Whose records are being made. */
  personId: string | null;
  region: string | null;
  /** The portals that are switched on; null for all of the config in force. */
  portalIds: string[] | null;
  /** The study code of each person's exports, by person. */
  studyCodes: Record<string, string>;
  /** When each person's last backup was saved. */
  backups: Record<string, number>;
  /** After how many months single records go; null for never. */
  retentionMonths: RetentionMonths | null;
  /** Whose records are made when the browser starts; null: with several people, nobody's until one is chosen. */
  startPersonId: string | null;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  consentAt: null,
  pausedAt: null,
  pausedUntil: null,
  badge: 'off',
  idleTimeoutMs: 60_000,
  personId: null,
  region: null,
  portalIds: null,
  studyCodes: {},
  backups: {},
  retentionMonths: null,
  startPersonId: null,
};

export async function readSettings(db: Ledger): Promise<Settings> {
  const rows = await db.settings.toArray();
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

export async function writeSettings(db: Ledger, changes: Partial<Settings>): Promise<void> {
  await db.settings.bulkPut(Object.entries(changes).map(([key, value]) => ({ key, value })));
}
