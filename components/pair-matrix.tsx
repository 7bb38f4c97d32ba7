// Portal by portal: in the row who asks, in the column who had it already. The table below says the same in
// numbers.
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { NamedPortal, PairLine } from '../utils/storage/overview';
import { type Cell, SquareGrid } from './square-grid';

/** With two portals a sentence of the table says it all. */
const MIN_PORTALS = 3;
/** The ones with most in common; more would be too small to read. */
const MOST_PORTALS = 15;
const CELL = 24;
const LETTERS = 11;
const LEFT = 168;

export function PairMatrix({ pairs }: { pairs: readonly PairLine[] }) {
  const portals = involved(pairs);
  if (portals.length < MIN_PORTALS) return null;
  const at = new Map(portals.map(({ portalId }, index) => [portalId, index]));
  const cells = pairs.flatMap(({ from, to, entries }): Cell[] => {
    const [column, row] = [at.get(from.portalId), at.get(to.portalId)];
    if (column === undefined || row === undefined) return [];
    return [
      { column, row, value: entries, words: t('pair_line', to.title, formatCount(entries), from.title) },
    ];
  });
  return (
    <>
      <p class="small">{t('matrix_how')}</p>
      <SquareGrid
        centred
        cells={cells}
        rows={portals.map(({ title }, index) => `${short(title)} ${index + 1}`)}
        columns={portals.map((_, index) => ({ at: index, text: String(index + 1) }))}
        columnCount={portals.length}
        size={CELL}
        left={LEFT}
        label={t('matrix_label', formatCount(portals.length), formatCount(cells.length))}
      />
    </>
  );
}

/** Most entries first, whether asked for or had. */
function involved(pairs: readonly PairLine[]): NamedPortal[] {
  const sums = new Map<string, { portal: NamedPortal; entries: number }>();
  for (const { from, to, entries } of pairs)
    for (const portal of [from, to]) {
      const known = sums.get(portal.portalId)?.entries ?? 0;
      sums.set(portal.portalId, { portal, entries: known + entries });
    }
  return [...sums.values()]
    .sort((a, b) => b.entries - a.entries)
    .slice(0, MOST_PORTALS)
    .map(({ portal }) => portal);
}

/** A Han character is as wide as two letters. */
function short(title: string): string {
  let room = LETTERS * 2;
  let cut = '';
  for (const letter of title) {
    room -= /\p{Script=Han}/u.test(letter) ? 2 : 1;
    if (room < 0) return `${cut}…`;
    cut += letter;
  }
  return title;
}
