import { chosenOf } from '../../components/config-types';
import { PopupView } from '../../components/popup-view';
import { startPage } from '../../components/start-page';
import { useAsked } from '../../components/use-asked';
import { useCommand } from '../../components/use-command';
import { useConfigInForce } from '../../components/use-config-in-force';
import { useLiveQuery } from '../../components/use-live-query';
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
import { readOverview } from '../../utils/storage/queries';
import { readSettings } from '../../utils/storage/settings';
import { frontPageState, readFrontPage, readNewerData, readToday } from './around';
import { useRepeats } from './use-repeats';

const db = openDatabase();
const reads = { parse, stored: () => db.configs.toArray(), settings: () => readSettings(db), resolve };

function Popup() {
  const today = useToday(readToday);
  const day = useLiveQuery(() => readOverview(db, today, today, t('language'), systemClock().wall), today);
  const week = useLiveQuery(
    () => readOverview(db, shiftDate(today, -6), today, t('language'), systemClock().wall),
    today,
  );
  const inForce = useConfigInForce(reads);
  const origins = useOrigins(browser.permissions);
  const paused = day.state === 'ready' && day.value.paused;
  const page = useAsked(readFrontPage, paused);
  const [problem, run] = useCommand();
  const newer = useAsked(() => readNewerData(db), null);
  const repeats = useRepeats(db, today, run);
  useReadyMark(![day, week, repeats.live, inForce].some(({ state }) => state === 'loading'));
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
      problem={problem ?? newer ?? null}
      repeats={repeats.drawn}
      onStart={(region) => run(send('startRecording', { region }))}
      onPause={(paused) => run(send('setPaused', { paused }))}
      onChoosePerson={(personId) => run(send('choosePerson', { personId }))}
      onAddPerson={(name) => run(send('addPerson', { name }))}
    />
  );
}

startPage(browser.i18n, 'appName', () => <Popup />);
