// The figures of the popup: the one number, what it consists of, and the three kinds of acts. Every one opens
// its definition; one panel at a time, so that the popup stays short.
import { useId, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { ActFigures } from './act-figures';
import { composeBurden } from './composition';
import { CompositionBar, CompositionLegend } from './composition-bar';
import { Explanation } from './explanation';
import { Figure } from './figure';
import { MetricValue } from './metric-value';
import type { MetricId } from './metrics';

type Topic = 'burden' | 'portals' | 'active' | 'composition';

const TOPIC_METRICS: Record<Exclude<Topic, 'composition'>, MetricId[]> = {
  burden: ['burdenMs'],
  portals: ['portals'],
  active: ['activeMs'],
};

interface TodayFiguresProps {
  today: Overview;
  /** No host was granted: what is not there could not have been seen. */
  blind: boolean;
}

export function TodayFigures({ today, blind }: TodayFiguresProps) {
  const [topic, setTopic] = useState<Topic | null>(null);
  const panel = useId();
  const { totals, idleTimeoutMs } = today;
  const unobserved = totals.activeMs === 0 && (blind || !today.days.some((day) => day.observed));
  const parts = composeBurden(today.byPortal);
  const figure = (name: Topic) => ({
    open: topic === name,
    panel,
    onToggle: () => setTopic(topic === name ? null : name),
  });
  return (
    <section class="today" aria-label={t('today_figures')}>
      <div class="first">
        <Figure name={t('today_burden')} class="one-number" {...figure('burden')}>
          <MetricValue id="burdenMs" value={totals.burdenMs} unobserved={unobserved} />
        </Figure>
        <div class="beside">
          <Figure name={t('figure_portals')} class="inline" {...figure('portals')}>
            <MetricValue
              id="portals"
              value={totals.portals}
              text={t('count_of', totals.portals)}
              unobserved={unobserved}
            />
          </Figure>
          <Figure name={t('figure_active')} class="inline" {...figure('active')}>
            <MetricValue id="activeMs" value={totals.activeMs} unobserved={unobserved} />
          </Figure>
        </div>
      </div>
      {totals.burdenMs > 0 ? (
        <>
          <CompositionBar parts={parts} />
          <button
            type="button"
            class="legend-button chevron"
            aria-expanded={topic === 'composition'}
            aria-controls={panel}
            onClick={figure('composition').onToggle}
          >
            <span class="unseen">{t('composition_button')}</span>
            <CompositionLegend parts={parts} minutes={false} />
          </button>
        </>
      ) : null}
      {topic === 'composition' ? (
        <div class="explanation" id={panel}>
          <p>{t('composition_explained')}</p>
          <CompositionLegend parts={parts} minutes />
        </div>
      ) : topic === null ? (
        <div id={panel} hidden />
      ) : (
        <Explanation
          id={panel}
          metrics={TOPIC_METRICS[topic]}
          idleTimeoutMs={idleTimeoutMs}
          observedMinutes={totals.observedMinutes}
        />
      )}
      <ActFigures totals={totals} idleTimeoutMs={idleTimeoutMs} unobserved={unobserved} />
    </section>
  );
}
