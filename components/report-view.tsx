// The report page: a rail of ranges on the left, and for the range either its figures or the sheet that a
// person may hand in; beside them the person's own record, row by row.
import type { ComponentChildren } from 'preact';
import { type RangeChoice, rangeOf } from '../utils/domain/report-range';
import { type MessageKey, t } from '../utils/platform/messages';
import type { Overview, ReportRest } from '../utils/storage/overview';
import { BackupReminder } from './backup-reminder';
import { Loading, Notice, ReadFailed } from './notice';
import { PageHeader } from './page-header';
import { RangeRail } from './range-rail';
import { ReportBody } from './report-body';
import { Statement } from './statement';
import type { Live } from './use-live-query';

export const REPORT_TABS = ['figures', 'statement', 'record'] as const;
export type ReportTab = (typeof REPORT_TABS)[number];

interface ReportViewProps {
  live: Live<Overview>;
  rest: Live<ReportRest>;
  tab: ReportTab;
  choice: RangeChoice;
  today: string;
  onChoice: (choice: RangeChoice) => void;
  onPrint: () => void;
  /** What was given twice in the range. */
  repeats?: ComponentChildren;
  /** Days since the last backup; null: there is none. Left out when nobody need be reminded. */
  backupAgeDays?: number | null | undefined;
  /** The record tab, drawn by whoever reads it: it pages by itself. */
  record: ComponentChildren;
}

export function ReportView(props: ReportViewProps) {
  const { live, tab } = props;
  return (
    <div class={`page report tab-${tab}`}>
      <PageHeader current="page_report" />
      <nav class="tabs" aria-label={t('page_report')}>
        {REPORT_TABS.map((id) => (
          <a key={id} href={`#${id}`} aria-current={id === tab ? 'page' : undefined}>
            {t(`tab_${id}` satisfies MessageKey)}
          </a>
        ))}
      </nav>
      {tab === 'record' ? (
        <main>
          <h1>{t('tab_record')}</h1>
          {live.state === 'loading' ? <Loading /> : null}
          {live.state === 'failed' ? <ReadFailed /> : null}
          {live.state === 'ready' ? <AfterConsent overview={live.value}>{props.record}</AfterConsent> : null}
        </main>
      ) : (
        <Ranged {...props} />
      )}
    </div>
  );
}

function Ranged(props: ReportViewProps) {
  const { live, rest, tab, choice, today, repeats, backupAgeDays, onChoice, onPrint } = props;
  const { from, to } = rangeOf(choice, today);
  // Until what stands further down belongs to the range as well.
  const isWhole =
    live.state === 'failed' ||
    rest.state === 'failed' ||
    (rest.state === 'ready' && rest.value.from === from && rest.value.to === to);
  const shown = live.state === 'ready' ? live.value : { from: today, to: today };
  return (
    <div class="with-rail">
      <RangeRail choice={choice} today={today} from={shown.from} to={shown.to} onChoice={onChoice} />
      <main aria-busy={!isWhole}>
        {live.state === 'ready' ? null : <h1>{t('page_report')}</h1>}
        {live.state === 'loading' ? <Loading /> : null}
        {live.state === 'failed' ? <ReadFailed /> : null}
        {live.state === 'ready' ? (
          <AfterConsent overview={live.value} title>
            {tab === 'statement' ? (
              <Statement overview={live.value} today={today} onPrint={onPrint} />
            ) : (
              <ReportBody overview={live.value} rest={rest} today={today} repeats={repeats} />
            )}
          </AfterConsent>
        ) : null}
        {backupAgeDays === undefined || tab === 'statement' ? null : (
          <BackupReminder ageDays={backupAgeDays} />
        )}
      </main>
    </div>
  );
}

interface AfterConsentProps {
  overview: Overview;
  title?: boolean;
  children: ComponentChildren;
}

function AfterConsent({ overview, title = false, children }: AfterConsentProps) {
  if (overview.consented) return <>{children}</>;
  return (
    <>
      {title ? <h1>{t('page_report')}</h1> : null}
      <Notice>
        <p>{t('report_before_consent')}</p>
        <a class="button primary" href="/welcome.html">
          {t('report_to_welcome')}
        </a>
      </Notice>
    </>
  );
}
