// Pictures by portal that most reports don't need: rework, learning hours, portals that were not used. Each is
// there only when it has something to show.
import { formatCount, formatDate, formatDuration } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { DormantPortal, Overview } from '../utils/storage/overview';
import { BarList } from './bar-list';
import { Disclosure } from './disclosure';
import { Duration, times } from './metric-value';

export function ReworkSection({ overview }: { overview: Overview }) {
  const { totals, byPortal } = overview;
  if (totals.rejected === 0) return null;
  const lines = byPortal.filter(({ rejected }) => rejected > 0).sort((a, b) => b.reworkMs - a.reworkMs);
  return (
    <section>
      <h2>{t('rework')}</h2>
      <p class="sentence">{tCount('rework_sentence', totals.rejected, formatDuration(totals.reworkMs))}</p>
      <BarList
        head={[t('portal'), t('metric_reworkMs_name'), t('metric_rejected_name')]}
        bars={lines.map((line) => ({
          key: line.portalId,
          name: line.title,
          value: line.reworkMs,
          figure: (
            <>
              <Duration ms={line.reworkMs} /> / {times(line.rejected)}
            </>
          ),
        }))}
      />
    </section>
  );
}

/** Learning-hours portals: how long they stood open, and how much of it somebody was at them. */
export function LearningSection({ overview }: { overview: Overview }) {
  const lines = overview.byPortal.filter(
    ({ category, openMs }) => category === 'learning-hours' && openMs > 0,
  );
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t('learning')}</h2>
      <p class="sentence">
        {t(
          'learning_sentence',
          formatDuration(lines.reduce((sum, { openMs }) => sum + openMs, 0)),
          formatDuration(lines.reduce((sum, { activeMs }) => sum + activeMs, 0)),
        )}
      </p>
      <BarList
        head={[t('portal'), t('metric_activeMs_name'), t('metric_openMs_name')]}
        bars={lines.map((line) => ({
          key: line.portalId,
          name: line.title,
          value: line.activeMs,
          whole: line.openMs,
          figure: (
            <>
              <Duration ms={line.activeMs} /> / <Duration ms={line.openMs} />
            </>
          ),
        }))}
      />
      <p class="small">{t('learning_note')}</p>
    </section>
  );
}

/** Shorter absences say nothing: many portals have their day of the week or the month. */
const DORMANT_AFTER_DAYS = 30;

export function DormantSection({ dormant }: { dormant: readonly DormantPortal[] }) {
  const unused = dormant.filter(({ days }) => days !== null && days >= DORMANT_AFTER_DAYS);
  const never = dormant.filter(({ days }) => days === null);
  if (unused.length + never.length === 0) return null;
  return (
    <section>
      <h2>{t('dormant')}</h2>
      <p class="small">{t('dormant_note')}</p>
      {unused.length > 0 ? (
        <BarList
          head={[t('portal'), t('dormant_days')]}
          bars={unused.map(({ portalId, title, days, lastDate }) => ({
            key: portalId,
            name: title,
            value: days ?? 0,
            figure: (
              <span class="num" title={lastDate === null ? '' : formatDate(lastDate)}>
                {tCount('days', days ?? 0)}
              </span>
            ),
          }))}
        />
      ) : null}
      {never.length > 0 ? (
        <Disclosure label={tCount('dormant_never', never.length)}>
          <p class="small">{never.map(({ title }) => title).join(t('list_separator'))}</p>
        </Disclosure>
      ) : null}
    </section>
  );
}

/** Where the list declares due times: what share came in their last 24 hours. Else when in the month, no claim. */
export function DeadlineSection({ overview }: { overview: Overview }) {
  const { submissionsDue, submissionsBunched } = overview.totals;
  if (submissionsDue === 0) return null;
  const share = { name: t('due_last_day'), value: submissionsBunched, fill: 'repeats' as const };
  const rest = {
    name: t('due_before'),
    value: submissionsDue - submissionsBunched,
    fill: 'filling' as const,
  };
  const longest = Math.max(1, share.value, rest.value);
  return (
    <section>
      <h2>{t('due')}</h2>
      <p class="sentence">{tCount('due_sentence', submissionsDue, formatCount(submissionsBunched))}</p>
      <BarList
        head={[t('due_when'), t('metric_submissions_name')]}
        bars={[rest, share].map(({ name, value }) => ({
          key: name,
          name,
          value: Math.min(value, longest),
          figure: <span class="num">{formatCount(value)}</span>,
        }))}
      />
      <p class="small">{t('due_note')}</p>
    </section>
  );
}
