// One indicator by month over all categories: a bar for each month, a hatched stub where it is withheld.
import { useId } from 'preact/hooks';
import type { Row } from '../utils/domain/package/column';
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';

const WIDTH = 640;
const HEIGHT = 160;
const FOOT = 20;
const HEAD = 16;
const GAP = 6;
const STUB = 10;
const WIDEST = 72;

export function MonthBars({ rows, label }: { rows: readonly Row[]; label: string }) {
  const hatch = useId();
  const months = rows
    .filter((row) => row.category === 'all' && row.month !== 'all')
    .sort((a, b) => (String(a.month) < String(b.month) ? -1 : 1));
  if (months.length === 0) return null;
  const most = Math.max(1, ...months.map((row) => Number(row.amount ?? 0)));
  const height = (amount: number) => (amount / most) * (HEIGHT - FOOT - HEAD);
  const step = Math.min(WIDEST, WIDTH / months.length);
  return (
    <svg class="month-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="6" class="withheld" />
      </pattern>
      {months.map((row, i) => {
        const shown = row.amount !== null;
        const tall = shown ? height(Number(row.amount)) : STUB;
        const x = i * step + GAP / 2;
        const y = HEIGHT - FOOT - tall;
        return (
          <g key={String(row.month)}>
            <rect
              x={x}
              y={y}
              width={Math.max(1, step - GAP)}
              height={tall}
              class={shown ? 'bar' : undefined}
              fill={shown ? undefined : `url(#${hatch})`}
            />
            <text x={x + (step - GAP) / 2} y={y - 4}>
              {shown ? formatCount(Number(row.amount)) : t('workbench_withheld')}
            </text>
            <text x={x + (step - GAP) / 2} y={HEIGHT - 6}>
              {row.month}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
