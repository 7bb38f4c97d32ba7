import { type MessageKey, t } from '../utils/platform/messages';
import type { Totals } from '../utils/storage/overview';
import { MetricRow } from './metric-row';
import { type MetricId, metricValue } from './metrics';

/** Every figure but the one number, which stands at the head of the report. */
const GROUPS: { title: MessageKey; metrics: MetricId[] }[] = [
  { title: 'group_time', metrics: ['activeMs', 'openMs', 'portals', 'visits', 'switches'] },
  { title: 'group_hours', metrics: ['afterHoursMs', 'per8h', 'observedMinutes'] },
  { title: 'group_check_in', metrics: ['checkIns', 'checkInsAttempted', 'checkInMs'] },
  {
    title: 'group_submission',
    metrics: ['submissions', 'submissionsProbable', 'submissionMs', 'rejected', 'reworkMs', 'uploads'],
  },
  {
    title: 'group_repeat',
    metrics: [
      'repeatsSameForm',
      'repeatsCrossPortal',
      'repeatMs',
      'retypeMs',
      'sharedEntries',
      'eligibleEntries',
      'identityEntries',
    ],
  },
];

interface FigureGroupsProps {
  totals: Totals;
  idleTimeoutMs: number;
  /** Nothing of the range could be seen: words stand where zeros would lie. */
  unobserved: boolean;
}

export function FigureGroups({ totals, idleTimeoutMs, unobserved }: FigureGroupsProps) {
  return (
    <section>
      <h2>{t('all_figures')}</h2>
      <div class="groups">
        {GROUPS.map(({ title, metrics }) => (
          <div key={title}>
            <h3>{t(title)}</h3>
            <ul class="metric-rows">
              {metrics.map((id) => (
                <MetricRow
                  key={id}
                  id={id}
                  value={metricValue(totals, id)}
                  idleTimeoutMs={idleTimeoutMs}
                  observedMinutes={totals.observedMinutes}
                  unobserved={unobserved}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
