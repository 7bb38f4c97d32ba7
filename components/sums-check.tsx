import { useState } from 'preact/hooks';
import { t, tCount } from '../utils/platform/messages';

/** Adds all days up again from what was recorded, and says whether any sum was another one. */
export function SumsCheck({ onCheck }: { onCheck: () => Promise<{ days: number; mended: number }> }) {
  const [said, setSaid] = useState('');
  const check = async () => {
    setSaid(t('sums_checking'));
    const { days, mended } = await onCheck();
    setSaid(mended === 0 ? tCount('sums_agree', days) : t('sums_mended', days, mended));
  };
  return (
    <>
      <p class="small">{t('sums_why')}</p>
      <p>
        <button type="button" data-action="check-sums" onClick={() => void check()}>
          {t('sums_check')}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </>
  );
}
