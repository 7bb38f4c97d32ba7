// One column a day. A day the meter could not see is hatched to full height and named so: it is unknown, not
// zero. A day seen without anything keeps its baseline. Columns stand on zero and grow in proportion.
import { useId } from 'preact/hooks';
import { formatDate, formatDayOfMonth, formatMonth, formatWeekday } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { DayPoint } from '../utils/storage/overview';
import { fillOf, PatternDefs } from './patterns';

interface ColumnChartProps {
  days: readonly DayPoint[];
  today: string;
  width: number;
  height: number;
  numberOf: (day: DayPoint) => number;
  format: (value: number) => string;
  /** Says the whole picture, `days` in words put into it. */
  label: (words: string) => string;
}

const LABEL_HEIGHT = 16;
const WIDEST = 28;
const A_WEEK = 7;
const A_MONTH = 31;
/** Wider drawings shrink on a small screen, and their letters must not. */
const NARROW = 320;

export function ColumnChart({ days, today, width, height, numberOf, format, label }: ColumnChartProps) {
  const prefix = useId();
  const plot = height - LABEL_HEIGHT;
  const step = width / Math.max(1, days.length);
  const bar = Math.min(WIDEST, Math.max(Math.min(3, step), step * 0.66));
  const highest = Math.max(1, ...days.map(numberOf));
  const inWords = (day: DayPoint) =>
    t('labelled', formatDate(day.localDate), day.observed ? format(numberOf(day)) : t('unobserved'));
  return (
    <svg
      class={width > NARROW ? 'day-chart wide' : 'day-chart'}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label(days.map(inWords).join(t('list_separator')))}
    >
      <PatternDefs prefix={prefix} fills={['unobserved']} />
      {days.map((day, index) => {
        const value = numberOf(day);
        const tall = day.observed ? Math.max((value / highest) * plot, value > 0 ? 1.5 : 0) : plot;
        const text = labelOf(days, index, today);
        return (
          <g key={day.localDate} class={day.localDate === today ? 'today' : ''}>
            <title>{inWords(day)}</title>
            <rect x={index * step} width={step} height={height} fill="transparent" />
            <rect
              class={day.observed ? 'seen' : 'unseen-day'}
              x={index * step + (step - bar) / 2}
              y={plot - tall}
              width={bar}
              height={tall}
              fill={day.observed ? 'var(--measured)' : fillOf(prefix, 'unobserved')}
            />
            {text === null ? null : (
              // A month's name may be wider than its column: at the very left it would be cut.
              <text
                x={days.length > A_MONTH ? index * step : index * step + step / 2}
                y={height - 3}
                text-anchor={days.length > A_MONTH ? 'start' : 'middle'}
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
      <line class="baseline" x1="0" x2={width} y1={plot} y2={plot} />
    </svg>
  );
}

/** In a week the weekday, in a month every fifth day counted from the last, in more the month where it begins. */
function labelOf(days: readonly DayPoint[], index: number, today: string): string | null {
  const date = days[index]?.localDate ?? '';
  if (days.length <= A_WEEK) return date === today ? t('today_short') : formatWeekday(date);
  if (days.length <= A_MONTH) return (days.length - 1 - index) % 5 === 0 ? formatDayOfMonth(date) : null;
  return date.endsWith('-01') ? formatMonth(date) : null;
}
