// What the meter can see now, for the coverage rows.
import { hostPermissions, reconcile } from '../../utils/config/registration-plan';
import { UNASSIGNED_PERSON_ID } from '../../utils/domain/records';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { advanceCoverage, type CoverageNow } from '../../utils/storage/coverage-store';
import type { Ledger } from '../../utils/storage/database';
import { noteHostsGranted } from '../../utils/storage/granted-hosts';
import { readPause } from '../../utils/storage/pause-state';
import type { InForce } from './in-force';

export async function noteCoverage(
  db: Ledger,
  state: InForce,
  restarted = false,
  at = systemClock().wall,
): Promise<void> {
  const { settings, config, portals } = state;
  if (settings.consentAt === null) return;
  const common = {
    personId: settings.personId ?? UNASSIGNED_PERSON_ID,
    configHash: config.hash,
    version: browser.runtime.getManifest().version,
  };
  const granted = (await browser.permissions.getAll()).origins ?? [];
  const blind = portals.filter((portal) => reconcile(granted, hostPermissions([portal])).missing.length > 0);
  await noteHostsGranted(db, reconcile(granted, hostPermissions(portals)).register.length > 0);
  // Where no host is granted nothing can be seen: that is no zero.
  const sees = blind.length < portals.length ? 'recording' : 'noPermission';
  const rows: CoverageNow[] = [{ ...common, state: readPause(state, at) === null ? sees : 'paused' }];
  for (const portal of blind) rows.push({ ...common, state: 'noPermission', portalId: portal.id });
  await advanceCoverage(db, rows, at, restarted);
}
