import type { Pause } from '../utils/domain/pause';
import { formatInstant } from '../utils/format';
import { t } from '../utils/platform/messages';
import { Notice } from './notice';

interface PauseButtonProps {
  /** null while it records. */
  pause: Pause | null;
  onPause: (paused: boolean) => void;
}

/** One word in both states, or "pressed" would mean the opposite of what it says; resuming in words is the
 * notice's part. */
export function PauseButton({ pause, onPause }: PauseButtonProps) {
  // What the clock paused, the clock lets go on; the notice says when.
  if (pause?.by === 'hours') return null;
  const paused = pause !== null;
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

interface PausedNoticeProps {
  pause: Pause;
  onPause: (paused: boolean, untilTomorrow?: boolean) => void;
}

export function PausedNotice({ pause, onPause }: PausedNoticeProps) {
  const until = pause.until === null ? null : formatInstant(pause.until);
  if (pause.by === 'hours')
    return (
      <Notice>
        <p>
          {t('paused_hours')} {until === null ? null : t('paused_until', until)}
        </p>
      </Notice>
    );
  return (
    <Notice>
      <p>
        {t('paused_notice')} {until === null ? null : t('paused_until', until)}
      </p>
      <p class="buttons">
        <button type="button" data-action="resume" onClick={() => onPause(false)}>
          {t('resume')}
        </button>
        {until === null ? (
          <button
            type="button"
            class="quiet"
            data-action="pause-until-tomorrow"
            onClick={() => onPause(true, true)}
          >
            {t('pause_until_tomorrow')}
          </button>
        ) : null}
      </p>
    </Notice>
  );
}
