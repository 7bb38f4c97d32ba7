// Asks for exactly the hosts of the chosen portals, by name. The browser asks once more itself; its question
// must be put in the very click, so `onGrant` has to call it before anything else.
import { t, tCount } from '../utils/platform/messages';

export interface PortalHosts {
  id: string;
  title: string;
  hosts: readonly string[];
}

interface HostGrantProps {
  portals: readonly PortalHosts[];
  refused: boolean;
  onGrant: () => void;
}

export function HostGrant({ portals, refused, onGrant }: HostGrantProps) {
  return (
    <div class="host-grant">
      <HostNames portals={portals} />
      <button type="button" class="primary" data-action="grant-hosts" onClick={onGrant}>
        {tCount('grant_button', portals.length)}
      </button>
      <p class="small">{t('grant_hint')}</p>
      <p role="alert" class="refused">
        {refused ? t('grant_refused') : null}
      </p>
    </div>
  );
}

function HostNames({ portals }: { portals: readonly PortalHosts[] }) {
  return (
    <ul class="host-names">
      {portals.map((portal) => (
        <li key={portal.id}>
          <span>{portal.title}</span>
          <span class="hosts">
            {portal.hosts.map((host) => (
              <code key={host}>{host}</code>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
