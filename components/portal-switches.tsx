// The portals of the list, each on or off. Grouped by region and department, the way people look for them.
import { type MessageKey, t } from '../utils/platform/messages';
import type { ListedPortal } from './config-types';

interface PortalSwitchesProps {
  portals: readonly ListedPortal[];
  /** The administrator wants all of them. */
  locked?: boolean;
  onChoose: (portalIds: string[]) => void;
}

const CATEGORY_NAMES: Record<string, MessageKey> = {
  'check-in': 'category_check_in',
  reporting: 'category_reporting',
  'learning-hours': 'category_learning_hours',
  'work-order': 'category_work_order',
  messaging: 'category_messaging',
  'public-site': 'category_public_site',
};

export function PortalSwitches({ portals, locked = false, onChoose }: PortalSwitchesProps) {
  const chosen = portals.filter((portal) => portal.chosen).map((portal) => portal.id);
  const toggle = (id: string, on: boolean) =>
    onChoose(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <div class="portal-switches">
      {groupByRegion(portals).map(([region, members]) => (
        <fieldset key={region}>
          <legend>{region || t('region_nation')}</legend>
          <ul>
            {members.map((portal) => (
              <li key={portal.id}>
                <PortalSwitch portal={portal} locked={locked} onToggle={(on) => toggle(portal.id, on)} />
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

interface PortalSwitchProps {
  portal: ListedPortal;
  locked: boolean;
  onToggle: (on: boolean) => void;
}

function PortalSwitch({ portal, locked, onToggle }: PortalSwitchProps) {
  const category = CATEGORY_NAMES[portal.category];
  const kind = [portal.department, category ? t(category) : null, portal.exempt ? t('tag_exempt') : null];
  return (
    <label>
      <input
        type="checkbox"
        checked={portal.chosen}
        disabled={locked}
        data-portal={portal.id}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      <span>
        {portal.title}
        {portal.missing ? <span class="tag-missing"> {t('tag_missing')}</span> : null}
        <span class="small"> {kind.filter(Boolean).join(' · ')}</span>
        <span class="hosts">
          {portal.hosts.map((host) => (
            <code key={host}>{host}</code>
          ))}
        </span>
      </span>
    </label>
  );
}

/** National first, then in the order of the document; within a region one department stays together. */
function groupByRegion(portals: readonly ListedPortal[]): [string, ListedPortal[]][] {
  const groups = new Map<string, ListedPortal[]>([['', []]]);
  for (const portal of portals) {
    const region = portal.region ?? '';
    groups.set(region, [...(groups.get(region) ?? []), portal]);
  }
  const order = (list: ListedPortal[]) => {
    const departments = [...new Set(list.map((portal) => portal.department))];
    return departments.flatMap((name) => list.filter((portal) => portal.department === name));
  };
  return [...groups].filter(([, list]) => list.length > 0).map(([region, list]) => [region, order(list)]);
}
