// The aggregates: one indicator at a time as a plot and a table, the pairs of portals, the disclosure report.
import { useId, useState } from 'preact/hooks';
import type { Row } from '../utils/domain/package/column';
import { INDICATOR_TABLE, PAIR_TABLE } from '../utils/domain/package/release-tables';
import { t } from '../utils/platform/messages';
import { Disclosure } from './disclosure';
import { MonthBars } from './month-bars';
import { RowsTable } from './rows-table';
import type { ReleaseShown } from './workbench-types';

export function ReleaseTables({ release, onSave }: { release: ReleaseShown; onSave: () => void }) {
  const id = useId();
  const names = [...new Set(release.indicators.map((row) => String(row.indicator)))];
  const [name, setName] = useState(names[0] ?? '');
  const own = release.indicators.filter((row) => row.indicator === name);
  const wrapped = (rows: readonly Row[]) => rows.map((row) => ({ row }));
  return (
    <section class="release">
      <p class="fields">
        <label for={id}>{t('workbench_indicator')}</label>
        <select id={id} value={name} onChange={(event) => setName(event.currentTarget.value)}>
          {names.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
        <button type="button" data-action="save-release" onClick={onSave}>
          {t('workbench_release_save')}
        </button>
      </p>
      <MonthBars rows={own} label={t('workbench_plot', name)} />
      <RowsTable table={INDICATOR_TABLE} rows={wrapped(own)} label={name} totals={false} />
      <h3>{t('workbench_pairs')}</h3>
      <RowsTable
        table={PAIR_TABLE}
        rows={wrapped(release.pairs)}
        label={t('workbench_pairs')}
        totals={false}
      />
      <Disclosure label={t('workbench_report')}>
        <pre class="report-text" data-report>
          {release.report}
        </pre>
      </Disclosure>
    </section>
  );
}
