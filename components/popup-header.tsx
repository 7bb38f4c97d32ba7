import { t } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { PauseButton, RecordingState } from './pause-button';
import { type PeopleActions, PersonMenu } from './person-menu';

interface PopupHeaderProps extends PeopleActions {
  overview: Overview;
  onPause: (paused: boolean) => void;
}

export function PopupHeader({ overview, onPause, ...people }: PopupHeaderProps) {
  return (
    <header class="popup-header">
      <h1 class="brand">{t('appName')}</h1>
      {overview.consented ? (
        <>
          <PersonMenu
            person={overview.unassigned ? null : overview.person}
            people={overview.people}
            {...people}
          />
          <RecordingState paused={overview.paused} />
          <PauseButton pause={overview.pause} onPause={onPause} />
        </>
      ) : null}
    </header>
  );
}
