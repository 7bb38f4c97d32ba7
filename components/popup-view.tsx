// The popup: one person's day at a glance, and every state in which there is none to show.

import type { ComponentChildren } from 'preact';
import { type MessageKey, t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import type { Overview } from '../utils/storage/overview';
import { Consent } from './consent';
import { Disclosure } from './disclosure';
import { FrontPageLine, type FrontPageState } from './front-page';
import { MetricRow } from './metric-row';
import { METRIC_IDS, type MetricId, metricValue } from './metrics';
import { CommandProblem, Loading, Notice, ReadFailed } from './notice';
import { PausedNotice } from './pause-button';
import { type PeopleActions, PersonChoices } from './person-menu';
import { PopupHeader } from './popup-header';
import { PortalList } from './portal-list';
import { TodayFigures } from './today-figures';
import type { Live } from './use-live-query';
import { WeekLine } from './week-line';

export interface PopupViewProps extends PeopleActions {
  today: Live<Overview>;
  week: Live<Overview>;
  /** Provinces to choose from before consent. */
  regions: readonly string[];
  /** false: no chosen portal's host was granted, so nothing can be seen. null: not known yet. */
  hostsGranted: boolean | null;
  page: FrontPageState;
  problem: Problem | null;
  /** Today's repeats. */
  repeats?: ComponentChildren;
  onStart: (region: string | null) => void;
  onPause: (paused: boolean, untilTomorrow?: boolean) => void;
}

/** Shown above the fold; the others are one press away. */
const IN_FRONT: ReadonlySet<MetricId> = new Set<MetricId>([
  'burdenMs',
  'activeMs',
  'portals',
  'checkIns',
  'checkInsAttempted',
  'checkInMs',
  'submissions',
  'submissionMs',
  'rejected',
  'repeatsSameForm',
  'repeatsCrossPortal',
  'repeatMs',
]);
const BEHIND = METRIC_IDS.filter((id) => !IN_FRONT.has(id));

export function PopupView(props: PopupViewProps) {
  const { today } = props;
  if (today.state !== 'ready') {
    return (
      <main class="popup">
        <h1 class="brand">{t('appName')}</h1>
        {today.state === 'loading' ? <Loading /> : <ReadFailed />}
      </main>
    );
  }
  return (
    <main class="popup">
      <PopupHeader
        overview={today.value}
        onPause={props.onPause}
        onChoosePerson={props.onChoosePerson}
        onAddPerson={props.onAddPerson}
      />
      {today.value.consented ? (
        <>
          <CommandProblem problem={props.problem} />
          <Day {...props} overview={today.value} />
        </>
      ) : (
        <section class="before-consent">
          <p>{t('consent_lead')}</p>
          <Consent regions={props.regions} problem={props.problem} onStart={props.onStart} />
        </section>
      )}
      <Links />
    </main>
  );
}

function Day(props: PopupViewProps & { overview: Overview }) {
  const { overview, week } = props;
  if (overview.unassigned) {
    return (
      <section class="who">
        <h2>{t('who_title')}</h2>
        <PersonChoices person={null} people={overview.people} onChoosePerson={props.onChoosePerson} />
        <p class="small">{t('who_why')}</p>
      </section>
    );
  }
  const nothing = overview.totals.activeMs === 0 && overview.totals.openMs === 0;
  return (
    <>
      {overview.pause ? <PausedNotice pause={overview.pause} onPause={props.onPause} /> : null}
      {props.hostsGranted === false ? (
        <Notice>
          <p>{t('no_hosts')}</p>
          <a class="button primary" href="/configs.html" target="_blank" rel="noreferrer">
            {t('no_hosts_button')}
          </a>
        </Notice>
      ) : null}
      <TodayFigures today={overview} blind={props.hostsGranted === false} />
      {nothing && !overview.paused && props.hostsGranted !== false ? (
        <p class="nothing">
          {t(overview.days.some((day) => day.observed) ? 'nothing_today' : 'unobserved_today')}
        </p>
      ) : null}
      <PortalList lines={overview.byPortal} />
      <div class="folds">
        {props.repeats}
        <Disclosure label={t('more_figures')} kept>
          <ul class="metric-rows">
            {BEHIND.map((id) => (
              <MetricRow
                key={id}
                id={id}
                value={metricValue(overview.totals, id)}
                idleTimeoutMs={overview.idleTimeoutMs}
                observedMinutes={overview.totals.observedMinutes}
              />
            ))}
          </ul>
        </Disclosure>
      </div>
      {week.state === 'ready' ? <WeekLine week={week.value} /> : null}
      <FrontPageLine page={props.page} />
    </>
  );
}

const LINKS: { href: string; label: MessageKey }[] = [
  { href: '/report.html', label: 'page_report' },
  { href: '/configs.html', label: 'page_configs' },
  { href: '/export.html', label: 'page_export' },
  { href: '/settings.html', label: 'page_settings' },
];

/** In tabs of their own: a popup closes as soon as the page behind it is touched. */
function Links() {
  return (
    <nav class="links" aria-label={t('pages')}>
      {LINKS.map(({ href, label }) => (
        <a key={href} href={href} target="_blank" rel="noreferrer">
          {t(label)}
        </a>
      ))}
    </nav>
  );
}
