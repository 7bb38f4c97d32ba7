// One figure as text, with the hooks that acceptance checks and other people's scripts read: the unrounded
// milliseconds or count. A page has exactly one element with `data-metric` per id: the total of its whole
// range. Figures of one portal carry `data-portal-metric` instead, so that totals stay unambiguous.
import { formatCount, formatDuration, formatExactDuration, splitNumbers } from '../utils/format';
import { t } from '../utils/platform/messages';
import { METRICS, type MetricId } from './metrics';

interface DurationProps {
  ms: number;
  hooks?: Record<string, string | number>;
}

/** Whole minutes for the eye; the unrounded value on hover and for screen readers. */
export function Duration({ ms, hooks = {} }: DurationProps) {
  const exact = formatExactDuration(ms);
  return (
    <time class="num" dateTime={`PT${ms / 1000}S`} title={exact} {...hooks}>
      <span aria-hidden="true">
        {splitNumbers(formatDuration(ms)).map((part) =>
          part.number ? <b key={part.text}>{part.text}</b> : part.text,
        )}
      </span>
      <span class="unseen">{exact}</span>
    </time>
  );
}

interface MetricValueProps {
  id: MetricId;
  /** null: nothing to divide by. */
  value: number | null;
  /** Set when the figure is of one portal, not of the whole range. */
  portalId?: string;
  /** How a count is written, given as text; the bare number else. */
  text?: string;
  /** The meter could not see: the words stand where a zero would lie. */
  unobserved?: boolean;
}

export function MetricValue({ id, value, portalId, text, unobserved = false }: MetricValueProps) {
  const shown = value ?? 0;
  const hooks: Record<string, string | number> =
    portalId === undefined
      ? { 'data-metric': id, 'data-value': shown }
      : { 'data-portal': portalId, 'data-portal-metric': id, 'data-value': shown };
  if (unobserved) {
    return (
      <span class="num unobserved" data-observed="false" {...hooks}>
        {t('unobserved')}
      </span>
    );
  }
  if (value === null) return <span class="num unobserved">{t('nothing_scheduled')}</span>;
  if (METRICS[id].unit === 'ms') return <Duration ms={value} hooks={hooks} />;
  return (
    <span class="num" {...hooks}>
      {text ?? formatCount(value)}
    </span>
  );
}

/** "5 次" in Chinese, "5" in English. */
export const times = (count: number) => t('times', formatCount(count));
