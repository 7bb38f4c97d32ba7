// Today's repeats, read and corrected.
import { TodayRepeats } from '../../components/repeat-sections';
import type { useCommand } from '../../components/use-command';
import { useLiveQuery } from '../../components/use-live-query';
import { send } from '../../utils/messaging/messenger';
import { t } from '../../utils/platform/messages';
import type { Ledger } from '../../utils/storage/database';
import { readRepeats } from '../../utils/storage/repeat-queries';

export function useRepeats(db: Ledger, today: string, run: ReturnType<typeof useCommand>[1]) {
  const live = useLiveQuery(() => readRepeats(db, today, today, t('language')), today);
  const drawn = (
    <TodayRepeats
      live={live}
      onNotARepeat={(targetId) => run(send('correct', { targetId, kind: 'notARepeat', value: null }))}
      onUndo={(correctionId) => run(send('undoCorrection', { correctionId }))}
    />
  );
  return { live, drawn };
}
