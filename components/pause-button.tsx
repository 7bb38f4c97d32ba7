import { t } from '../utils/platform/messages';
import { Notice } from './notice';

interface PauseButtonProps {
  paused: boolean;
  onPause: (paused: boolean) => void;
}

/** One word in both states, or "pressed" would mean the opposite of what it says; resuming in words is the
 * notice's part. */
export function PauseButton({ paused, onPause }: PauseButtonProps) {
  return (
    <button
      type="button"
      class="pause"
      data-action="pause"
      aria-pressed={paused}
      onClick={() => onPause(!paused)}
    >
      <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2.5 1.5h2.5v9H2.5zM7 1.5h2.5v9H7z" />
      </svg>
      {t('pause')}
    </button>
  );
}

/** 记录中 / 已暂停, with a mark that differs in shape, not only in colour. */
export function RecordingState({ paused }: { paused: boolean }) {
  return (
    <span class="recording" data-paused={paused}>
      <svg class="icon" viewBox="0 0 10 10" aria-hidden="true">
        {paused ? <circle class="ring" cx="5" cy="5" r="3.5" /> : <circle class="dot" cx="5" cy="5" r="4" />}
      </svg>
      {t(paused ? 'state_paused' : 'state_recording')}
    </span>
  );
}

export function PausedNotice({ onPause }: Pick<PauseButtonProps, 'onPause'>) {
  return (
    <Notice>
      <p>{t('paused_notice')}</p>
      <button type="button" onClick={() => onPause(false)}>
        {t('resume')}
      </button>
    </Notice>
  );
}
