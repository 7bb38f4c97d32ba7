// Today's repeats: read when they are opened, and corrected.
import { useState } from 'preact/hooks';
import { TodayRepeats } from '../../components/repeat-sections';
import type { useCommand } from '../../components/use-command';
import { type Live, useLiveQuery } from '../../components/use-live-query';
import { send } from '../../utils/messaging/messenger';
import { t } from '../../utils/platform/messages';
import type { Ledger } from '../../utils/storage/database';
import type { Overview } from '../../utils/storage/overview';
import { readRepeatLines } from '../../utils/storage/repeat-queries';

export function useRepeats(
  db: Ledger,
  today: string,
  day: Live<Overview>,
  run: ReturnType<typeof useCommand>[1],
) {
  const [opened, setOpened] = useState(false);
  const lines = useLiveQuery(() => readRepeatLines(db, today, t('language')), opened ? today : null);
  if (day.state !== 'ready') return null;
  return (
    <TodayRepeats
      overview={day.value}
      lines={lines}
      onOpen={() => setOpened(true)}
      onNotARepeat={(targetId) => run(send('correct', { targetId, kind: 'notARepeat', value: null }))}
      onUndo={(correctionId) => run(send('undoCorrection', { correctionId }))}
    />
  );
}
