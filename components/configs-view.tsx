// Which list of portals is in force, which of them are wanted, what the browser still has to allow, and the
// way to bring another list.

import type { ComponentChildren } from 'preact';
import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import { ConfigImport, type ImportState } from './config-import';
import { ConfigInForce } from './config-in-force';
import { type ConfigTab, ConfigTabs } from './config-tabs';
import type { ConfigView } from './config-types';
import { HostGrant } from './host-grant';
import { CommandProblem, Loading, ReadFailed } from './notice';
import { PageHeader } from './page-header';
import { PortalSwitches } from './portal-switches';
import { RegionSelect } from './region-select';
import type { Live } from './use-live-query';

interface ConfigsViewProps {
  /** Another part than the list in use is drawn by its own wiring, as a child. */
  tab?: ConfigTab;
  children?: ComponentChildren;
  live: Live<ConfigView>;
  imported: ImportState;
  grantRefused: boolean;
  problem: Problem | null;
  onImport: (file: File) => void;
  onRemove: () => void;
  onGrant: () => void;
  onRegion: (region: string | null) => void;
  onChoose: (portalIds: string[]) => void;
}

export function ConfigsView(props: ConfigsViewProps) {
  const { live, tab = 'in-force' } = props;
  return (
    <div class="page configs">
      <PageHeader current="page_configs" />
      <main>
        <h1>{t('page_configs')}</h1>
        <p class="lead">{t('configs_lead')}</p>
        <ConfigTabs current={tab} />
        <CommandProblem problem={props.problem} />
        {live.state === 'loading' ? <Loading /> : null}
        {live.state === 'failed' ? <ReadFailed /> : null}
        {live.state === 'ready' && tab === 'in-force' ? <Body {...props} config={live.value} /> : null}
        {live.state === 'ready' && tab !== 'in-force' ? props.children : null}
      </main>
    </div>
  );
}

function Body(props: ConfigsViewProps & { config: ConfigView }) {
  const { config } = props;
  const missing = config.portals.filter((portal) => portal.missing);
  return (
    <>
      <ConfigInForce config={config} onRemove={props.onRemove} />
      {missing.length > 0 ? (
        <section class="missing">
          <h2>{t('configs_missing')}</h2>
          <p>{t('configs_missing_why')}</p>
          <HostGrant portals={missing} refused={props.grantRefused} onGrant={props.onGrant} />
        </section>
      ) : null}
      <section>
        <h2>{t('configs_choose')}</h2>
        {config.regions.length > 0 ? (
          <RegionSelect regions={config.regions} region={config.region} onRegion={props.onRegion} />
        ) : null}
        {config.locks.includes('portals') ? <p class="small">{t('admin_lock_portals')}</p> : null}
        <PortalSwitches
          portals={config.portals}
          locked={config.locks.includes('portals')}
          onChoose={props.onChoose}
        />
      </section>
      {config.managedBuild || config.locks.includes('sources') ? null : (
        <ConfigImport state={props.imported} onImport={props.onImport} />
      )}
    </>
  );
}
