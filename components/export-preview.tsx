// Exactly the rows that will be written, with totals, and what the person takes out of them: days, portals,
// rows, the table of pairs.
import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../utils/platform/messages';
import { Disclosure } from './disclosure';
import { Tick } from './export-study';
import type { ExportForm, PortalChoice, Preview, PreviewRow } from './export-types';
import { Loading, ReadFailed } from './notice';
import { RowsTable } from './rows-table';

interface ExportPreviewProps {
  form: ExportForm;
  preview: Preview | 'failed' | null;
  portals: readonly PortalChoice[];
  detailDate: string | null;
  onForm: (changes: Partial<ExportForm>) => void;
  onDetailDate: (date: string) => void;
}

export function ExportPreview(props: ExportPreviewProps) {
  const { form, preview, portals, onForm } = props;
  return (
    <section class="preview">
      <h2>{t('export_preview')}</h2>
      <p class="small">{t('export_preview_why')}</p>
      <Disclosure label={t('export_which_portals')}>
        <div class="choices">
          {portals.map(({ portalId, title }) => (
            <Tick
              key={portalId}
              label={title}
              on={!form.struckPortals.has(portalId)}
              set={() => onForm({ struckPortals: toggled(form.struckPortals, portalId) })}
            />
          ))}
        </div>
      </Disclosure>
      <Tick label={t('export_pairs')} on={form.portalPairs} set={(portalPairs) => onForm({ portalPairs })} />
      {preview === null ? <Loading /> : null}
      {preview === 'failed' ? <ReadFailed /> : null}
      {typeof preview === 'object' && preview ? <Tables {...props} preview={preview} /> : null}
    </section>
  );
}

function Tables({
  form,
  preview,
  detailDate,
  onForm,
  onDetailDate,
}: ExportPreviewProps & { preview: Preview }) {
  const id = useId();
  const isStruck = (row: PreviewRow) => form.struckDates.has(row.localDate) || form.struckRows.has(row.key);
  const lead = (row: PreviewRow, before: PreviewRow | undefined) => (
    <span class="strikes">
      <input
        type="checkbox"
        checked={!isStruck(row)}
        disabled={form.struckDates.has(row.localDate)}
        aria-label={t('export_keep_row', row.localDate, String(row.row.category))}
        onChange={() => onForm({ struckRows: toggled(form.struckRows, row.key) })}
      />
      {before?.localDate === row.localDate ? null : (
        <button
          type="button"
          class="quiet"
          data-strike-day={row.localDate}
          onClick={() => onForm({ struckDates: toggled(form.struckDates, row.localDate) })}
        >
          {t(form.struckDates.has(row.localDate) ? 'export_keep_day' : 'export_strike_day')}
        </button>
      )}
    </span>
  );
  const { table, rows } = preview.days;
  return (
    <>
      <RowsTable table={table} rows={rows} label={t('export_preview')} isStruck={isStruck} lead={lead} />
      {form.level === 'L1' && preview.dates.length > 0 ? (
        <div class="fields">
          <label for={id}>{t('export_details_pick')}</label>
          <select
            id={id}
            value={detailDate ?? preview.dates[0]}
            onChange={(event) => onDetailDate(event.currentTarget.value)}
          >
            {preview.dates.map((date) => (
              <option key={date} value={date}>
                {date}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {preview.others.map((other) => (
        <Disclosure key={other.table.name} label={t(`export_table_${other.table.name}` as MessageKey)}>
          <RowsTable
            table={other.table}
            rows={other.rows}
            label={t(`export_table_${other.table.name}` as MessageKey)}
          />
        </Disclosure>
      ))}
    </>
  );
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
