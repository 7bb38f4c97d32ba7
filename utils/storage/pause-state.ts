// The pause as it stands: the settings' wish and the person's, by the calendar of the list in force.
import { dateKeyAt, offsetAt } from '../domain/local-day';
import { type LocalDays, nextPauseChange, type Pause, type PauseWish, pauseAt } from '../domain/pause';
import type { Person } from '../domain/records';
import { workingDay } from '../domain/working-time';
import type { ConfigHistory } from './database';
import type { Settings } from './settings';

interface PauseFacts {
  settings: Pick<Settings, 'pausedAt' | 'pausedUntil'>;
  /** null: nobody has said who is here. */
  person: Person | null;
  calendar: ConfigHistory['calendar'] | undefined;
}

export const readPause = (facts: PauseFacts, now: number): Pause | null =>
  pauseAt(wishOf(facts), now, daysOf(facts));

/** When recording stops or goes on by itself. */
export const readNextChange = (facts: PauseFacts, now: number): number | null =>
  nextPauseChange(wishOf(facts), now, daysOf(facts));

const wishOf = ({ settings, person }: PauseFacts): PauseWish => ({
  pausedAt: settings.pausedAt,
  pausedUntil: settings.pausedUntil,
  onlyWorkingHours: person?.onlyWorkingHours ?? false,
});

const daysOf = ({ person, calendar }: PauseFacts): LocalDays => ({
  dateAt: (instant) => dateKeyAt(instant, offsetAt(instant)),
  offsetAt,
  workingDay: (date) => workingDay(person, date, calendar),
});
