// Working hours by weekday, from a date on; and the days on duty.
import { useId, useState } from 'preact/hooks';
import type { DateKey, WorkingHours } from '../utils/domain/records';
import { formatDate } from '../utils/format';
import { type MessageKey, t } from '../utils/platform/messages';
import { parseHours, writeHours } from './hours-text';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** More intervals a day than anybody works. */
const MOST_INTERVALS = 3;

interface HoursEditorProps {
  hours: WorkingHours;
  today: DateKey;
  onHours: (from: DateKey, hours: WorkingHours) => void;
}

export function HoursEditor({ hours, today, onHours }: HoursEditorProps) {
  const [texts, setTexts] = useState(() => WEEKDAYS.map((day) => writeHours(hours[day] ?? [])));
  const [from, setFrom] = useState(today);
  const hint = useId();
  const read = texts.map(parseHours);
  const isSound = read.every((intervals) => intervals !== null && intervals.length <= MOST_INTERVALS);
  const save = (event: Event) => {
    event.preventDefault();
    const wanted: WorkingHours = {};
    WEEKDAYS.forEach((day, i) => {
      const intervals = read[i];
      if (intervals && intervals.length > 0) wanted[day] = intervals;
    });
    if (isSound) onHours(from, wanted);
  };
  return (
    <form class="hours" onSubmit={save}>
      {WEEKDAYS.map((day, i) => (
        <label key={day}>
          <span>{t(`weekday_${day}` satisfies MessageKey)}</span>
          <input
            type="text"
            inputMode="text"
            placeholder={t('hours_off')}
            value={texts[i]}
            aria-invalid={read[i] === null}
            aria-describedby={hint}
            onInput={(event) =>
              setTexts(texts.map((text, n) => (n === i ? event.currentTarget.value : text)))
            }
          />
        </label>
      ))}
      <p id={hint} class="small" role={isSound ? undefined : 'alert'}>
        {t(isSound ? 'hours_hint' : 'hours_unsound')}
      </p>
      <p class="hours-from">
        <label>
          {t('hours_from')}{' '}
          <input type="date" value={from} required onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={!isSound || from === ''}>
          {t('hours_save')}
        </button>
        <button
          type="button"
          onClick={() => setTexts(texts.map((text, i) => (i < 5 ? (texts[0] ?? '') : text)))}
        >
          {t('hours_copy')}
        </button>
      </p>
    </form>
  );
}

interface DutyDaysProps {
  days: readonly DateKey[];
  today: DateKey;
  onDutyDay: (date: DateKey, onDuty: boolean) => void;
}

export function DutyDays({ days, today, onDutyDay }: DutyDaysProps) {
  const [date, setDate] = useState(today);
  return (
    <div class="duty-days">
      <p class="hours-from">
        <label>
          {t('duty_day')}{' '}
          <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
        </label>
        <button
          type="button"
          disabled={date === '' || days.includes(date)}
          onClick={() => onDutyDay(date, true)}
        >
          {t('duty_add')}
        </button>
      </p>
      {days.length > 0 ? (
        <ul>
          {days.map((day) => (
            <li key={day}>
              {formatDate(day)}{' '}
              <button type="button" onClick={() => onDutyDay(day, false)}>
                {t('duty_remove')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
