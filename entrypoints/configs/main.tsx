import { useState } from 'preact/hooks';
import type { ImportState } from '../../components/config-import';
import { useConfigTab } from '../../components/config-tabs';
import { ConfigsView } from '../../components/configs-view';
import { startPage } from '../../components/start-page';
import { useCommand } from '../../components/use-command';
import { useReadyMark } from '../../components/use-ready-mark';
import { defaultChoice } from '../../utils/config/starter';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { missingOrigins } from './config-view';
import { EditTab } from './edit-tab';
import { importFile } from './import-file';
import { SourcesTab } from './sources-tab';
import { db, useConfigPage } from './use-config-page';

function Configs() {
  const { known, origins, live } = useConfigPage();
  const [refused, setRefused] = useState(false);
  const [imported, setImported] = useState<ImportState>({ state: 'idle' });
  const [problem, run] = useCommand();
  const tab = useConfigTab();
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
      tab={tab}
      live={live}
      imported={imported}
      grantRefused={refused}
      problem={problem}
      onImport={(file) => void importFile(file, setImported)}
      onRemove={() => run(send('removeImportedConfig', null))}
      onGrant={grant}
      onRegion={(region) => known && choose(defaultChoice(known.config, region), region)}
      onChoose={(portalIds) => known && choose(portalIds, known.settings.region)}
    >
      {tab === 'edit' ? <EditTab db={db} inForce={known?.config ?? null} /> : null}
      {tab === 'sources' && known && origins ? (
        <SourcesTab db={db} known={known} origins={origins} run={run} />
      ) : null}
    </ConfigsView>
  );
}

startPage(browser.i18n, 'page_configs', () => <Configs />);
