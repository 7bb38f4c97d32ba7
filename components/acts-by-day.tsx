// Check-ins and files sent along, day by day: two small pictures of one hand, each with its table.
import { formatCount, formatDate } from '../utils/format';
import { t, tCount } from '../utils/platform/messages';
import type { DayPoint, Overview } from '../utils/storage/overview';
import { ColumnChart } from './column-chart';
import { Disclosure } from './disclosure';

type CountId = 'checkIns' | 'uploads' | 'rejected';

export function ActsByDay({ overview }: { overview: Overview }) {
  const { days, totals } = overview;
  const some = days.some(({ checkIns, uploads }) => checkIns + uploads > 0);
  if (days.length < 2 || !some) return null;
  const files = totals.uploadImages + totals.uploadVideos;
  return (
    <section>
      <h2>{t('traces')}</h2>
      <p class="sentence">
        {tCount('traces_sentence', totals.checkIns, formatCount(files), formatCount(totals.uploadDocuments))}
      </p>
      <div class="pair">
        <Counts overview={overview} id="checkIns" name={t('metric_checkIns_name')} />
        <Counts overview={overview} id="uploads" name={t('metric_uploads_name')} />
      </div>
      <Disclosure label={t('as_table')}>
        <CountTable
          days={days}
          columns={[
            ['checkIns', t('metric_checkIns_name')],
            ['uploads', t('metric_uploads_name')],
          ]}
        />
      </Disclosure>
    </section>
  );
}

function Counts({ overview, id, name }: { overview: Overview; id: CountId; name: string }) {
  return (
    <figure>
      <figcaption class="small">{name}</figcaption>
      <ColumnChart
        days={overview.days}
        today={overview.to}
        width={320}
        height={96}
        numberOf={(day) => day[id]}
        format={formatCount}
        label={(words) => t('labelled', name, words)}
      />
    </figure>
  );
}

function CountTable({ days, columns }: { days: readonly DayPoint[]; columns: [CountId, string][] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          {columns.map(([id, name]) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.localDate}>
            <th scope="row">{formatDate(day.localDate)}</th>
            {columns.map(([id]) => (
              <td key={id} class={day.observed ? '' : 'unobserved'}>
                {day.observed ? formatCount(day[id]) : t('unobserved')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
