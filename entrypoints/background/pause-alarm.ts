// Wakes the worker when a pause begins or ends by itself, so that pages hear of it at once.
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { readNextChange } from '../../utils/storage/pause-state';
import type { InForce } from './in-force';

export const PAUSE_ALARM = 'pause';

export async function schedulePause(state: InForce): Promise<void> {
  const next = readNextChange(state, systemClock().wall);
  const known = await browser.alarms.get(PAUSE_ALARM);
  if (next === null) {
    if (known) await browser.alarms.clear(PAUSE_ALARM);
  } else if (known?.scheduledTime !== next) {
    await browser.alarms.create(PAUSE_ALARM, { when: next });
  }
}
