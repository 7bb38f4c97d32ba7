import { formatTimeout } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Totals } from '../utils/storage/overview';
import { Duration } from './metric-value';

const KEPT = [
  ['active30Ms', 30_000],
  ['active60Ms', 60_000],
  ['active120Ms', 120_000],
  ['active300Ms', 300_000],
] as const;

/** The same day by four rulers: how much of the figure is the choice of T. */
export function TimeoutTable({ totals, idleTimeoutMs }: { totals: Totals; idleTimeoutMs: number }) {
  return (
    <table class="timeouts">
      <thead>
        <tr>
          <th scope="col">T</th>
          <th scope="col">{t('metric_activeMs_name')}</th>
        </tr>
      </thead>
      <tbody>
        {KEPT.map(([id, ms]) => (
          <tr key={id} aria-current={ms === idleTimeoutMs ? 'true' : undefined}>
            <th scope="row">{formatTimeout(ms)}</th>
            <td>
              <Duration ms={totals[id]} hooks={{ 'data-metric': id, 'data-value': totals[id] }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
