// The range beside the same stretch before it: the person's own past and nobody else's. No arrows, no colours:
// fewer minutes is not by itself better. How long the meter could see in both is said, or the two would not be
// comparable.
import { formatCount, formatRange } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Overview, Totals } from '../utils/storage/overview';
import { metricName } from './explanation';
import { Duration } from './metric-value';
import { METRICS, type MetricId, metricValue } from './metrics';

const COMPARED = [
  'burdenMs',
  'afterHoursMs',
  'portals',
  'checkIns',
  'submissions',
  'submissionMs',
  'repeatMs',
  'uploads',
  'observedMinutes',
] as const satisfies readonly MetricId[];

export function Comparison({ overview, before }: { overview: Overview; before: Overview }) {
  const seenBefore = before.days.some((day) => day.observed);
  return (
    <section>
      <h2>{t('comparison')}</h2>
      {seenBefore ? (
        <table class="comparison">
          <thead>
            <tr>
              <th scope="col">{t('figure_one')}</th>
              <th scope="col">{formatRange(overview.from, overview.to)}</th>
              <th scope="col">{formatRange(before.from, before.to)}</th>
            </tr>
          </thead>
          <tbody>
            {COMPARED.map((id) => (
              <tr key={id}>
                <th scope="row">{metricName(id)}</th>
                <Cell totals={overview.totals} id={id} />
                <Cell totals={before.totals} id={id} />
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t('comparison_unobserved', formatRange(before.from, before.to))}</p>
      )}
      <p class="small">{t('comparison_note')}</p>
    </section>
  );
}

function Cell({ totals, id }: { totals: Totals; id: MetricId }) {
  const value = metricValue(totals, id) ?? 0;
  return <td>{METRICS[id].unit === 'ms' ? <Duration ms={value} /> : formatCount(value)}</td>;
}
