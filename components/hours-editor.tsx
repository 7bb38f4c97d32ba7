// Working hours by weekday, from a date on; and the days on duty. Times are the reader's own local ones.
import { useState } from 'preact/hooks';
import type { DateKey, WorkingHours } from '../utils/domain/records';
import { hoursAreSound } from '../utils/domain/working-time';
import { formatDate } from '../utils/format';
import { type MessageKey, t } from '../utils/platform/messages';

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Morning, afternoon, evening: more intervals a day than anybody works. */
const INTERVALS = [0, 1, 2] as const;

/** What stands in the two time fields of one interval: `HH:MM`, or nothing. */
type Pair = [from: string, to: string];
type Draft = Record<Weekday, Pair[]>;

const toText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const toMinutes = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};

const draftOf = (hours: WorkingHours): Draft =>
  Object.fromEntries(
    WEEKDAYS.map((day) => [
      day,
      INTERVALS.map((n): Pair => {
        const interval = hours[day]?.[n];
        return interval ? [toText(interval[0]), toText(interval[1])] : ['', ''];
      }),
    ]),
  ) as Draft;

function hoursOf(draft: Draft): WorkingHours {
  const hours: WorkingHours = {};
  for (const day of WEEKDAYS) {
    const filled = draft[day].filter(([from, to]) => from !== '' || to !== '');
    if (filled.length > 0) hours[day] = filled.map(([from, to]) => [toMinutes(from), toMinutes(to)] as const);
  }
  return hours;
}

interface HoursEditorProps {
  hours: WorkingHours;
  today: DateKey;
  onHours: (from: DateKey, hours: WorkingHours) => void;
}

export function HoursEditor({ hours, today, onHours }: HoursEditorProps) {
  const [draft, setDraft] = useState(() => draftOf(hours));
  const [from, setFrom] = useState(today);
  const wanted = hoursOf(draft);
  const sound = hoursAreSound(wanted);
  const set = (day: Weekday, n: number, end: 0 | 1, value: string) => {
    const pairs = draft[day].map((pair): Pair => [...pair]);
    const pair = pairs[n];
    if (pair) pair[end] = value;
    setDraft({ ...draft, [day]: pairs });
  };
  const field = (day: Weekday, n: (typeof INTERVALS)[number], end: 0 | 1) => (
    <input
      type="time"
      aria-label={t(`hours_label_${end}`, t(`weekday_${day}` satisfies MessageKey), n + 1)}
      value={draft[day][n]?.[end] ?? ''}
      onInput={(event) => set(day, n, end, event.currentTarget.value)}
    />
  );
  return (
    <form
      class="hours"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) onHours(from, wanted);
      }}
    >
      <table>
        <tbody>
          {WEEKDAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{t(`weekday_${day}` satisfies MessageKey)}</th>
              {INTERVALS.map((n) => (
                <td key={n}>
                  {field(day, n, 0)}–{field(day, n, 1)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <button
          type="button"
          onClick={() => setDraft({ ...draft, 2: draft[1], 3: draft[1], 4: draft[1], 5: draft[1] } as Draft)}
        >
          {t('hours_copy')}
        </button>
      </p>
      <p>
        <label>
          {t('hours_from')}{' '}
          <input type="date" value={from} required onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>{' '}
        <button type="submit" class="primary" disabled={!sound || from === ''}>
          {t('hours_save')}
        </button>
      </p>
      {sound ? null : <p role="alert">{t('hours_unsound')}</p>}
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
      <label>
        {t('duty_day')}{' '}
        <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
      </label>{' '}
      <button
        type="button"
        disabled={date === '' || days.includes(date)}
        onClick={() => onDutyDay(date, true)}
      >
        {t('duty_add')}
      </button>
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
    </div>
  );
}
