import { t, tCount } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { DayChart, UnobservedKey, unobservedDays } from './day-chart';
import { Duration } from './metric-value';

/** The last seven days: a picture and its sum. The sum has a hook of its own: `data-metric` is today's. */
export function WeekLine({ week }: { week: Overview }) {
  const unobserved = unobservedDays(week.days);
  return (
    <section class="week" aria-label={t('week')}>
      <DayChart days={week.days} today={week.to} width={196} height={56} />
      <div>
        <p class="small">{tCount('days_burden', week.days.length)}</p>
        {unobserved === week.days.length ? null : (
          <p class="week-sum">
            <Duration
              ms={week.totals.burdenMs}
              hooks={{ 'data-week-metric': 'burdenMs', 'data-value': week.totals.burdenMs }}
            />
          </p>
        )}
        <UnobservedKey count={unobserved} />
      </div>
    </section>
  );
}
