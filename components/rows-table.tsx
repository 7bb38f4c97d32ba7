// Rows of a package as the file will have them: the columns' own names, their definition on hover, the sums
// of what can be added up at the foot.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Cell, Row, Table } from '../utils/domain/package/column';
import { t } from '../utils/platform/messages';

const ROWS_AT_FIRST = 40;
/** Ids that are the same in every row say nothing here; they are in the caption of the page. */
const SAME_IN_ALL = new Set(['export_id', 'person_id']);

interface RowsTableProps<R extends { row: Row }> {
  table: Table;
  rows: readonly R[];
  label: string;
  isStruck?: (row: R) => boolean;
  /** Sums at the foot; of what are sums already there are none. */
  totals?: boolean;
  lead?: (row: R, before: R | undefined) => ComponentChildren;
}

export function RowsTable<R extends { row: Row }>({
  table,
  rows,
  label,
  isStruck,
  totals = true,
  lead,
}: RowsTableProps<R>) {
  const [shown, setShown] = useState(ROWS_AT_FIRST);
  const columns = table.columns.filter(({ name }) => !SAME_IN_ALL.has(name));
  const kept = rows.filter((row) => !isStruck?.(row));
  const hidden = rows.length - shown;
  const language = t('language') === 'zh-CN' ? 'zh' : 'en';
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="scroll rows" tabIndex={0} aria-label={label}>
        <table>
          <thead>
            <tr>
              {lead ? <td /> : null}
              {columns.map(({ name, text, type }) => (
                <th key={name} scope="col" class={wordsOf(type)} title={text[language]}>
                  <code>{name}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, i) => (
              <tr key={JSON.stringify(row.row)} class={isStruck?.(row) ? 'struck' : undefined}>
                {lead ? <td>{lead(row, rows[i - 1])}</td> : null}
                {columns.map(({ name, type }) => (
                  <td key={name} class={wordsOf(type)}>
                    {cellText(row.row[name] ?? null, type)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot hidden={!totals}>
            <tr>
              {lead ? <td>{t('export_total')}</td> : null}
              {columns.map(({ name, unit }) => (
                <td key={name} data-total={name}>
                  {unit === 'count' || unit === 's' || name === 'observed_min' || name === 'minutes'
                    ? sumOf(kept, name)
                    : null}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p class="small buttons">
        <span>{t('export_rows', kept.length)}</span>
        {hidden > 0 ? (
          <button type="button" onClick={() => setShown(shown + ROWS_AT_FIRST * 5)}>
            {t('export_more', Math.min(hidden, ROWS_AT_FIRST * 5))}
          </button>
        ) : null}
      </p>
    </>
  );
}

/** T and the day's hours are no amounts of the row: adding them up means nothing. */
const NOT_ADDED = new Set(['idle_timeout_s', 'scheduled_s', 'config_version', 'portals']);

function sumOf(rows: readonly { row: Row }[], name: string): number | null {
  if (NOT_ADDED.has(name)) return null;
  return rows.reduce((sum, { row }) => sum + Number(row[name] ?? 0), 0);
}

/** Words begin at the left; only numbers are compared by where they end. */
const wordsOf = (type: string) => (type === 'string' ? 'words' : undefined);

function cellText(cell: Cell, type: string): string {
  if (cell === null) return '';
  if (type === 'datetime') return `${new Date(cell as number).toISOString().slice(0, 16)}Z`;
  return String(cell);
}
