import { PopupView } from '../../components/popup-view';
import { startPage } from '../../components/start-page';
import { useAsked } from '../../components/use-asked';
import { useCommand } from '../../components/use-command';
import { useReadyMark } from '../../components/use-ready-mark';
import { useToday } from '../../components/use-today';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import { frontPageState, readFrontPage, readNewerData, readToday } from './around';
import { useDays } from './use-days';
import { useRepeats } from './use-repeats';

const db = openDatabase();

function Popup() {
  const today = useToday(readToday);
  const { day, week, regions, hostsGranted, ready } = useDays(db, today);
  const paused = day.state === 'ready' && day.value.paused;
  const page = useAsked(() => readFrontPage(db, t('language')), paused);
  const [problem, run] = useCommand();
  const newer = useAsked(() => readNewerData(db), null);
  const repeats = useRepeats(db, today, day, run);
  useReadyMark(ready);
  return (
    <PopupView
      today={day}
      week={week}
      regions={regions}
      hostsGranted={hostsGranted}
      page={frontPageState(page, paused)}
      problem={problem ?? newer ?? null}
      repeats={repeats}
      onStart={(region) => run(send('startRecording', { region }))}
      onPause={(paused, untilTomorrow = false) => run(send('setPaused', { paused, untilTomorrow }))}
      onChoosePerson={(personId) => run(send('choosePerson', { personId }))}
      onAddPerson={(name) => run(send('addPerson', { name }))}
    />
  );
}

startPage(browser.i18n, 'appName', () => <Popup />);
