// The report of a range: the one number with its sentence, the days, the portals, every figure, and at the
// end what each of them means. It prints as it stands.
import type { ComponentChildren } from 'preact';
import { formatDuration, formatRange, formatTimeout } from '../utils/format';
import { type MessageKey, t, tCount } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { BackupReminder } from './backup-reminder';
import { composeBurden } from './composition';
import { CompositionBar, CompositionLegend } from './composition-bar';
import { DayChart, UnobservedKey, unobservedDays } from './day-chart';
import { DayTable } from './day-table';
import { Definitions } from './definitions';
import { Disclosure } from './disclosure';
import { FigureGroups } from './figure-groups';
import { MetricValue } from './metric-value';
import { Loading, Notice, ReadFailed } from './notice';
import { PageHeader } from './page-header';
import { personName } from './people';
import { PortalTable } from './portal-table';
import { TimeoutTable } from './timeout-table';
import type { Live } from './use-live-query';

export const RANGES = { today: 1, week: 7, month: 30 } as const;
export type RangeId = keyof typeof RANGES;

interface ReportViewProps {
  live: Live<Overview>;
  range: RangeId;
  onRange: (range: RangeId) => void;
  /** What was given twice in the range. */
  repeats?: ComponentChildren;
  /** Days since the last backup; null: there is none. Left out when nobody need be reminded. */
  backupAgeDays?: number | null | undefined;
}

export function ReportView({ live, range, onRange, repeats, backupAgeDays }: ReportViewProps) {
  return (
    <div class="page report">
      <PageHeader current="page_report" />
      <div class="with-rail">
        <nav class="rail" aria-label={t('range')}>
          {(Object.keys(RANGES) as RangeId[]).map((id) => (
            <button key={id} type="button" aria-pressed={id === range} onClick={() => onRange(id)}>
              {t(`range_${id}` satisfies MessageKey)}
            </button>
          ))}
        </nav>
        <main>
          {live.state === 'ready' ? null : <h1>{t('page_report')}</h1>}
          {live.state === 'loading' ? <Loading /> : null}
          {live.state === 'failed' ? <ReadFailed /> : null}
          {live.state === 'ready' ? <Body overview={live.value} repeats={repeats} /> : null}
          {backupAgeDays === undefined ? null : <BackupReminder ageDays={backupAgeDays} />}
        </main>
      </div>
    </div>
  );
}

function Body({ overview, repeats }: { overview: Overview; repeats: ComponentChildren }) {
  if (!overview.consented) {
    return (
      <>
        <h1>{t('page_report')}</h1>
        <Notice>
          <p>{t('report_before_consent')}</p>
          <a class="button primary" href="/welcome.html">
            {t('report_to_welcome')}
          </a>
        </Notice>
      </>
    );
  }
  const { totals, idleTimeoutMs } = overview;
  const seen = overview.days.some((day) => day.observed) || totals.activeMs > 0;
  return (
    <>
      <h1>{formatRange(overview.from, overview.to)}</h1>
      <p class="small">
        {overview.person ? personName(overview.person) : t('person_nobody')} · {overview.configTitle} ·{' '}
        {t('explain_timeout', formatTimeout(idleTimeoutMs))}
      </p>
      <p class="one-number">
        <span class="figure-name">{t('metric_burdenMs_name')}</span>
        <MetricValue id="burdenMs" value={totals.burdenMs} unobserved={!seen} />
      </p>
      <p class="sentence">{seen ? inASentence(overview) : t('report_unobserved')}</p>
      <Composition overview={overview} />
      <Days overview={overview} />
      <section>
        <h2>{t('by_portal')}</h2>
        {overview.byPortal.length > 0 ? (
          <PortalTable lines={overview.byPortal} />
        ) : (
          <p>{t('nothing_in_range')}</p>
        )}
      </section>
      {repeats}
      <FigureGroups totals={totals} idleTimeoutMs={idleTimeoutMs} unobserved={!seen} />
      {overview.weekOnlyYears.length > 0 ? (
        <p class="small">{t('calendar_week_only', overview.weekOnlyYears.join(t('list_separator')))}</p>
      ) : null}
      <section>
        <h2>{t('timeouts_title')}</h2>
        <p class="small">{t('timeouts_why')}</p>
        <TimeoutTable totals={totals} idleTimeoutMs={idleTimeoutMs} />
      </section>
      <Definitions idleTimeoutMs={idleTimeoutMs} />
      <p class="small">{t('report_lower_bound')}</p>
    </>
  );
}

function inASentence({ totals }: Overview): string {
  if (totals.burdenMs === 0) return t('report_sentence_none');
  return tCount(
    'report_sentence',
    totals.portals,
    formatDuration(totals.submissionMs),
    formatDuration(totals.checkInMs),
    formatDuration(totals.repeatMs),
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

function Days({ overview }: { overview: Overview }) {
  if (overview.days.length < 2) return null;
  return (
    <section>
      <h2>{t('by_day')}</h2>
      <DayChart days={overview.days} today={overview.to} width={640} height={140} />
      <UnobservedKey count={unobservedDays(overview.days)} />
      <Disclosure label={t('as_table')} printed>
        <DayTable days={overview.days} />
      </Disclosure>
    </section>
  );
}
