// What a figure means: its definition, what it does not count, the threshold it hangs on, how it is known and
// in which direction it may be wrong. Shown only when asked for.
import type { ComponentChildren } from 'preact';
import { formatDuration, formatTimeout } from '../utils/format';
import type { MessageKey } from '../utils/platform/messages';
import { t } from '../utils/platform/messages';
import { METRICS, type MetricId } from './metrics';

const MINUTE = 60_000;

export const metricName = (id: MetricId) => t(`metric_${id}_name`);

/** The words of one figure: definition, then what stays outside. */
export function MetricWords({ id, idleTimeoutMs }: { id: MetricId; idleTimeoutMs: number }) {
  return (
    <>
      <p>{t(`metric_${id}_definition`, formatTimeout(idleTimeoutMs))}</p>
      <p>
        <span class="label">{t('explain_excludes')}</span> {t(`metric_${id}_excludes`)}
      </p>
    </>
  );
}

interface ExplanationProps {
  id: string;
  metrics: readonly MetricId[];
  idleTimeoutMs: number;
  /** For how long the meter could see at all. */
  observedMinutes: number;
  children?: ComponentChildren;
}

/** The panel under a figure; several ids when the figure shows several numbers. */
export function Explanation({ id, metrics, idleTimeoutMs, observedMinutes, children }: ExplanationProps) {
  // One figure is already named by the button above its panel.
  const single = metrics.length === 1 ? metrics[0] : undefined;
  return (
    <div class="explanation" id={id}>
      {single ? (
        <MetricWords id={single} idleTimeoutMs={idleTimeoutMs} />
      ) : (
        <dl>
          {metrics.map((metric) => (
            <div key={metric}>
              <dt>{metricName(metric)}</dt>
              <dd>
                <MetricWords id={metric} idleTimeoutMs={idleTimeoutMs} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      <ul class="notes">
        {notesOf(metrics, idleTimeoutMs).map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{t('explain_coverage', formatDuration(observedMinutes * MINUTE))}</li>
      </ul>
    </div>
  );
}

/** The notes that hold for any of these figures, each once. */
export function notesOf(metrics: readonly MetricId[], idleTimeoutMs: number): string[] {
  const notes = new Set<string>();
  if (metrics.some((id) => METRICS[id].usesTimeout)) {
    notes.add(t('explain_timeout', formatTimeout(idleTimeoutMs)));
  }
  for (const id of metrics) {
    const evidence: MessageKey = `explain_${METRICS[id].evidence}`;
    notes.add(t(evidence));
  }
  for (const id of metrics) {
    const bound: MessageKey = `explain_${METRICS[id].bound}`;
    notes.add(t(bound));
  }
  return [...notes];
}
