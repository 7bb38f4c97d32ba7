// Two parts of one whole, as a bar with its legend: the same hand as the composition.
import { useId } from 'preact/hooks';
import { formatDuration } from '../utils/format';
import { t } from '../utils/platform/messages';
import { type Fill, fillOf, PatternDefs } from './patterns';

export interface SplitPart {
  name: string;
  value: number;
  fill: Fill;
}

interface SplitBarProps {
  parts: readonly SplitPart[];
  /** What the whole is. */
  label: string;
  format?: (value: number) => string;
}

const HEIGHT = 12;

export function SplitBar({ parts, label, format = formatDuration }: SplitBarProps) {
  const prefix = useId();
  const shown = parts.filter(({ value }) => value > 0);
  if (shown.length === 0) return null;
  const words = shown.map(({ name, value }) => t('labelled', name, format(value))).join(t('list_separator'));
  return (
    <div class="split">
      <div class="composition" role="img" aria-label={t('labelled', label, words)}>
        {shown.map(({ name, value, fill }) => (
          <svg
            key={name}
            class="composition-part"
            style={{ flexGrow: String(value) }}
            height={HEIGHT}
            aria-hidden="true"
          >
            <PatternDefs prefix={`${prefix}b${fill}`} fills={[fill]} />
            <rect width="100%" height={HEIGHT} fill={fillOf(`${prefix}b${fill}`, fill)} />
          </svg>
        ))}
      </div>
      <p class="legend">
        {shown.map(({ name, value, fill }) => (
          <span class="legend-item" key={name}>
            <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
              <PatternDefs prefix={`${prefix}l${fill}`} fills={[fill]} />
              <rect width="12" height="12" fill={fillOf(`${prefix}l${fill}`, fill)} />
            </svg>
            {name} <span class="num">{format(value)}</span>
          </span>
        ))}
      </p>
    </div>
  );
}
