import { useState } from 'preact/hooks';
import { Loading, ReadFailed } from '../../components/notice';
import { SourcesView } from '../../components/sources-view';
import { useAsked } from '../../components/use-asked';
import { useLiveQuery } from '../../components/use-live-query';
import { originOf, readAddress } from '../../utils/config/address';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { sha256 } from '../../utils/platform/digest';
import { t } from '../../utils/platform/messages';
import { fail, type Problem, type Result } from '../../utils/platform/problem';
import { fromBase64 } from '../../utils/platform/signature';
import type { Ledger } from '../../utils/storage/database';
import { readSourceFacts } from '../../utils/storage/source-report';
import type { KnownConfig } from './config-view';
import { toSourcesReport } from './sources-report';

interface SourcesTabProps {
  db: Ledger;
  known: KnownConfig;
  origins: readonly string[];
  run: (command: Promise<Result<unknown>>) => Promise<boolean>;
}

export function SourcesTab({ db, known, origins, run }: SourcesTabProps) {
  const [checking, setChecking] = useState(false);
  const facts = useLiveQuery(() => readSourceFacts(db), 'sources');
  const subscription = facts.state === 'ready' ? facts.value.subscription : null;
  const keys = [subscription?.publicKey, subscription?.offeredKey].filter((key) => typeof key === 'string');
  const fingerprints = useAsked(() => readFingerprints(keys), keys.join());
  if (facts.state === 'loading') return <Loading />;
  if (facts.state === 'failed') return <ReadFailed />;
  const during = async (command: Promise<Result<unknown>>) => {
    setChecking(true);
    await run(command);
    setChecking(false);
  };
  const subscribe = (address: string, publicKey: string | null) => {
    const place = readAddress(address);
    const granted = place && askFor(place);
    void during(
      granted
        ? granted.then((yes) =>
            yes ? send('subscribe', { address: place, publicKey }) : refuse('noPermission'),
          )
        : refuse('badAddress'),
    );
  };
  const grant = () => {
    if (!subscription) return;
    const granted = askFor(subscription.address);
    void during(granted.then((yes) => (yes ? send('checkSubscription', null) : refuse('noPermission'))));
  };
  return (
    <SourcesView
      report={toSourcesReport(known, facts.value, origins, fingerprints ?? {}, t('language'))}
      checking={checking}
      onSubscribe={subscribe}
      onUnsubscribe={() => void run(send('unsubscribe', null))}
      onCheck={() => void during(send('checkSubscription', null))}
      onAcceptKey={() => void during(send('acceptOfferedKey', null))}
      onGrant={grant}
    />
  );
}

/** In the click itself: else the browser does not ask. */
const askFor = (address: string): Promise<boolean> =>
  browser.permissions.request({ origins: [originOf(address)] }).catch(() => false);

const refuse = async (code: Problem['code']): Promise<Result<never>> => fail({ code, path: '' });

/** The SHA-256 of a key in groups that can be read out on the telephone. */
async function readFingerprints(keys: readonly string[]): Promise<Record<string, string>> {
  const found = keys.map(async (key): Promise<[string, string]> => {
    const der = fromBase64(key);
    const hash = der === null ? '' : await sha256(der);
    return [key, (hash.slice(0, 32).match(/.{4}/g) ?? []).join(' ')];
  });
  return Object.fromEntries(await Promise.all(found));
}
