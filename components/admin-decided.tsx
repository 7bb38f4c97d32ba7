// In plain words what the administrator decided, and that it ends there.
import { formatTimeout } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { AdminDecisions } from './sources-types';

const DEFAULT_TIMEOUT_MS = 60_000;

export function AdminDecided({ admin }: { admin: AdminDecisions }) {
  const decided = [
    admin.managedBuild ? t('admin_build') : null,
    admin.configByPolicy ? t('admin_config') : null,
    admin.subscriptionByPolicy ? t('admin_subscription', admin.subscriptionByPolicy) : null,
    ...admin.locks.map((lock) => t(`admin_lock_${lock}`, formatTimeout(DEFAULT_TIMEOUT_MS))),
  ].filter((line) => line !== null);
  return (
    <section class="admin-decided" data-decided={decided.length}>
      <h2>{t('admin_title')}</h2>
      {decided.length === 0 ? (
        <p>{t('admin_nothing')}</p>
      ) : (
        <>
          <ul>
            {decided.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="promise">{t('admin_sees_nothing')}</p>
        </>
      )}
    </section>
  );
}
