// What a worker does first, whatever woke it: takes up what was awaited, and brings everything up to what is in
// force.
import type { Ledger } from '../../utils/storage/database';
import { finishRepair } from '../../utils/storage/day-store';
import type { InForceSource } from './in-force';
import { schedulePause } from './pause-alarm';
import { bringScriptsUpToDate } from './portal-scripts';
import type { Recorder } from './recorder';
import { isNewSession, keepUp, scheduleUpkeep } from './upkeep';

export async function wake(
  db: Ledger,
  inForce: InForceSource,
  recorder: Recorder,
  sources: { follow(): Promise<void> },
): Promise<void> {
  await recorder.resume();
  await finishRepair(db);
  await scheduleUpkeep();
  if (await isNewSession()) await keepUp(db, await inForce.read(), true);
  await bringScriptsUpToDate(inForce);
  await schedulePause(await inForce.read());
  await sources.follow();
}
