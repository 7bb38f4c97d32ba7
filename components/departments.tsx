// By department, as the list of portals names them: only where it names at least one.
import { t } from '../utils/platform/messages';
import type { PortalLine } from '../utils/storage/overview';
import { BarList } from './bar-list';
import { Duration } from './metric-value';

export function Departments({ lines }: { lines: readonly PortalLine[] }) {
  if (!lines.some(({ department }) => department !== '')) return null;
  const sums = new Map<string, number>();
  for (const { department, burdenMs } of lines) sums.set(department, (sums.get(department) ?? 0) + burdenMs);
  const bars = [...sums].filter(([, ms]) => ms > 0).sort((a, b) => b[1] - a[1]);
  if (bars.length === 0) return null;
  return (
    <section>
      <h2>{t('by_department')}</h2>
      <BarList
        head={[t('department'), t('metric_burdenMs_name')]}
        bars={bars.map(([department, ms]) => ({
          key: department,
          name: department || t('department_none'),
          value: ms,
          figure: <Duration ms={ms} />,
        }))}
      />
    </section>
  );
}
