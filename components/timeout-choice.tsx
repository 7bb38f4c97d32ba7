import { formatTimeout } from '../utils/format';
import { t } from '../utils/platform/messages';

const CHOICES_MS = [30_000, 60_000, 120_000, 300_000];
const DEFAULT_MS = 60_000;

interface TimeoutChoiceProps {
  idleTimeoutMs: number;
  /** The administrator fixed it for everybody. */
  locked: boolean;
  onTimeout: (idleTimeoutMs: number) => void;
}

export function TimeoutChoice({ idleTimeoutMs, locked, onTimeout }: TimeoutChoiceProps) {
  return (
    <fieldset class="choices" disabled={locked}>
      <legend class="unseen">{t('settings_timeout')}</legend>
      {CHOICES_MS.map((ms) => (
        <label key={ms}>
          <input
            type="radio"
            name="idle-timeout"
            value={ms}
            checked={ms === idleTimeoutMs}
            onChange={() => onTimeout(ms)}
          />{' '}
          {formatTimeout(ms)}
          {ms === DEFAULT_MS ? <span class="small"> {t('default')}</span> : null}
        </label>
      ))}
      {locked ? <p class="small">{t('problem_lockedByAdmin')}</p> : null}
    </fieldset>
  );
}
