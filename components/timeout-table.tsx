import { AT_TIMEOUT } from '../utils/domain/day-summary';
import { formatTimeout } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Totals } from '../utils/storage/overview';
import { Duration } from './metric-value';

/** The same day by four rulers: how much of the figure is the choice of T. */
export function TimeoutTable({ totals, idleTimeoutMs }: { totals: Totals; idleTimeoutMs: number }) {
  return (
    <table class="timeouts">
      <thead>
        <tr>
          <th scope="col">T</th>
          <th scope="col">{t('metric_activeMs_name')}</th>
          <th scope="col">{t('metric_afterHoursMs_name')}</th>
        </tr>
      </thead>
      <tbody>
        {AT_TIMEOUT.map(({ timeoutMs, active, afterHours }) => (
          <tr key={timeoutMs} aria-current={timeoutMs === idleTimeoutMs ? 'true' : undefined}>
            <th scope="row">{formatTimeout(timeoutMs)}</th>
            <td>
              <Duration ms={totals[active]} hooks={{ 'data-metric': active, 'data-value': totals[active] }} />
            </td>
            <td>
              <Duration
                ms={totals[afterHours]}
                hooks={{ 'data-metric': afterHours, 'data-value': totals[afterHours] }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
