import { Fingerprints } from '../../components/fingerprints';
import { SettingsView } from '../../components/settings-view';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useLiveQuery } from '../../components/use-live-query';
import { useReadyMark } from '../../components/use-ready-mark';
import { useToday } from '../../components/use-today';
import { dateKeyAt } from '../../utils/domain/local-day';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import { readOverview } from '../../utils/storage/queries';
import { countFingerprints } from '../../utils/storage/repeat-queries';
import { readLocks } from '../../utils/storage/source-store';

const db = openDatabase();

function readToday(): string {
  const { wall, utcOffsetMin } = systemClock();
  return dateKeyAt(wall, utcOffsetMin);
}

const readLicences = async () => (await fetch('/licences.json')).json();

function Settings() {
  const today = useToday(readToday);
  const live = useLiveQuery(() => readOverview(db, today, today, t('language'), systemClock().wall), today);
  const fingerprints = useLiveQuery(() => countFingerprints(db), '');
  const locks = useLiveQuery(() => readLocks(db), 'locks');
  const [problem, run] = useCommand();
  useReadyMark(live.state !== 'loading');
  return (
    <SettingsView
      live={live}
      timeoutLocked={locks.state === 'ready' && locks.value.includes('idleTimeout')}
      version={browser.runtime.getManifest().version}
      today={today}
      problem={problem}
      fingerprints={<Fingerprints count={fingerprints} onForget={() => run(send('forgetEntries', null))} />}
      onPause={(paused, untilTomorrow = false) => run(send('setPaused', { paused, untilTomorrow }))}
      onBadge={(badge) => run(send('setBadge', { badge }))}
      onOnlyWorkingHours={(personId, only) => run(send('setOnlyWorkingHours', { personId, only }))}
      onPrivateWords={(personId, words) => run(send('setPrivateWords', { personId, words }))}
      onTimeout={(idleTimeoutMs) => run(send('setIdleTimeout', { idleTimeoutMs }))}
      onHours={(personId, from, hours) => run(send('setWorkingHours', { personId, from, hours }))}
      onDutyDay={(personId, date, onDuty) => run(send('setDutyDay', { personId, date, onDuty }))}
      onRetention={(months) => run(send('setRetention', { months }))}
      onStartPerson={(personId) => run(send('setStartPerson', { personId }))}
      readLicences={readLicences}
      onCheckSums={() => send('repairDays', null)}
      onAddPerson={(name) => run(send('addPerson', { name }))}
      onRenamePerson={(personId, name) => run(send('renamePerson', { personId, name }))}
      onRetirePerson={(personId) => run(send('retirePerson', { personId }))}
    />
  );
}

startPage(browser.i18n, 'page_settings', () => <Settings />);
