// What the report reads: the range first; what stands further down when that is on the screen.
import { useLiveQuery } from '../../components/use-live-query';
import type { ReportRange } from '../../utils/domain/report-range';
import { systemClock } from '../../utils/platform/clock';
import { t } from '../../utils/platform/messages';
import { readBackupAge } from '../../utils/storage/backup-age';
import type { Ledger } from '../../utils/storage/database';
import { readOverview } from '../../utils/storage/queries';
import { readRepeatLines } from '../../utils/storage/repeat-queries';
import { readReportRest } from '../../utils/storage/report';

export function useReport(db: Ledger, range: ReportRange, today: string) {
  const { from, to } = range;
  const live = useLiveQuery(
    () => readOverview(db, from, to, t('language'), systemClock().wall),
    `${from} ${to}`,
  );
  const overview = live.state === 'ready' ? live.value : null;
  const isShown = overview?.from === from && overview.to === to;
  const rest = useLiveQuery(
    () => readReportRest(db, range, today, t('language'), systemClock().wall),
    isShown ? `${from} ${to} ${today}` : null,
  );
  const repeats = useLiveQuery(() => readRepeatLines(db, to, t('language')), isShown ? to : null);
  const backup = useLiveQuery(() => readBackupAge(db, systemClock().wall), isShown ? today : null);
  return {
    live,
    rest,
    repeats,
    overview,
    backupAgeDays: backup.state === 'ready' ? backup.value : undefined,
    ready: live.state === 'failed' || ![live, rest, repeats].some(({ state }) => state === 'loading'),
  };
}
