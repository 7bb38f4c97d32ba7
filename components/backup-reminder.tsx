// At the foot of the report, never a pop-up: a record that is in one place only can be lost.
import { t } from '../utils/platform/messages';
import { Notice } from './notice';

export function BackupReminder({ ageDays }: { ageDays: number | null }) {
  return (
    <Notice>
      <p>{ageDays === null ? t('backup_none') : t('backup_old', ageDays)}</p>
      <a href="/export.html">{t('backup_make')}</a>
    </Notice>
  );
}
