// On which day of the month submissions were made. Shown where the list declares no due times: a distribution,
// and no claim about deadlines.
import { useId } from 'preact/hooks';
import { formatCount } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { Overview } from '../utils/storage/overview';
import { Disclosure } from './disclosure';

const DAYS = Array.from({ length: 31 }, (_, i) => i + 1);
/** Less than a month says nothing about months. */
const MIN_DAYS = 28;
const WIDTH = 640;
const HEIGHT = 110;
const LABEL = 16;

export function MonthDays({ overview }: { overview: Overview }) {
  const id = useId();
  const { days, totals } = overview;
  if (totals.submissionsDue > 0 || totals.submissions === 0 || days.length < MIN_DAYS) return null;
  const counts = DAYS.map((day) =>
    days
      .filter(({ localDate }) => Number(localDate.slice(8)) === day)
      .reduce((sum, { submissions }) => sum + submissions, 0),
  );
  const highest = Math.max(1, ...counts);
  const plot = HEIGHT - LABEL;
  const step = WIDTH / DAYS.length;
  const most = counts.indexOf(highest) + 1;
  const sentence = tCount('month_days_sentence', highest, most);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('month_days')}</h2>
      <p class="sentence">{sentence}</p>
      <svg
        class="day-chart wide"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('month_days_label', sentence)}
      >
        {DAYS.map((day, i) => {
          const tall = ((counts[i] ?? 0) / highest) * plot;
          return (
            <g key={day}>
              <title>{t('labelled', String(day), formatCount(counts[i] ?? 0))}</title>
              <rect
                class="seen"
                fill="var(--measured)"
                x={i * step + step / 6}
                y={plot - tall}
                width={(step * 2) / 3}
                height={tall}
              />
              {day === 1 || day % 5 === 0 ? (
                <text x={i * step + step / 2} y={HEIGHT - 3} text-anchor="middle">
                  {day}
                </text>
              ) : null}
            </g>
          );
        })}
        <line class="baseline" x1="0" x2={WIDTH} y1={plot} y2={plot} />
      </svg>
      <p class="small">{t('month_days_note')}</p>
      <Disclosure label={t('as_table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('day_of_month')}</th>
              <th scope="col">{t('metric_submissions_name')}</th>
            </tr>
          </thead>
          <tbody>
            {DAYS.map((day, i) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{formatCount(counts[i] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  );
}
