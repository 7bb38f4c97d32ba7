// People, the idle timeout, pause; what is recorded and what never is; which version this is.

import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import type { Overview } from '../utils/storage/overview';
import { ConsentPoints } from './consent';
import { CommandProblem, Loading, ReadFailed } from './notice';
import { PageHeader } from './page-header';
import { PauseButton, PausedNotice, RecordingState } from './pause-button';
import { PeopleEditor, type PeopleEditorActions } from './people-editor';
import { TimeoutChoice } from './timeout-choice';
import type { Live } from './use-live-query';

interface SettingsViewProps extends PeopleEditorActions {
  live: Live<Overview>;
  version: string;
  problem: Problem | null;
  onPause: (paused: boolean) => void;
  onTimeout: (idleTimeoutMs: number) => void;
}

export function SettingsView(props: SettingsViewProps) {
  const { live } = props;
  return (
    <div class="page settings">
      <PageHeader current="page_settings" />
      <main>
        <h1>{t('page_settings')}</h1>
        {live.state === 'loading' ? <Loading /> : null}
        {live.state === 'failed' ? <ReadFailed /> : null}
        <CommandProblem problem={props.problem} />
        {live.state === 'ready' && live.value.consented ? <Own {...props} overview={live.value} /> : null}
        {live.state === 'ready' && !live.value.consented ? (
          <p>
            {t('report_before_consent')} <a href="/welcome.html">{t('report_to_welcome')}</a>
          </p>
        ) : null}
        <section>
          <h2>{t('settings_privacy')}</h2>
          <ConsentPoints />
        </section>
        <section>
          <h2>{t('settings_about')}</h2>
          <p>{t('settings_version', props.version)}</p>
          <p>{t('settings_licence')}</p>
        </section>
      </main>
    </div>
  );
}

function Own(props: SettingsViewProps & { overview: Overview }) {
  const { overview } = props;
  return (
    <>
      <section class="recording-section">
        <h2>{t('settings_recording')}</h2>
        <p>
          <RecordingState paused={overview.paused} />
          <PauseButton paused={overview.paused} onPause={props.onPause} />
        </p>
        {overview.paused ? <PausedNotice onPause={props.onPause} /> : null}
      </section>
      <section>
        <h2>{t('settings_people')}</h2>
        <p class="small">{t('settings_people_why')}</p>
        <PeopleEditor
          people={overview.people}
          onAddPerson={props.onAddPerson}
          onRenamePerson={props.onRenamePerson}
          onRetirePerson={props.onRetirePerson}
        />
      </section>
      <section>
        <h2>{t('settings_timeout')}</h2>
        <p class="small">{t('settings_timeout_why')}</p>
        <TimeoutChoice idleTimeoutMs={overview.idleTimeoutMs} onTimeout={props.onTimeout} />
      </section>
      <section>
        <h2>{t('page_configs')}</h2>
        <p>
          {overview.configTitle} · <a href="/configs.html">{t('settings_to_configs')}</a>
        </p>
      </section>
    </>
  );
}
