import { useState } from 'preact/hooks';
import { ReportRepeats } from '../../components/repeat-sections';
import { RANGES, type RangeId, ReportView } from '../../components/report-view';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useLiveQuery } from '../../components/use-live-query';
import { useReadyMark } from '../../components/use-ready-mark';
import { useToday } from '../../components/use-today';
import { dateKeyAt, shiftDate } from '../../utils/domain/local-day';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { t } from '../../utils/platform/messages';
import { readBackupAge } from '../../utils/storage/backup-age';
import { openDatabase } from '../../utils/storage/database';
import { readOverview } from '../../utils/storage/queries';
import { readRepeats } from '../../utils/storage/repeat-queries';

const db = openDatabase();

function readToday(): string {
  const { wall, utcOffsetMin } = systemClock();
  return dateKeyAt(wall, utcOffsetMin);
}

function Report() {
  const today = useToday(readToday);
  const [range, setRange] = useState<RangeId>('today');
  const from = shiftDate(today, 1 - RANGES[range]);
  const live = useLiveQuery(
    () => readOverview(db, from, today, t('language'), systemClock().wall),
    `${from} ${today}`,
  );
  const repeats = useLiveQuery(() => readRepeats(db, from, today, t('language')), `${from} ${today}`);
  const [problem, run] = useCommand();
  useReadyMark(![live, repeats].some(({ state }) => state === 'loading'));
  const backup = useLiveQuery(() => readBackupAge(db, systemClock().wall), today);
  return (
    <ReportView
      live={live}
      range={range}
      onRange={setRange}
      repeats={
        <ReportRepeats
          live={repeats}
          problem={problem}
          onNotARepeat={(targetId) => run(send('correct', { targetId, kind: 'notARepeat', value: null }))}
          onUndo={(correctionId) => run(send('undoCorrection', { correctionId }))}
        />
      }
      backupAgeDays={backup.state === 'ready' ? backup.value : undefined}
    />
  );
}

startPage(browser.i18n, 'page_report', () => <Report />);
