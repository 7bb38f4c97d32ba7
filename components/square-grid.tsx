// A grid of squares whose area grows with the number, so that it reads without colour, on paper and in forced
// colours. What the meter could not see is hatched; what it saw empty is a small dot; what lies outside the
// range is left out.
import { useId } from 'preact/hooks';
import { fillOf, PatternDefs } from './patterns';

export interface Cell {
  column: number;
  row: number;
  /** null: not observed. */
  value: number | null;
  words: string;
}

interface SquareGridProps {
  cells: readonly Cell[];
  columns: readonly { at: number; text: string }[];
  rows: readonly string[];
  columnCount: number;
  size: number;
  label: string;
  /** Columns are things, not points in time: their names stand over their middle. */
  centred?: boolean;
  /** Room for the rows' names. */
  left?: number;
}

const LEFT = 34;
const TOP = 16;

export function SquareGrid({
  cells,
  columns,
  rows,
  columnCount,
  size,
  label,
  centred = false,
  left = LEFT,
}: SquareGridProps) {
  const prefix = useId();
  const highest = Math.max(1, ...cells.map(({ value }) => value ?? 0));
  const width = left + columnCount * size;
  const height = TOP + rows.length * size;
  return (
    // Focusable, because on a narrow screen the picture scrolls by itself instead of the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <svg
        class="square-grid"
        viewBox={`0 0 ${width} ${height}`}
        style={{ width: `${width}px` }}
        role="img"
        aria-label={label}
      >
        <PatternDefs prefix={prefix} fills={['unobserved']} />
        {columns.map(({ at, text }) => (
          <text
            key={at}
            x={left + (centred ? at + 0.5 : at) * size}
            y={TOP - 5}
            text-anchor={centred ? 'middle' : 'start'}
          >
            {text}
          </text>
        ))}
        {rows.map((text, row) => (
          <text key={text} x={left - 6} y={TOP + row * size + size / 2 + 4} text-anchor="end">
            {text}
          </text>
        ))}
        {cells.map((cell) => (
          <Square key={`${cell.column} ${cell.row}`} {...{ cell, size, left, highest, prefix }} />
        ))}
      </svg>
    </section>
  );
}

interface SquareProps {
  cell: Cell;
  size: number;
  left: number;
  highest: number;
  prefix: string;
}

function Square({ cell, size, left, highest, prefix }: SquareProps) {
  const full = size - 2;
  const side =
    cell.value === null ? full : cell.value > 0 ? Math.max(2, full * Math.sqrt(cell.value / highest)) : 1;
  const centre = (at: number) => at * size + (size - side) / 2;
  return (
    <g>
      <title>{cell.words}</title>
      <rect
        x={left + cell.column * size}
        y={TOP + cell.row * size}
        width={size}
        height={size}
        fill="transparent"
      />
      <rect
        class={cell.value === null ? 'unseen-day' : cell.value > 0 ? 'seen' : 'nothing'}
        x={left + centre(cell.column)}
        y={TOP + centre(cell.row)}
        width={side}
        height={side}
        fill={cell.value === null ? fillOf(prefix, 'unobserved') : undefined}
      />
    </g>
  );
}
