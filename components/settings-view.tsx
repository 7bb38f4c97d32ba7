// People, the idle timeout, pause; what is recorded and what never is; which version this is.

import type { ComponentChildren } from 'preact';
import type { Badge } from '../utils/domain/badge';
import type { DateKey, Person, WorkingHours } from '../utils/domain/records';
import type { RetentionMonths } from '../utils/domain/retention';
import { hoursOn } from '../utils/domain/working-time';
import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import type { Overview } from '../utils/storage/overview';
import { BadgeChoice } from './badge-choice';
import { ConsentPoints } from './consent';
import { DutyDays, HoursEditor } from './hours-editor';
import { type Licence, Licences } from './licences';
import { CommandProblem, Loading, ReadFailed } from './notice';
import { PageHeader } from './page-header';
import { PauseButton, PausedNotice, RecordingState } from './pause-button';
import { PeopleEditor, type PeopleEditorActions } from './people-editor';
import { PrivacyRules } from './privacy-rules';
import { RetentionChoice } from './retention-choice';
import { StartPerson } from './start-person';
import { SumsCheck } from './sums-check';
import { TimeoutChoice } from './timeout-choice';
import type { Live } from './use-live-query';

interface SettingsViewProps extends PeopleEditorActions {
  timeoutLocked?: boolean;
  live: Live<Overview>;
  version: string;
  today: DateKey;
  problem: Problem | null;
  /** Deleting the fingerprints of entries. */
  fingerprints?: ComponentChildren;
  onPause: (paused: boolean, untilTomorrow?: boolean) => void;
  onBadge: (badge: Badge) => void;
  onOnlyWorkingHours: (personId: string, only: boolean) => void;
  onPrivateWords: (personId: string, words: string[]) => void;
  onTimeout: (idleTimeoutMs: number) => void;
  onHours: (personId: string, from: DateKey, hours: WorkingHours) => void;
  onDutyDay: (personId: string, date: DateKey, onDuty: boolean) => void;
  onRetention: (months: RetentionMonths | null) => void;
  onStartPerson: (personId: string | null) => void;
  readLicences: () => Promise<Licence[]>;
  onCheckSums: () => Promise<{ days: number; mended: number }>;
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
        {live.state === 'ready' && live.value.consented ? props.fingerprints : null}
        <section>
          <h2>{t('settings_about')}</h2>
          <p>{t('settings_version', props.version)}</p>
          <p>{t('settings_licence')}</p>
          <Licences read={props.readLicences} />
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
          <PauseButton pause={overview.pause} onPause={props.onPause} />
        </p>
        {overview.pause ? <PausedNotice pause={overview.pause} onPause={props.onPause} /> : null}
        <h3>{t('badge_title')}</h3>
        <p class="small">{t('badge_why')}</p>
        <BadgeChoice badge={overview.badge} onBadge={props.onBadge} />
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
        <StartPerson
          people={overview.people}
          startPersonId={overview.startPersonId}
          onStartPerson={props.onStartPerson}
        />
      </section>
      <section>
        <h2>{t('settings_timeout')}</h2>
        <p class="small">{t('settings_timeout_why')}</p>
        <TimeoutChoice
          idleTimeoutMs={overview.idleTimeoutMs}
          locked={props.timeoutLocked ?? false}
          onTimeout={props.onTimeout}
        />
      </section>
      {overview.person ? <Hours {...props} person={overview.person} /> : null}
      {overview.person ? <PrivacyRules {...props} person={overview.person} /> : null}
      <section>
        <h2>{t('settings_retention')}</h2>
        <p class="small">{t('settings_retention_why')}</p>
        <RetentionChoice months={overview.retentionMonths} onRetention={props.onRetention} />
        <p>
          <a href="/report.html#record">{t('settings_to_record')}</a>
        </p>
      </section>
      <section>
        <h2>{t('settings_sums')}</h2>
        <SumsCheck onCheck={props.onCheckSums} />
      </section>
      <section>
        <h2>{t('settings_export')}</h2>
        <p class="small">{t('settings_export_why')}</p>
        <p>
          <a href="/export.html">{t('settings_to_export')}</a> ·{' '}
          <a href="/workbench.html">{t('page_workbench')}</a>
        </p>
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

function Hours({ person, today, onHours, onDutyDay }: SettingsViewProps & { person: Person }) {
  return (
    <section>
      <h2>{t('settings_hours')}</h2>
      <p class="small">{t('settings_hours_why')}</p>
      <HoursEditor
        key={person.id}
        hours={hoursOn(person.schedule, today)}
        today={today}
        onHours={(from, hours) => onHours(person.id, from, hours)}
      />
      <h3>{t('duty_days')}</h3>
      <p class="small">{t('duty_days_why')}</p>
      <DutyDays
        days={person.dutyDays}
        today={today}
        onDutyDay={(date, onDuty) => onDutyDay(person.id, date, onDuty)}
      />
    </section>
  );
}
