// Deleting for good: a day, a portal, everything. It asks once, and says what will be gone.
import { useState } from 'preact/hooks';
import type { DateKey } from '../utils/domain/records';
import { formatCount, formatDate } from '../utils/format';
import { t } from '../utils/platform/messages';

type Wanted =
  | { scope: 'day'; date: DateKey }
  | { scope: 'portal'; portalId: string }
  | { scope: 'everything' };

interface DeletionPanelProps {
  portals: readonly { id: string; title: string }[];
  today: DateKey;
  /** How much is there. */
  onCount: (wanted: Wanted) => Promise<{ spans: number; actions: number }>;
  onDelete: (wanted: Wanted) => Promise<boolean>;
}

type Asked = { wanted: Wanted; what: string; counts: { spans: number; actions: number } };

export function DeletionPanel({ portals, today, onCount, onDelete }: DeletionPanelProps) {
  const [date, setDate] = useState(today);
  const [portalId, setPortalId] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [state, setState] = useState<'idle' | 'deleting' | 'done'>('idle');
  const ask = async (wanted: Wanted, what: string) => {
    setState('idle');
    setAsked({ wanted, what, counts: await onCount(wanted) });
  };
  const carryOut = async () => {
    if (!asked) return;
    setState('deleting');
    const isDone = await onDelete(asked.wanted);
    setAsked(null);
    setState(isDone ? 'done' : 'idle');
  };
  const portal = portals.find(({ id }) => id === portalId);
  return (
    <section class="deletion">
      <h2>{t('delete_title')}</h2>
      <p class="small">{t('delete_why')}</p>
      <div class="field">
        <label>
          {t('delete_day')}{' '}
          <input
            type="date"
            value={date}
            max={today}
            onInput={(event) => setDate(event.currentTarget.value)}
          />
        </label>
        <button type="button" disabled={!date} onClick={() => ask({ scope: 'day', date }, formatDate(date))}>
          {t('delete_day_button')}
        </button>
      </div>
      <div class="field">
        <label>
          {t('delete_portal')}{' '}
          <select value={portalId} onChange={(event) => setPortalId(event.currentTarget.value)}>
            <option value="">{t('delete_portal_none')}</option>
            {portals.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={!portal}
          onClick={() => portal && ask({ scope: 'portal', portalId: portal.id }, portal.title)}
        >
          {t('delete_portal_button')}
        </button>
      </div>
      <p>
        <button
          type="button"
          data-action="delete-everything"
          onClick={() => ask({ scope: 'everything' }, t('delete_everything_name'))}
        >
          {t('delete_everything')}
        </button>
      </p>
      <div role="alert">
        {asked ? (
          <div class="notice">
            <p>
              {t(
                'delete_ask',
                asked.what,
                formatCount(asked.counts.actions),
                formatCount(asked.counts.spans),
              )}{' '}
              {asked.wanted.scope === 'everything' ? t('delete_ask_everything') : null}
            </p>
            <p class="corrections">
              <button
                type="button"
                data-action="confirm-deletion"
                disabled={state === 'deleting'}
                onClick={carryOut}
              >
                {state === 'deleting' ? t('delete_going_on') : t('delete_yes')}
              </button>
              <button type="button" disabled={state === 'deleting'} onClick={() => setAsked(null)}>
                {t('cancel')}
              </button>
            </p>
          </div>
        ) : null}
        {state === 'done' ? <p>{t('delete_done')}</p> : null}
      </div>
    </section>
  );
}
