// The config in force as the page shows it: what the config layer says of each portal, in plain data.
import { type ConfigView, chosenOf, hostNames, type ListedPortal } from '../../components/config-types';
import type { ConfigInForce } from '../../components/use-config-in-force';
import type { Live } from '../../components/use-live-query';
import { textIn } from '../../utils/config/local-text';
import { toLocks } from '../../utils/config/locks';
import { type PolicyReading, readManagedPolicy } from '../../utils/config/managed-policy';
import { hostPermissions, reconcile } from '../../utils/config/registration-plan';
import type { DomainConfig } from '../../utils/config/schema';
import { defaultChoice, NATIONWIDE, regionsOf } from '../../utils/config/starter';
import type { Settings } from '../../utils/storage/settings';

export type KnownConfig = ConfigInForce<DomainConfig, Settings>;

/** What is or would be wanted: before consent the starter list shows what it would begin with. */
function wantedIds({ config, source, settings }: KnownConfig) {
  const beginsWithDefault = settings.consentAt === null && source === 'bundled' && !__MANAGED_BUILD__;
  return settings.portalIds ?? (beginsWithDefault ? defaultChoice(config, settings.region) : null);
}

/** What the browser still has to be asked for. */
export function missingOrigins(known: KnownConfig, origins: readonly string[]): string[] {
  const wanted = hostPermissions(chosenOf(known.config.portals, wantedIds(known)));
  return reconcile(origins, wanted).missing;
}

export function toConfigView(
  inForce: Live<KnownConfig>,
  origins: string[] | null,
  reading: PolicyReading,
  language: string,
): Live<ConfigView> {
  if (inForce.state !== 'ready') return inForce;
  if (origins === null) return { state: 'loading' };
  const { config, source, settings } = inForce.value;
  const chosen = new Set(chosenOf(config.portals, wantedIds(inForce.value)).map(({ id }) => id));
  const portals = config.portals.map((portal): ListedPortal => {
    const wanted = hostPermissions([portal]);
    return {
      id: portal.id,
      title: textIn(portal.title, language),
      department: portal.department,
      region: portal.region === NATIONWIDE ? null : portal.region,
      category: portal.category,
      exempt: portal.exempt,
      hosts: hostNames(wanted),
      chosen: chosen.has(portal.id),
      missing: chosen.has(portal.id) && reconcile(origins, wanted).missing.length > 0,
    };
  });
  const value: ConfigView = {
    id: config.id,
    title: textIn(config.title, language),
    version: config.version,
    publisher: config.publisher ? textIn(config.publisher, language) : null,
    source,
    portals,
    // Only the starter list asks for the province: an organisation's list is already somebody's choice.
    regions: source === 'bundled' && !__MANAGED_BUILD__ ? regionsOf(config) : [],
    region: settings.region,
    managedBuild: __MANAGED_BUILD__,
    locks: toLocks(config.locked, readManagedPolicy(reading.values).policy.locked),
  };
  return { state: 'ready', value };
}
