import { useState } from 'preact/hooks';
import { ReportRepeats } from '../../components/repeat-sections';
import { REPORT_TABS, ReportView } from '../../components/report-view';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useFragment } from '../../components/use-fragment';
import { useReadyMark } from '../../components/use-ready-mark';
import { useToday } from '../../components/use-today';
import { type RangeChoice, rangeOf } from '../../utils/domain/report-range';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { openDatabase } from '../../utils/storage/database';
import { readToday } from './read-today';
import { OwnRecord } from './record';
import { useReport } from './use-report';

const db = openDatabase();

function Report() {
  const today = useToday(readToday);
  const tab = useFragment(REPORT_TABS);
  const [chosen, setChosen] = useState<RangeChoice | null>(null);
  // Until somebody chooses, the report is today's, and goes on with the date.
  const choice = chosen ?? { unit: 'day', anchor: today };
  const range = rangeOf(choice, today);
  const { live, rest, repeats, overview, backupAgeDays, ready } = useReport(db, range, today);
  const [problem, run] = useCommand();
  useReadyMark(ready);
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
      backupAgeDays={backupAgeDays}
      record={<OwnRecord db={db} today={today} />}
    />
  );
}

startPage(browser.i18n, 'page_report', () => <Report />);
