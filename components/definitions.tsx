import { t } from '../utils/platform/messages';
import { Disclosure } from './disclosure';
import { MetricWords, metricName, notesOf } from './explanation';
import { METRIC_IDS } from './metrics';

/** A number only with its definition: on paper there is nothing to press, so they all stand there. */
export function Definitions({ idleTimeoutMs }: { idleTimeoutMs: number }) {
  return (
    <section class="definitions">
      <h2>{t('definitions')}</h2>
      <Disclosure label={t('definitions_show')} printed>
        <dl>
          {METRIC_IDS.map((id) => (
            <div key={id}>
              <dt>{metricName(id)}</dt>
              <dd>
                <MetricWords id={id} idleTimeoutMs={idleTimeoutMs} />
                <p>{notesOf([id], idleTimeoutMs).join(' ')}</p>
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </section>
  );
}
