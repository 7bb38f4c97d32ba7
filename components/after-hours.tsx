// What share of the active time lay outside the person's own working hours. The hours are shown beside it.
import { hoursOn } from '../utils/domain/working-time';
import { formatDuration, formatShare } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { writeHours } from './hours-text';
import { SplitBar } from './split-bar';
import { WEEKDAYS, weekdayName } from './weekdays';

export function AfterHoursSection({ overview }: { overview: Overview }) {
  const { activeMs, afterHoursMs } = overview.totals;
  if (activeMs === 0) return null;
  return (
    <section>
      <h2>{t('metric_afterHoursMs_name')}</h2>
      <p class="sentence">
        {afterHoursMs === 0
          ? t('after_hours_none')
          : t('after_hours_sentence', formatShare(afterHoursMs, activeMs), formatDuration(afterHoursMs))}
      </p>
      <SplitBar
        label={t('metric_activeMs_name')}
        parts={[
          { name: t('within_hours'), value: activeMs - afterHoursMs, fill: 'filling' },
          { name: t('metric_afterHoursMs_name'), value: afterHoursMs, fill: 'checkIns' },
        ]}
      />
      <p class="small">{t('after_hours_schedule', scheduleText(overview))}</p>
    </section>
  );
}

/** Neighbouring weekdays with the same hours are said once. */
function scheduleText({ person, to }: Overview): string {
  const hours = hoursOn(person?.schedule ?? [], to);
  const runs: { first: string; last: string; text: string }[] = [];
  for (const day of WEEKDAYS) {
    const text = writeHours(hours[day] ?? []) || t('hours_off');
    const run = runs.at(-1);
    if (run?.text === text) run.last = weekdayName(day);
    else runs.push({ first: weekdayName(day), last: weekdayName(day), text });
  }
  return runs
    .map(({ first, last, text }) =>
      t('labelled', first === last ? first : t('range_from_to', first, last), text),
    )
    .join(t('list_separator'));
}
