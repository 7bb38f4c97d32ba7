// At which hours of the week the time lay. Always measured at T = 60 s, and says so.
import { formatDuration, formatHour, formatTimeout } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { Disclosure } from './disclosure';
import { Duration } from './metric-value';
import { type Cell, SquareGrid } from './square-grid';
import { shortWeekdayName, WEEKDAYS, weekdayName } from './weekdays';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const EVERY_THIRD = HOURS.filter((hour) => hour % 3 === 0);
const CELL = 24;

export function WeekHoursSection({ overview }: { overview: Overview }) {
  const { hours, observedHours } = overview;
  const msAt = (day: number, hour: number) => {
    const ms = hours[day]?.[hour] ?? 0;
    return ms > 0 || (observedHours[day]?.[hour] ?? 0) > 0 ? ms : null;
  };
  const cells = WEEKDAYS.flatMap((day, row) =>
    HOURS.map((column): Cell => {
      const value = msAt(row, column);
      const said = value === null ? t('unobserved') : formatDuration(value);
      return { row, column, value, words: t('labelled', `${weekdayName(day)} ${formatHour(column)}`, said) };
    }),
  );
  const most = cells.reduce((best, cell) => ((cell.value ?? 0) > (best.value ?? 0) ? cell : best));
  if (!most.value) return null;
  const sentence = t(
    'hours_sentence',
    `${weekdayName(WEEKDAYS[most.row] ?? 1)} ${formatHour(most.column)}`,
    formatDuration(most.value),
  );
  return (
    <section>
      <h2>{t('by_hour')}</h2>
      <p class="sentence">{sentence}</p>
      <SquareGrid
        cells={cells}
        rows={WEEKDAYS.map(shortWeekdayName)}
        columns={EVERY_THIRD.map((at) => ({ at, text: String(at) }))}
        columnCount={24}
        size={CELL}
        label={t('hours_label', sentence)}
      />
      <p class="small">
        {t('hours_note')} {t('explain_timeout', formatTimeout(60_000))}
      </p>
      <Disclosure label={t('as_table')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section class="scroll" tabIndex={0} aria-label={t('by_hour')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('hour')}</th>
                {WEEKDAYS.map((day) => (
                  <th key={day} scope="col">
                    {shortWeekdayName(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {HOURS.filter((hour) => WEEKDAYS.some((_, row) => msAt(row, hour))).map((hour) => (
                <tr key={hour}>
                  <th scope="row">{formatHour(hour)}</th>
                  {WEEKDAYS.map((day, row) => (
                    <Value key={day} value={msAt(row, hour)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Disclosure>
    </section>
  );
}

function Value({ value }: { value: number | null }) {
  return value === null ? (
    <td class="unobserved">{t('unobserved')}</td>
  ) : (
    <td>
      <Duration ms={value} />
    </td>
  );
}
