// The subscription there is: when it was looked at, whose key is kept, and what waits for the person's word.
import { formatInstant } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { SourcesActions, SubscriptionReport } from './sources-types';

interface SubscriptionStateProps extends SourcesActions {
  subscription: SubscriptionReport;
  checking: boolean;
}

export function SubscriptionState({ subscription, checking, ...actions }: SubscriptionStateProps) {
  const { address, setBy, keyFrom, fingerprint, offeredFingerprint } = subscription;
  const facts: [string, string][] = [
    [t('subscription_checked'), formatInstant(subscription.checkedAt)],
    [t('subscription_good'), formatInstant(subscription.goodAt)],
    [t('subscription_next'), formatInstant(subscription.nextCheckAt)],
  ];
  return (
    <section class="subscription">
      <h2>{t('subscription_title')}</h2>
      <p>
        <code>{address}</code>
      </p>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {fingerprint && keyFrom ? (
        <p>
          {t('subscription_fingerprint')} <code>{fingerprint}</code>{' '}
          <span class="small">{t(`subscription_key_${keyFrom}`)}</span>
        </p>
      ) : null}
      {subscription.isSigned ? null : <p class="small">{t('subscription_unsigned')}</p>}
      {subscription.isHttp && !subscription.isSigned ? <p class="small">{t('subscription_http')}</p> : null}
      {offeredFingerprint ? (
        <div class="missing">
          <p>{t('subscription_new_key')}</p>
          <p>
            <code>{offeredFingerprint}</code>
          </p>
          <p>
            <button type="button" data-action="accept-key" onClick={actions.onAcceptKey}>
              {t('subscription_accept_key')}
            </button>
          </p>
        </div>
      ) : null}
      <p class="buttons">
        {subscription.needsPermission ? (
          <button type="button" class="primary" data-action="grant-subscription" onClick={actions.onGrant}>
            {t('subscription_grant')}
          </button>
        ) : (
          <button
            type="button"
            data-action="check-subscription"
            disabled={checking}
            onClick={actions.onCheck}
          >
            {t(checking ? 'subscription_checking' : 'subscription_check')}
          </button>
        )}
        {setBy === 'person' ? (
          <button type="button" data-action="unsubscribe" onClick={actions.onUnsubscribe}>
            {t('subscription_stop')}
          </button>
        ) : null}
      </p>
      {setBy === 'policy' ? <p class="small">{t('subscription_set_by_policy')}</p> : null}
    </section>
  );
}
