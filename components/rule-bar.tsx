import { useId } from 'preact/hooks';
import { fillOf, PatternDefs } from './patterns';

interface RuleBarProps {
  activeMs: number;
  repeatMs: number;
  longestMs: number;
}

/** A hairline inked by share; the figures beside it say the same in numbers. */
export function RuleBar({ activeMs, repeatMs, longestMs }: RuleBarProps) {
  const prefix = useId();
  const repeated = Math.min(repeatMs, activeMs);
  const percent = (ms: number) => `${(ms / longestMs) * 100}%`;
  return (
    <svg class="rule-bar" aria-hidden="true">
      <PatternDefs prefix={prefix} fills={['repeats']} />
      <rect class="rule" y="2" width="100%" height="1" />
      <rect width={percent(activeMs - repeated)} height="3" fill="var(--measured)" />
      <rect
        x={percent(activeMs - repeated)}
        width={percent(repeated)}
        height="3"
        fill={fillOf(prefix, 'repeats')}
      />
    </svg>
  );
}
