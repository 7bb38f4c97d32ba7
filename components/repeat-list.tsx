// The repeats of one day: that and where something was given before, never what. Each can be called none, and
// that can be taken back.
import { formatCount, formatTime } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { RepeatLine } from '../utils/storage/overview';
import { Duration } from './metric-value';

export interface RepeatActions {
  onNotARepeat: (actionId: string) => void;
  onUndo: (correctionId: string) => void;
}

interface RepeatListProps extends RepeatActions {
  repeats: readonly RepeatLine[];
}

export function RepeatList({ repeats, onNotARepeat, onUndo }: RepeatListProps) {
  if (repeats.length === 0) return <p class="small">{t('repeats_none')}</p>;
  return (
    <ul class="repeat-list">
      {repeats.map((line) => (
        <li key={line.actionId} data-repeat={line.scope} data-counted={line.correctionId === null}>
          <span class="num">{formatTime(line.at, line.utcOffsetMin)}</span>
          <span>
            <b>{line.title}</b> <span class="small">{wordsOf(line)}</span>
          </span>
          {line.correctionId === null ? (
            <Duration ms={line.repeatMs} />
          ) : (
            <span class="small">{t('repeat_said_none')}</span>
          )}
          <Choice line={line} onNotARepeat={onNotARepeat} onUndo={onUndo} />
        </li>
      ))}
    </ul>
  );
}

function wordsOf(line: RepeatLine): string {
  const counts = [formatCount(line.eligibleEntries), formatCount(line.sharedEntries)] as const;
  if (line.scope === 'crossPortal') return t('repeat_cross', ...counts, line.had.join(t('list_separator')));
  return line.hadAt === null
    ? t('repeat_same', ...counts)
    : t('repeat_same_at', ...counts, formatTime(line.hadAt, line.utcOffsetMin));
}

function Choice({ line, onNotARepeat, onUndo }: { line: RepeatLine } & RepeatActions) {
  const { actionId, correctionId } = line;
  const about = `${formatTime(line.at, line.utcOffsetMin)} ${line.title}`;
  return correctionId === null ? (
    <button
      type="button"
      class="quiet"
      data-action="not-a-repeat"
      aria-label={t('labelled', t('repeat_not'), about)}
      onClick={() => onNotARepeat(actionId)}
    >
      {t('repeat_not')}
    </button>
  ) : (
    <button
      type="button"
      class="quiet"
      data-action="undo-correction"
      aria-label={t('labelled', t('undo'), about)}
      onClick={() => onUndo(correctionId)}
    >
      {t('undo')}
    </button>
  );
}
