// The burden of each day as columns. A day the meter could not see is hatched to full height and named so: it
// is unknown, not zero. A day seen without burden keeps its baseline.
import { useId } from 'preact/hooks';
import { formatDate, formatDayOfMonth, formatDuration, formatWeekday } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { DayPoint } from '../utils/storage/overview';
import { fillOf, PatternDefs } from './patterns';

interface DayChartProps {
  days: readonly DayPoint[];
  today: string;
  width: number;
  height: number;
}

const LABEL_HEIGHT = 16;

const inWords = (day: DayPoint) =>
  t('labelled', formatDate(day.localDate), day.observed ? formatDuration(day.burdenMs) : t('unobserved'));

export function DayChart({ days, today, width, height }: DayChartProps) {
  const prefix = useId();
  const plot = height - LABEL_HEIGHT;
  const step = width / Math.max(1, days.length);
  const bar = Math.min(28, Math.max(3, step * 0.66));
  const highest = Math.max(1, ...days.map((day) => day.burdenMs));
  const letters = days.length <= 7;
  return (
    <svg
      class="day-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('days_label', days.map(inWords).join(t('list_separator')))}
    >
      <PatternDefs prefix={prefix} fills={['unobserved']} />
      {days.map((day, index) => {
        const tall = day.observed
          ? Math.max((day.burdenMs / highest) * plot, day.burdenMs > 0 ? 1.5 : 0)
          : plot;
        const x = index * step + (step - bar) / 2;
        const isToday = day.localDate === today;
        return (
          <g key={day.localDate} class={isToday ? 'today' : ''}>
            <title>{inWords(day)}</title>
            <rect x={index * step} width={step} height={height} fill="transparent" />
            <rect
              class={day.observed ? 'seen' : 'unseen-day'}
              x={x}
              y={plot - tall}
              width={bar}
              height={tall}
              fill={day.observed ? 'var(--measured)' : fillOf(prefix, 'unobserved')}
            />
            {letters || isLabelled(index, days.length) ? (
              <text x={index * step + step / 2} y={height - 3} text-anchor="middle">
                {isToday && letters
                  ? t('today_short')
                  : letters
                    ? formatWeekday(day.localDate)
                    : formatDayOfMonth(day.localDate)}
              </text>
            ) : null}
          </g>
        );
      })}
      <line class="baseline" x1="0" x2={width} y1={plot} y2={plot} />
    </svg>
  );
}

/** In a long range every fifth day counted from the last has its number, so that the last one always has. */
const isLabelled = (index: number, length: number) => (length - 1 - index) % 5 === 0;

export const unobservedDays = (days: readonly DayPoint[]) => days.filter((day) => !day.observed).length;

export function UnobservedKey({ count }: { count: number }) {
  const prefix = useId();
  if (count === 0) return null;
  return (
    <span class="unobserved-key">
      <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
        <PatternDefs prefix={prefix} fills={['unobserved']} />
        <rect class="unseen-day" x="0.5" y="0.5" width="11" height="11" fill={fillOf(prefix, 'unobserved')} />
      </svg>
      {tCount('unobserved_days', count)}
    </span>
  );
}
