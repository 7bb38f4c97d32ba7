import { dateKeyAt } from '../../utils/domain/local-day';
import { systemClock } from '../../utils/platform/clock';

/** The local date of this machine now. */
export function readToday(): string {
  const { wall, utcOffsetMin } = systemClock();
  return dateKeyAt(wall, utcOffsetMin);
}
