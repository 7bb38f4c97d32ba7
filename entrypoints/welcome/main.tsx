import { useState } from 'preact/hooks';
import { chosenOf, hostNames } from '../../components/config-types';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useConfigInForce } from '../../components/use-config-in-force';
import { useLiveQuery } from '../../components/use-live-query';
import { useOrigins } from '../../components/use-origins';
import { useReadyMark } from '../../components/use-ready-mark';
import { nextStep, WelcomeView } from '../../components/welcome-view';
import { textIn } from '../../utils/config/local-text';
import { parseDomainConfig as parse } from '../../utils/config/parse';
import { hostPermissions, reconcile } from '../../utils/config/registration-plan';
import { resolveConfig as resolve } from '../../utils/config/resolve';
import { regionsOf } from '../../utils/config/starter';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import { readFirstSeen } from '../../utils/storage/first-seen';
import { readSettings } from '../../utils/storage/settings';

const db = openDatabase();
const reads = { parse, stored: () => db.configs.toArray(), settings: () => readSettings(db), resolve };

function Welcome() {
  const inForce = useConfigInForce(reads);
  const seen = useLiveQuery(() => readFirstSeen(db, t('language')), 'first');
  const origins = useOrigins(browser.permissions);
  const [refused, setRefused] = useState(false);
  const [problem, run] = useCommand();
  const known = inForce.state === 'ready' ? inForce.value : null;
  const chosen = known ? chosenOf(known.config.portals, known.settings.portalIds) : [];
  const { missing } = reconcile(origins ?? [], hostPermissions(chosen));
  useReadyMark(inForce.state !== 'loading' && origins !== null);
  const step = nextStep({
    state: origins === null ? 'loading' : inForce.state,
    consented: known !== null && known.settings.consentAt !== null,
    regions: known?.source === 'bundled' && !__MANAGED_BUILD__ ? regionsOf(known.config) : [],
    asks: missing.length > 0 && !__MANAGED_BUILD__,
    refused,
    portals: chosen.map((portal) => ({
      id: portal.id,
      title: textIn(portal.title, t('language')),
      hosts: hostNames(hostPermissions([portal])),
    })),
    firstSeen: seen.state === 'ready' ? seen.value : null,
    managedTitle: __MANAGED_BUILD__ && known ? textIn(known.config.title, t('language')) : null,
  });
  const grant = () => {
    // First of all, and in the click: else the browser does not ask.
    const asked = browser.permissions.request({ origins: missing });
    void asked.then((granted) => {
      setRefused(!granted);
      if (granted) void run(send('reconcile', null));
    });
  };
  const start = async (region: string | null) => {
    if (await run(send('startRecording', { region }))) await navigator.storage?.persist?.();
  };
  return <WelcomeView now={step} problem={problem} onStart={start} onGrant={grant} />;
}

startPage(browser.i18n, 'page_welcome', () => <Welcome />);
