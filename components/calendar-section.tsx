// The days of the range as a calendar: weeks side by side, Monday on top.
import { isoWeekday } from '../utils/domain/calendar';
import { formatDate, formatDuration, formatMonth } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { DayPoint, Overview } from '../utils/storage/overview';
import { UnobservedKey, unobservedDays } from './day-chart';
import { DayTable } from './day-table';
import { Disclosure } from './disclosure';
import { type Cell, SquareGrid } from './square-grid';
import { shortWeekdayName, WEEKDAYS } from './weekdays';

/** Under two weeks the columns of the days say it better. */
const MIN_DAYS = 14;
const CELL = 20;

export function CalendarSection({ overview }: { overview: Overview }) {
  const { days } = overview;
  const most = days.reduce<DayPoint | null>(
    (best, day) => (day.burdenMs > (best?.burdenMs ?? 0) ? day : best),
    null,
  );
  if (days.length < MIN_DAYS || !most) return null;
  const offset = isoWeekday(overview.from) - 1;
  const cells = days.map((day, index): Cell => {
    const said = day.observed ? formatDuration(day.burdenMs) : t('unobserved');
    return {
      column: Math.floor((index + offset) / 7),
      row: (index + offset) % 7,
      value: day.observed ? day.burdenMs : null,
      words: t('labelled', formatDate(day.localDate), said),
    };
  });
  const sentence = t('calendar_sentence', formatDate(most.localDate), formatDuration(most.burdenMs));
  return (
    <section>
      <h2>{t('calendar')}</h2>
      <p class="sentence">{sentence}</p>
      <SquareGrid
        cells={cells}
        rows={WEEKDAYS.map(shortWeekdayName)}
        columns={monthLabels(days, cells)}
        columnCount={(cells.at(-1)?.column ?? 0) + 1}
        size={CELL}
        label={t('calendar_label', sentence)}
      />
      <UnobservedKey count={unobservedDays(days)} />
      <Disclosure label={t('as_table')}>
        <DayTable days={days} />
      </Disclosure>
    </section>
  );
}

/** A month's name over the week of its first day; the range's first month too, where the next leaves it room. */
function monthLabels(days: readonly DayPoint[], cells: readonly Cell[]) {
  const labels = days.flatMap((day, index) =>
    index === 0 || day.localDate.endsWith('-01')
      ? [{ at: cells[index]?.column ?? 0, text: formatMonth(day.localDate) }]
      : [],
  );
  return labels.filter(({ at }, index) => (labels[index + 1]?.at ?? Number.POSITIVE_INFINITY) - at >= 2);
}
