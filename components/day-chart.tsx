// The burden of each day as columns.
import { useId } from 'preact/hooks';
import { formatDuration } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { DayPoint } from '../utils/storage/overview';
import { ColumnChart } from './column-chart';
import { fillOf, PatternDefs } from './patterns';

interface DayChartProps {
  days: readonly DayPoint[];
  today: string;
  width: number;
  height: number;
}

export function DayChart(props: DayChartProps) {
  return (
    <ColumnChart
      {...props}
      numberOf={(day) => day.burdenMs}
      format={formatDuration}
      label={(words) => t('days_label', words)}
    />
  );
}

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
