// What the popup reads of the ledger: today and the week in one go, whether a host was granted, and before consent
// the provinces to choose from.
import { type Live, useLiveQuery } from '../../components/use-live-query';
import { shiftDate } from '../../utils/domain/local-day';
import { systemClock } from '../../utils/platform/clock';
import { t } from '../../utils/platform/messages';
import type { Ledger } from '../../utils/storage/database';
import { readHostsGranted } from '../../utils/storage/granted-hosts';
import type { Overview } from '../../utils/storage/overview';
import { readOverviews } from '../../utils/storage/queries';

export function useDays(db: Ledger, today: string) {
  const live = useLiveQuery(() => {
    const ranges = [today, shiftDate(today, -6)].map((from) => ({ from, to: today }));
    return readOverviews(db, ranges, t('language'), systemClock().wall);
  }, today);
  const [day, week] = [pick(live, 0), pick(live, 1)];
  const beforeConsent = day.state === 'ready' && !day.value.consented;
  const regions = useLiveQuery(
    async () => (await import('./first-regions')).readRegions(db),
    beforeConsent ? 'regions' : null,
  );
  const hosts = useLiveQuery(() => readHostsGranted(db), 'hosts');
  return {
    day,
    week,
    regions: regions.state === 'ready' ? regions.value : [],
    hostsGranted: hosts.state === 'ready' ? hosts.value : null,
    ready: ![day, beforeConsent ? regions : hosts].some(({ state }) => state === 'loading'),
  };
}

function pick(live: Live<Overview[]>, at: number): Live<Overview> {
  if (live.state !== 'ready') return live;
  const value = live.value[at];
  return value ? { state: 'ready', value } : { state: 'failed' };
}
