// The one number at the head of the report; its name opens what it means.
import { useId, useState } from 'preact/hooks';
import type { Totals } from '../utils/storage/overview';
import { Explanation, metricName } from './explanation';
import { MetricValue } from './metric-value';

interface OneNumberProps {
  totals: Totals;
  idleTimeoutMs: number;
  unobserved: boolean;
}

export function OneNumber({ totals, idleTimeoutMs, unobserved }: OneNumberProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <div class="one-number">
        <button
          type="button"
          class="term figure-name"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {metricName('burdenMs')}
        </button>
        <MetricValue id="burdenMs" value={totals.burdenMs} unobserved={unobserved} />
      </div>
      {open ? (
        <Explanation
          id={panel}
          metrics={['burdenMs']}
          idleTimeoutMs={idleTimeoutMs}
          observedMinutes={totals.observedMinutes}
        />
      ) : (
        <div id={panel} hidden />
      )}
    </>
  );
}
