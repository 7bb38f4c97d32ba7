// Deleting the fingerprints of entries: asked once, in place, because nothing brings them back.
import { useState } from 'preact/hooks';
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Live } from './use-live-query';

interface FingerprintsProps {
  /** Submissions that have fingerprints. */
  count: Live<number>;
  onForget: () => void;
}

export function Fingerprints({ count, onForget }: FingerprintsProps) {
  const [asking, setAsking] = useState(false);
  const kept = count.state === 'ready' ? count.value : 0;
  return (
    <section>
      <h2>{t('settings_fingerprints')}</h2>
      <p class="small">{t('settings_fingerprints_why')}</p>
      <p role="status">{t('settings_fingerprints_count', formatCount(kept))}</p>
      {asking ? (
        <p class="ask">
          {t('settings_forget_ask')}{' '}
          <button
            type="button"
            data-action="forget-entries-yes"
            onClick={() => {
              setAsking(false);
              onForget();
            }}
          >
            {t('settings_forget_yes')}
          </button>{' '}
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            {t('cancel')}
          </button>
        </p>
      ) : (
        <p>
          <button type="button" data-action="forget-entries" onClick={() => setAsking(true)}>
            {t('settings_forget')}
          </button>
        </p>
      )}
    </section>
  );
}
