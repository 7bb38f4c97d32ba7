// Named bars under each other, each with its number: the table and the picture in one. An outline stands for
// what was open, ink for what of it was active; both begin at zero and share one scale.
import type { ComponentChildren } from 'preact';

export interface Bar {
  key: string;
  name: string;
  value: number;
  /** The whole that the value is part of, drawn as an outline. */
  whole?: number;
  figure: ComponentChildren;
}

interface BarListProps {
  bars: readonly Bar[];
  head: readonly [name: string, ...figures: string[]];
}

export function BarList({ bars, head }: BarListProps) {
  const longest = Math.max(1, ...bars.map(({ value, whole }) => Math.max(value, whole ?? 0)));
  const percent = (value: number) => `${(value / longest) * 100}%`;
  const [name, ...figures] = head;
  return (
    <table class="bar-list">
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{figures.join(' / ')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              <span>{bar.name}</span>
              <svg class="bar" aria-hidden="true">
                {bar.whole === undefined ? null : (
                  <rect class="whole" x="0.5" y="0.5" width={percent(bar.whole)} height="7" />
                )}
                <rect class="seen" width={percent(bar.value)} y="0" height="8" />
              </svg>
            </th>
            <td>{bar.figure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
