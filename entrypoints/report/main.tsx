import { useState } from 'preact/hooks';
import { ReportRepeats } from '../../components/repeat-sections';
import { REPORT_TABS, ReportView } from '../../components/report-view';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useFragment } from '../../components/use-fragment';
import { useLiveQuery } from '../../components/use-live-query';
import { useReadyMark } from '../../components/use-ready-mark';
import { useToday } from '../../components/use-today';
import { type RangeChoice, rangeOf } from '../../utils/domain/report-range';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { t } from '../../utils/platform/messages';
import { readBackupAge } from '../../utils/storage/backup-age';
import { openDatabase } from '../../utils/storage/database';
import { readOverview } from '../../utils/storage/queries';
import { readRepeatLines } from '../../utils/storage/repeat-queries';
import { readReportRest } from '../../utils/storage/report';
import { readToday } from './read-today';
import { OwnRecord } from './record';

const db = openDatabase();

function Report() {
  const today = useToday(readToday);
  const tab = useFragment(REPORT_TABS);
  const [chosen, setChosen] = useState<RangeChoice | null>(null);
  // Until somebody chooses, the report is today's, and goes on with the date.
  const choice = chosen ?? { unit: 'day', anchor: today };
  const range = rangeOf(choice, today);
  const key = `${range.from} ${range.to}`;
  const live = useLiveQuery(
    () => readOverview(db, range.from, range.to, t('language'), systemClock().wall),
    key,
  );
  const overview = live.state === 'ready' ? live.value : null;
  // What stands further down is read when the range itself is on the screen.
  const isShown = overview?.from === range.from && overview.to === range.to;
  const rest = useLiveQuery(
    () => readReportRest(db, range, today, t('language'), systemClock().wall),
    isShown ? `${key} ${today}` : null,
  );
  const repeats = useLiveQuery(() => readRepeatLines(db, range.to, t('language')), isShown ? range.to : null);
  const [problem, run] = useCommand();
  useReadyMark(live.state === 'failed' || ![live, rest, repeats].some(({ state }) => state === 'loading'));
  const backup = useLiveQuery(() => readBackupAge(db, systemClock().wall), isShown ? today : null);
  return (
    <ReportView
      live={live}
      rest={rest}
      tab={tab}
      choice={choice}
      today={today}
      onChoice={setChosen}
      onPrint={() => window.print()}
      repeats={
        overview && (
          <ReportRepeats
            overview={overview}
            lines={repeats}
            problem={problem}
            onNotARepeat={(targetId) => run(send('correct', { targetId, kind: 'notARepeat', value: null }))}
            onUndo={(correctionId) => run(send('undoCorrection', { correctionId }))}
          />
        )
      }
      backupAgeDays={backup.state === 'ready' ? backup.value : undefined}
      record={<OwnRecord db={db} today={today} />}
    />
  );
}

startPage(browser.i18n, 'page_report', () => <Report />);
