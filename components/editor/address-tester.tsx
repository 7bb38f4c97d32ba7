// Paste an address: which portal would it count for, and which of its rules apply?
import { useId, useState } from 'preact/hooks';
import { t } from '../../utils/platform/messages';
import type { TestedAddress } from './editor-types';

export function AddressTester({ test }: { test: (address: string) => TestedAddress }) {
  const [address, setAddress] = useState('');
  const id = useId();
  const result = address.trim() === '' ? null : test(address);
  return (
    <section class="address-tester">
      <h2>{t('test_title')}</h2>
      <label for={id} class="small">
        {t('test_why')}
      </label>
      <input
        id={id}
        type="text"
        class="long"
        placeholder="https://cunwu.example.gov.cn/web/#/report/monthly"
        value={address}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <div role="status" data-tested={result?.state}>
        {result ? <Answer result={result} /> : null}
      </div>
    </section>
  );
}

function Answer({ result }: { result: TestedAddress }) {
  if (result.state === 'noAddress') return <p>{t('test_no_address')}</p>;
  if (result.state === 'none') return <p>{t('test_none')}</p>;
  if (result.state === 'hostOnly') return <p>{t('test_host_only', result.portal ?? '')}</p>;
  return (
    <dl class="facts">
      <Fact name={t('portal')} value={result.portal} />
      <Fact name={t('test_route')} value={result.route} code />
      <Fact name={t('test_form')} value={result.form} code />
      <Fact name={t('test_page')} value={result.page} code />
    </dl>
  );
}

function Fact({ name, value, code = false }: { name: string; value: string | null; code?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === null ? t('test_no_rule') : code ? <code>{value}</code> : value}</dd>
    </div>
  );
}
