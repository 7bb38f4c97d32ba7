// A person's own record, row by row: what to look for, a page of rows, and what can be done about them.
import { formatDate } from '../utils/format';
import { type MessageKey, t, tCount } from '../utils/platform/messages';
import type { RecordFilter, RecordKind, RecordPage } from '../utils/storage/overview';
import { Loading, ReadFailed } from './notice';
import { type CorrectionActions, RecordEntry } from './record-entry';
import type { Live } from './use-live-query';

const KINDS: readonly RecordKind[] = [
  'actions',
  'checkIns',
  'submissions',
  'repeats',
  'refused',
  'files',
  'spans',
];

export const NO_FILTER: RecordFilter = { kind: 'actions', portalId: null, from: null, to: null, text: '' };

interface RecordViewProps extends CorrectionActions {
  live: Live<RecordPage>;
  filter: RecordFilter;
  /** From 1. */
  page: number;
  onFilter: (filter: RecordFilter) => void;
  onOlder: () => void;
  onNewer: () => void;
}

export function RecordView(props: RecordViewProps) {
  const { live } = props;
  return (
    <>
      <p class="lead">{t('record_lead')}</p>
      <Filter {...props} />
      {live.state === 'loading' ? <Loading /> : null}
      {live.state === 'failed' ? <ReadFailed /> : null}
      {live.state === 'ready' ? <Rows {...props} found={live.value} /> : null}
    </>
  );
}

function Filter({ live, filter, onFilter }: RecordViewProps) {
  const portals = live.state === 'ready' ? live.value.portals : [];
  const set = (changes: Partial<RecordFilter>) => onFilter({ ...filter, ...changes });
  return (
    <form class="record-filter" aria-label={t('record_search')} onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('record_kind')}
        <select
          value={filter.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as RecordKind })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`record_kind_${kind}` satisfies MessageKey)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('portal')}
        <select
          value={filter.portalId ?? ''}
          onChange={(event) => set({ portalId: event.currentTarget.value || null })}
        >
          <option value="">{t('record_all_portals')}</option>
          {portals.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('range_first')}
        <input
          type="date"
          value={filter.from ?? ''}
          onInput={(event) => set({ from: event.currentTarget.value || null })}
        />
      </label>
      <label>
        {t('range_last')}
        <input
          type="date"
          value={filter.to ?? ''}
          onInput={(event) => set({ to: event.currentTarget.value || null })}
        />
      </label>
      <label>
        {t('record_search')}
        <input
          type="search"
          value={filter.text}
          placeholder={t('record_search_hint')}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </label>
    </form>
  );
}

function Rows({ found, page, onOlder, onNewer, ...actions }: RecordViewProps & { found: RecordPage }) {
  const { rows, next } = found;
  const isEmpty = rows.length === 0;
  return (
    <section aria-label={t('tab_record')}>
      <p role="status" class={isEmpty ? '' : 'small'}>
        {isEmpty ? t(next ? 'record_none_yet' : 'record_none') : tCount('record_page', rows.length, page)}
      </p>
      <ol class="record">
        {rows.map((row, i) => (
          <li key={row.id}>
            {rows[i - 1]?.localDate === row.localDate ? null : <h2>{formatDate(row.localDate)}</h2>}
            <RecordEntry row={row} onCorrect={actions.onCorrect} onUndo={actions.onUndo} />
          </li>
        ))}
      </ol>
      <p class="pager">
        <button type="button" disabled={page === 1} onClick={onNewer}>
          {t('record_newer')}
        </button>
        <button type="button" disabled={next === null} onClick={onOlder}>
          {t('record_older')}
        </button>
      </p>
    </section>
  );
}
