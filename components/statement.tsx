// The sheet for a burden-relief office: one printed page that the person may hand in or not. It states what was
// measured, how and with what limits. It compares nobody, accuses nobody, and of rules says only that functions
// are similar to what they describe: those rules are about mobile apps, and this is the web on a computer.
import { formatCount, formatDuration, formatFullDate, formatShare, formatTimeout } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { Overview, PortalLine } from '../utils/storage/overview';
import { composeBurden } from './composition';
import { CompositionBar, CompositionLegend } from './composition-bar';
import { unobservedDays } from './day-chart';
import { metricName } from './explanation';
import { Duration } from './metric-value';
import { METRICS, type MetricId, metricValue } from './metrics';

/** More would not fit on one page. */
const MAX_PORTALS = 12;
const FIGURES = [
  'burdenMs',
  'portals',
  'checkIns',
  'checkInMs',
  'submissions',
  'submissionMs',
  'repeatsSameForm',
  'repeatsCrossPortal',
  'repeatMs',
  'uploads',
  'reworkMs',
  'afterHoursMs',
] as const satisfies readonly MetricId[];

interface StatementProps {
  overview: Overview;
  today: string;
  onPrint: () => void;
}

export function Statement({ overview, today, onPrint }: StatementProps) {
  const { burdenTotals: totals, from, to, days, idleTimeoutMs } = overview;
  const observed = days.length - unobservedDays(days);
  return (
    <>
      <div class="screen-only">
        <p class="lead">{t('statement_lead')}</p>
        <button type="button" class="primary" data-action="print" onClick={onPrint} disabled={observed === 0}>
          {t('statement_print')}
        </button>
      </div>
      {observed === 0 ? (
        <p>{t('report_unobserved')}</p>
      ) : (
        <article class="sheet">
          <h1>{t('statement_title')}</h1>
          <p class="sheet-head">
            <span>{t('statement_person', overview.person?.name || t('statement_blank'))}</span>
            <span>{t('statement_made', formatFullDate(today))}</span>
          </p>
          <p>
            {t('statement_range', formatFullDate(from), formatFullDate(to))}{' '}
            {tCount('statement_observed', days.length, formatCount(observed))}{' '}
            {t('statement_sum', formatDuration(totals.burdenMs), formatCount(totals.portals))}
          </p>
          <Composition overview={overview} />
          <Figures overview={overview} />
          <p>{afterHoursWords(overview)}</p>
          <Portals lines={overview.byPortal} />
          <p>{t('statement_rules')}</p>
          <p class="small">{t('statement_method', formatTimeout(idleTimeoutMs), overview.configTitle)}</p>
          <p class="small">{t('statement_limits')}</p>
          <p class="signature">{t('statement_signature')}</p>
        </article>
      )}
    </>
  );
}

const afterHoursWords = ({ burdenTotals: totals }: Overview) =>
  t(
    'statement_after_hours',
    formatDuration(totals.afterHoursMs),
    formatShare(totals.afterHoursMs, totals.activeMs),
  );

function Composition({ overview }: { overview: Overview }) {
  const parts = composeBurden(overview.byPortal);
  if (overview.totals.burdenMs === 0) return null;
  return (
    <div class="sheet-part">
      <h2>{t('composition')}</h2>
      <CompositionBar parts={parts} />
      <CompositionLegend parts={parts} minutes />
    </div>
  );
}

function Figures({ overview: { burdenTotals: totals } }: { overview: Overview }) {
  return (
    <dl class="sheet-figures">
      {FIGURES.map((id) => {
        const value = metricValue(totals, id) ?? 0;
        return (
          <div key={id}>
            <dt>{metricName(id)}</dt>
            <dd>{METRICS[id].unit === 'ms' ? <Duration ms={value} /> : formatCount(value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Portals({ lines }: { lines: readonly PortalLine[] }) {
  const burden = lines.filter((line) => line.burden && line.activeMs > 0);
  const shown = burden.slice(0, MAX_PORTALS);
  const rest = burden.slice(MAX_PORTALS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('by_portal')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('portal')}</th>
            <th scope="col">{t('metric_activeMs_name')}</th>
            <th scope="col">{t('act_check_in')}</th>
            <th scope="col">{t('act_submission')}</th>
            <th scope="col">{t('metric_repeatMs_name')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.portalId}>
              <th scope="row">{line.title}</th>
              <td>
                <Duration ms={line.activeMs} />
              </td>
              <td>{formatCount(line.checkIns)}</td>
              <td>{formatCount(line.submissions)}</td>
              <td>
                <Duration ms={line.repeatMs} />
              </td>
            </tr>
          ))}
          {rest.length > 0 ? (
            <tr>
              <th scope="row">{tCount('statement_rest', rest.length)}</th>
              <td>
                <Duration ms={rest.reduce((sum, { activeMs }) => sum + activeMs, 0)} />
              </td>
              <td colSpan={3} />
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
