import { useState } from 'preact/hooks';
import type { ImportState } from '../../components/config-import';
import { ConfigsView } from '../../components/configs-view';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useConfigInForce } from '../../components/use-config-in-force';
import { useOrigins } from '../../components/use-origins';
import { useReadyMark } from '../../components/use-ready-mark';
import { parseDomainConfig as parse } from '../../utils/config/parse';
import { resolveConfig as resolve } from '../../utils/config/resolve';
import { defaultChoice } from '../../utils/config/starter';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import { readSettings } from '../../utils/storage/settings';
import { missingOrigins, toConfigView } from './config-view';
import { importFile } from './import-file';

const db = openDatabase();
const reads = { parse, stored: () => db.configs.toArray(), settings: () => readSettings(db), resolve };

function Configs() {
  const inForce = useConfigInForce(reads);
  const origins = useOrigins(browser.permissions);
  const [refused, setRefused] = useState(false);
  const [imported, setImported] = useState<ImportState>({ state: 'idle' });
  const [problem, run] = useCommand();
  const known = inForce.state === 'ready' ? inForce.value : null;
  const live = toConfigView(inForce, origins, t('language'));
  useReadyMark(live.state !== 'loading');
  const grant = () => {
    if (!known || !origins) return;
    // In the click itself: else the browser does not ask.
    const asked = browser.permissions.request({ origins: missingOrigins(known, origins) });
    void asked.then((granted) => {
      setRefused(!granted);
      if (granted) void run(send('reconcile', null));
    });
  };
  const choose = (portalIds: string[], region: string | null) =>
    run(send('choosePortals', { portalIds, region }));
  return (
    <ConfigsView
      live={live}
      imported={imported}
      grantRefused={refused}
      problem={problem}
      onImport={(file) => void importFile(file, setImported)}
      onRemove={() => run(send('removeImportedConfig', null))}
      onGrant={grant}
      onRegion={(region) => known && choose(defaultChoice(known.config, region), region)}
      onChoose={(portalIds) => known && choose(portalIds, known.settings.region)}
    />
  );
}

startPage(browser.i18n, 'page_configs', () => <Configs />);
