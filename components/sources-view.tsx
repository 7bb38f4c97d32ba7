// Which list is in force, since when and from where; what the administrator decided; what was refused and why;
// what the browser does not let us see.
import { formatInstant } from '../utils/format';
import { t } from '../utils/platform/messages';
import { AdminDecided } from './admin-decided';
import { problemText } from './notice';
import type { RefusedList, SourcesActions, SourcesReport } from './sources-types';
import { SubscriptionForm } from './subscription-form';
import { SubscriptionState } from './subscription-state';

interface SourcesViewProps extends SourcesActions {
  report: SourcesReport;
  checking: boolean;
}

export function SourcesView({ report, checking, ...actions }: SourcesViewProps) {
  return (
    <>
      <AdminDecided admin={report.admin} />
      <section data-in-force={report.source}>
        <h2>{t('sources_in_force')}</h2>
        <p class="config-title">{report.title}</p>
        <dl class="facts">
          <Fact name={t('configs_source')} value={t(`source_${report.source}`)} />
          <Fact name={t('sources_since')} value={formatInstant(report.since)} />
          {report.fetchedAt ? (
            <Fact name={t('sources_fetched')} value={formatInstant(report.fetchedAt)} />
          ) : null}
          <Fact name={t('configs_version')} value={String(report.version)} />
          <Fact name={t('configs_id')} value={report.id} />
        </dl>
        <p class="small">
          {t('sources_hash')} <code data-hash={report.hash}>{report.hash}</code>
        </p>
      </section>
      <section class="refused-lists">
        <h2>{t('sources_refused')}</h2>
        {report.refused.length === 0 ? (
          <p>{t('sources_refused_none')}</p>
        ) : (
          <>
            <ul>
              {report.refused.map((one) => (
                <Refused key={one.source} refused={one} />
              ))}
            </ul>
            <p class="small">{t('sources_refused_kept')}</p>
          </>
        )}
      </section>
      <section>
        <h2>{t('sources_hosts')}</h2>
        {report.missingHosts.length === 0 ? (
          <p>{t('sources_hosts_none')}</p>
        ) : (
          <>
            <p class="hosts">
              {report.missingHosts.map((host) => (
                <code key={host}>{host}</code>
              ))}
            </p>
            <p>
              <a href="#in-force">{t('sources_hosts_go')}</a>
            </p>
          </>
        )}
      </section>
      {report.subscription ? (
        <SubscriptionState subscription={report.subscription} checking={checking} {...actions} />
      ) : report.maySubscribe ? (
        <SubscriptionForm checking={checking} onSubscribe={actions.onSubscribe} />
      ) : null}
    </>
  );
}

function Refused({ refused: { source, at, problems } }: { refused: RefusedList }) {
  return (
    <li data-refused={source}>
      <b>{t('sources_refused_at', t(`source_${source}`), formatInstant(at))}</b>
      {problems.map((problem) => (
        <p key={`${problem.path} ${problem.code}`} data-problem={problem.code}>
          {problem.path ? <code>{problem.path} </code> : null}
          {problemText(problem)} {problem.detail ? <span class="small">{problem.detail}</span> : null}
        </p>
      ))}
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
