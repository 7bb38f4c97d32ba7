import { useState } from 'preact/hooks';
import { t, tCount } from '../utils/platform/messages';

/** Adds all days up again from what was recorded, and says whether any sum was another one. */
export function SumsCheck({ onCheck }: { onCheck: () => Promise<{ days: number; mended: number }> }) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const check = async () => {
    setBusy(true);
    setSaid(t('sums_checking'));
    try {
      const { days, mended } = await onCheck();
      setSaid(mended === 0 ? tCount('sums_agree', days) : t('sums_mended', days, mended));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="small">{t('sums_why')}</p>
      <p class="buttons">
        <button type="button" data-action="check-sums" disabled={busy} onClick={() => void check()}>
          {t('sums_check')}
        </button>
        <span role="status">{said}</span>
      </p>
      {/* A year takes some seconds; how many days there are is only known at the end. */}
      {busy ? <progress aria-label={t('sums_checking')} /> : null}
    </>
  );
}
