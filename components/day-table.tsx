import { formatDate } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { DayPoint } from '../utils/storage/overview';
import { Duration } from './metric-value';

export function DayTable({ days }: { days: readonly DayPoint[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col">{t('metric_burdenMs_name')}</th>
          <th scope="col">{t('metric_activeMs_name')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.localDate}>
            <th scope="row">{formatDate(day.localDate)}</th>
            {day.observed ? (
              <>
                <td>
                  <Duration ms={day.burdenMs} />
                </td>
                <td>
                  <Duration ms={day.activeMs} />
                </td>
              </>
            ) : (
              <td colSpan={2} class="unobserved">
                {t('unobserved')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
