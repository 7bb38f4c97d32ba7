// What the burden consists of, as one bar. The legend names every part in words; minutes are in its rows.
import { useId } from 'preact/hooks';
import { formatDuration } from '../utils/format';
import { t } from '../utils/platform/messages';
import { type Composition, PART_IDS } from './composition';
import { Duration } from './metric-value';
import { fillOf, PatternDefs } from './patterns';

const WIDTH = 1000;
const HEIGHT = 12;
/** Parts below this share of the bar would be thinner than a hairline; they are still in the legend. */
const SEAM = 0.002;

export function CompositionBar({ parts }: { parts: Composition }) {
  const prefix = useId();
  const total = PART_IDS.reduce((sum, id) => sum + parts[id], 0);
  if (total <= 0) return null;
  const label = PART_IDS.filter((id) => parts[id] > 0)
    .map((id) => t('labelled', t(`part_${id}`), formatDuration(parts[id])))
    .join(t('list_separator'));
  return (
    <div class="composition" role="img" aria-label={t('composition_label', label)}>
      {PART_IDS.map((id) => {
        const share = parts[id] / total;
        if (share < SEAM) return null;
        return (
          <svg
            key={id}
            class="composition-part"
            style={{ flexGrow: String(Math.round(share * WIDTH)) }}
            height={HEIGHT}
            aria-hidden="true"
          >
            <PatternDefs prefix={`${prefix}${id}`} fills={[id]} />
            <rect width="100%" height={HEIGHT} fill={fillOf(`${prefix}${id}`, id)} />
          </svg>
        );
      })}
    </div>
  );
}

/** Spans, for it may stand in a button. `minutes` adds the time of each part; without, the names alone tell the patterns apart. */
export function CompositionLegend({ parts, minutes }: { parts: Composition; minutes: boolean }) {
  const prefix = useId();
  return (
    <span class="legend">
      {PART_IDS.filter((id) => parts[id] > 0).map((id) => (
        <span class="legend-item" key={id}>
          <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
            <PatternDefs prefix={`${prefix}${id}`} fills={[id]} />
            <rect width="12" height="12" fill={fillOf(`${prefix}${id}`, id)} />
          </svg>
          {t(`part_${id}`)} {minutes ? <Duration ms={parts[id]} /> : null}
        </span>
      ))}
    </span>
  );
}
