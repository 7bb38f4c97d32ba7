// A figure on a line of its own: its name is a button that opens the definition.
import { useId, useState } from 'preact/hooks';
import { Explanation, metricName } from './explanation';
import { MetricValue } from './metric-value';
import type { MetricId } from './metrics';

interface MetricRowProps {
  id: MetricId;
  value: number | null;
  idleTimeoutMs: number;
  observedMinutes: number;
  unobserved?: boolean;
}

export function MetricRow({ id, value, idleTimeoutMs, observedMinutes, unobserved = false }: MetricRowProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <li class="metric-row">
      <button
        type="button"
        class="term"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {metricName(id)}
      </button>
      <MetricValue id={id} value={value} unobserved={unobserved} />
      {open ? (
        <Explanation
          id={panel}
          metrics={[id]}
          idleTimeoutMs={idleTimeoutMs}
          observedMinutes={observedMinutes}
        />
      ) : (
        <div id={panel} hidden />
      )}
    </li>
  );
}
