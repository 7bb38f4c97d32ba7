// Fills that differ by pattern as well as by colour. Ids are made per drawing: two drawings on one page must
// not share them.
import { PART_IDS, type PartId } from './composition';

export type Fill = PartId | 'unobserved';

export const fillOf = (prefix: string, fill: Fill) =>
  fill === 'filling' ? 'var(--measured)' : `url(#${prefix}${fill})`;

export function PatternDefs({ prefix, fills = PART_IDS }: { prefix: string; fills?: readonly Fill[] }) {
  return (
    <defs>
      {fills.map((fill) => (
        <pattern
          key={fill}
          id={`${prefix}${fill}`}
          class={`pattern-${fill}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={fill === 'repeats' ? 'rotate(45)' : fill === 'unobserved' ? 'rotate(-45)' : ''}
        >
          <rect class="ground" width="6" height="6" />
          <PatternMark fill={fill} />
        </pattern>
      ))}
    </defs>
  );
}

function PatternMark({ fill }: { fill: Fill }) {
  if (fill === 'repeats') return <rect class="mark" width="3" height="6" />;
  if (fill === 'checkIns') return <rect class="mark" width="2" height="6" />;
  if (fill === 'messaging') return <rect class="mark" width="6" height="1.5" />;
  if (fill === 'learning') return <circle class="mark" cx="3" cy="3" r="1.2" />;
  if (fill === 'unobserved') return <rect class="mark" width="1" height="6" />;
  return null;
}
