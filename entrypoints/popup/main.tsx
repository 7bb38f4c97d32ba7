import { chosenOf } from '../../components/config-types';
import { PopupView } from '../../components/popup-view';
import { startPage } from '../../components/start-page';
import { useAsked } from '../../components/use-asked';
import { useCommand } from '../../components/use-command';
import { useConfigInForce } from '../../components/use-config-in-force';
import { type Live, useLiveQuery } from '../../components/use-live-query';
import { useOrigins } from '../../components/use-origins';
import { useReadyMark } from '../../components/use-ready-mark';
import { useToday } from '../../components/use-today';
import { parseDomainConfig as parse } from '../../utils/config/parse';
import { hostPermissions, reconcile } from '../../utils/config/registration-plan';
import { resolveConfig as resolve } from '../../utils/config/resolve';
import { regionsOf } from '../../utils/config/starter';
import { shiftDate } from '../../utils/domain/local-day';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import type { Overview } from '../../utils/storage/overview';
import { readOverviews } from '../../utils/storage/queries';
import { readSettings } from '../../utils/storage/settings';
import { frontPageState, readFrontPage, readToday } from './around';
import { useRepeats } from './use-repeats';

const db = openDatabase();
const reads = { parse, stored: () => db.configs.toArray(), settings: () => readSettings(db), resolve };

/** Today and the seven days up to it, from one reading of their rows. */
const readTodayAndWeek = (today: string) =>
  readOverviews(
    db,
    [
      { from: today, to: today },
      { from: shiftDate(today, -6), to: today },
    ],
    t('language'),
    systemClock().wall,
  );

function pick(live: Live<Overview[]>, at: number): Live<Overview> {
  if (live.state !== 'ready') return live;
  const value = live.value[at];
  return value ? { state: 'ready', value } : { state: 'failed' };
}

function Popup() {
  const today = useToday(readToday);
  const live = useLiveQuery(() => readTodayAndWeek(today), today);
  const [day, week] = [pick(live, 0), pick(live, 1)];
  const inForce = useConfigInForce(reads);
  const origins = useOrigins(browser.permissions);
  const paused = day.state === 'ready' && day.value.paused;
  const page = useAsked(readFrontPage, paused);
  const [problem, run] = useCommand();
  const repeats = useRepeats(db, today, day, run);
  useReadyMark(![day, inForce].some(({ state }) => state === 'loading'));
  const known = inForce.state === 'ready' ? inForce.value : null;
  const wanted = known && hostPermissions(chosenOf(known.config.portals, known.settings.portalIds));
  const asksRegion = known?.source === 'bundled' && !__MANAGED_BUILD__;
  return (
    <PopupView
      today={day}
      week={week}
      regions={asksRegion ? regionsOf(known.config) : []}
      hostsGranted={wanted && origins && reconcile(origins, wanted).register.length > 0}
      page={frontPageState(page, paused, known?.config.portals ?? [], t('language'))}
      problem={problem}
      repeats={repeats}
      onStart={(region) => run(send('startRecording', { region }))}
      onPause={(paused) => run(send('setPaused', { paused }))}
      onChoosePerson={(personId) => run(send('choosePerson', { personId }))}
      onAddPerson={(name) => run(send('addPerson', { name }))}
    />
  );
}

startPage(browser.i18n, 'appName', () => <Popup />);
