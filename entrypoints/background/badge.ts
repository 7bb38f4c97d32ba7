// The toolbar button's badge: off unless the person wants it, and then in grey: minutes of today, or a dot while
// the meter runs. It is brought up to date when the worker is awake anyway, and never wakes it.
import { dateKeyAt } from '../../utils/domain/local-day';
import { UNASSIGNED_PERSON_ID } from '../../utils/domain/records';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import type { Ledger } from '../../utils/storage/database';
import { readPause } from '../../utils/storage/pause-state';
import { readBurdenMs } from '../../utils/storage/queries';
import type { InForce } from './in-force';

const GREY = '#5b6570';
const WHITE = '#ffffff';
const DOT = '•';

export async function showBadge(db: Ledger, state: InForce): Promise<void> {
  const text = await textOf(db, state);
  await browser.action.setBadgeText({ text });
  if (text === '') return;
  await browser.action.setBadgeBackgroundColor({ color: GREY });
  // Chromium has it since 110; before that it chooses by itself.
  await (browser.action as Partial<typeof browser.action>).setBadgeTextColor?.({ color: WHITE });
}

async function textOf(db: Ledger, state: InForce): Promise<string> {
  const { badge, consentAt, personId } = state.settings;
  const { wall, utcOffsetMin } = systemClock();
  if (badge === 'off' || consentAt === null || readPause(state, wall) !== null) return '';
  if (badge === 'dot') return DOT;
  const today = dateKeyAt(wall, utcOffsetMin);
  const ms = await readBurdenMs(db, personId ?? UNASSIGNED_PERSON_ID, today, state.settings.idleTimeoutMs);
  return String(Math.floor(ms / 60_000));
}
