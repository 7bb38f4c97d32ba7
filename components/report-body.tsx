// The figures of a range: the one number with its sentence, then pictures, each with its table, then every
// figure, and at the end what each of them means. It prints as it stands.
import type { ComponentChildren } from 'preact';
import { formatDuration, formatRange, formatTimeout } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { Overview, ReportRest } from '../utils/storage/overview';
import { ActsByDay } from './acts-by-day';
import { AfterHoursSection } from './after-hours';
import { CalendarSection } from './calendar-section';
import { Comparison } from './comparison';
import { composeBurden } from './composition';
import { CompositionBar, CompositionLegend } from './composition-bar';
import { DayChart, UnobservedKey, unobservedDays } from './day-chart';
import { DayTable } from './day-table';
import { Definitions } from './definitions';
import { Departments } from './departments';
import { Disclosure } from './disclosure';
import { FigureGroups } from './figure-groups';
import { MonthDays } from './month-days';
import { ReadFailed } from './notice';
import { OneNumber } from './one-number';
import { personName } from './people';
import { DeadlineSection, DormantSection, LearningSection, ReworkSection } from './portal-sections';
import { PortalTable } from './portal-table';
import { TimeoutTable } from './timeout-table';
import type { Live } from './use-live-query';
import { WeekHoursSection } from './week-hours';

interface ReportBodyProps {
  overview: Overview;
  /** Read after the range itself. */
  rest: Live<ReportRest>;
  today: string;
  repeats: ComponentChildren;
}

export function ReportBody({ overview, rest, today, repeats }: ReportBodyProps) {
  const { totals, idleTimeoutMs } = overview;
  const seen = overview.days.some((day) => day.observed) || totals.activeMs > 0;
  const below = rest.state === 'ready' && isOf(rest.value, overview) ? rest.value : null;
  return (
    <>
      <h1>{formatRange(overview.from, overview.to)}</h1>
      <p class="small">
        {overview.person ? personName(overview.person) : t('person_nobody')} · {overview.configTitle} ·{' '}
        {t('explain_timeout', formatTimeout(idleTimeoutMs))}
      </p>
      <OneNumber totals={totals} idleTimeoutMs={idleTimeoutMs} unobserved={!seen} />
      <p class="sentence">{seen ? inASentence(overview) : t('report_unobserved')}</p>
      <Composition overview={overview} />
      <Days overview={overview} today={today} />
      <CalendarSection overview={overview} />
      <section>
        <h2>{t('by_portal')}</h2>
        {overview.byPortal.length > 0 ? (
          <PortalTable lines={overview.byPortal} />
        ) : (
          <p>{seen ? t('nothing_in_range') : t('report_unobserved')}</p>
        )}
      </section>
      <Departments lines={overview.byPortal} />
      <WeekHoursSection overview={overview} />
      <AfterHoursSection overview={overview} />
      <ActsByDay overview={overview} />
      {repeats}
      <ReworkSection overview={overview} />
      <LearningSection overview={overview} />
      <DeadlineSection overview={overview} />
      <MonthDays overview={overview} />
      {seen && below ? <Comparison overview={overview} before={below.before} /> : null}
      <FigureGroups totals={totals} idleTimeoutMs={idleTimeoutMs} unobserved={!seen} />
      {overview.weekOnlyYears.length > 0 ? (
        <p class="small">{t('calendar_week_only', overview.weekOnlyYears.join(t('list_separator')))}</p>
      ) : null}
      <section>
        <h2>{t('timeouts_title')}</h2>
        <p class="small">{t('timeouts_why')}</p>
        <TimeoutTable totals={totals} idleTimeoutMs={idleTimeoutMs} />
      </section>
      {below ? <DormantSection dormant={below.dormant} /> : null}
      {rest.state === 'failed' ? <ReadFailed /> : null}
      <Definitions idleTimeoutMs={idleTimeoutMs} />
      <p class="small">{t('report_lower_bound')}</p>
    </>
  );
}

/** Another range may be on the screen already. */
const isOf = (rest: ReportRest, { from, to }: Overview) => rest.from === from && rest.to === to;

/** In the same parts as the picture below it: of portals that count as burden, and nothing twice. */
function inASentence({ totals, burdenTotals, byPortal }: Overview): string {
  if (totals.burdenMs === 0) return t('report_sentence_none');
  const { filling, checkIns, repeats } = composeBurden(byPortal);
  return tCount(
    'report_sentence',
    burdenTotals.portals,
    formatDuration(filling + repeats),
    formatDuration(checkIns),
    formatDuration(repeats),
  );
}

function Composition({ overview }: { overview: Overview }) {
  const parts = composeBurden(overview.byPortal);
  if (overview.totals.burdenMs === 0) return null;
  return (
    <section>
      <h2>{t('composition')}</h2>
      <CompositionBar parts={parts} />
      <CompositionLegend parts={parts} minutes />
    </section>
  );
}

function Days({ overview, today }: { overview: Overview; today: string }) {
  if (overview.days.length < 2) return null;
  return (
    <section>
      <h2>{t('by_day')}</h2>
      <DayChart days={overview.days} today={today} width={640} height={140} />
      <UnobservedKey count={unobservedDays(overview.days)} />
      <Disclosure label={t('as_table')} printed={overview.days.length <= 31}>
        <DayTable days={overview.days} />
      </Disclosure>
    </section>
  );
}
