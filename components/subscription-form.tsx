import { useId, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';
import type { SourcesActions } from './sources-types';

interface SubscriptionFormProps extends Pick<SourcesActions, 'onSubscribe'> {
  checking: boolean;
}

/** The browser's own question comes with the click, so nothing may be awaited before `onSubscribe` asks it. */
export function SubscriptionForm({ checking, onSubscribe }: SubscriptionFormProps) {
  const [address, setAddress] = useState('');
  const [key, setKey] = useState('');
  const id = useId();
  return (
    <section>
      <h2>{t('subscription_title')}</h2>
      <p class="small">{t('subscription_why')}</p>
      <form
        class="subscription-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubscribe(address.trim(), key.trim() || null);
        }}
      >
        <label for={`${id}-address`}>{t('subscription_address')}</label>
        <input
          id={`${id}-address`}
          type="text"
          class="long"
          inputMode="url"
          placeholder="https://lists.example.gov.cn/county.json"
          autocomplete="off"
          spellcheck={false}
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <label for={`${id}-key`}>{t('subscription_key')}</label>
        <input
          id={`${id}-key`}
          type="text"
          class="long"
          autocomplete="off"
          spellcheck={false}
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p class="small">{t('subscription_key_hint')}</p>
        <p>
          <button type="submit" data-action="subscribe" disabled={checking || address.trim() === ''}>
            {t(checking ? 'subscription_checking' : 'subscription_start')}
          </button>
        </p>
      </form>
    </section>
  );
}
