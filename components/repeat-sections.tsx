// What was given twice: short in the popup, whole in the report.
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import type { RepeatView } from '../utils/storage/overview';
import { Disclosure } from './disclosure';
import { CommandProblem } from './notice';
import { type RepeatActions, RepeatList } from './repeat-list';
import { PairTable, RepeatedForms, SharedHow } from './repeat-tables';
import type { Live } from './use-live-query';

interface RepeatsProps extends RepeatActions {
  live: Live<RepeatView>;
}

/** Shown in the popup; the others are in the report. */
const SHORT_LIST = 5;
const SHORT_PAIRS = 3;

export function TodayRepeats({ live, ...actions }: RepeatsProps) {
  if (live.state !== 'ready' || live.value.repeats.length + live.value.pairs.length === 0) return null;
  const { repeats, pairs } = live.value;
  const counted = repeats.filter(({ correctionId }) => correctionId === null).length;
  return (
    <Disclosure label={t('repeats_today', formatCount(counted))}>
      <RepeatList repeats={repeats.slice(0, SHORT_LIST)} {...actions} />
      {repeats.length > SHORT_LIST ? (
        <p class="small">
          <a href="/report.html" target="_blank" rel="noreferrer">
            {t('repeats_rest', formatCount(repeats.length - SHORT_LIST))}
          </a>
        </p>
      ) : null}
      {pairs.length > 0 ? (
        <ul class="small pair-lines">
          {pairs.slice(0, SHORT_PAIRS).map(({ from, to, entries }) => (
            <li key={`${from.portalId} ${to.portalId}`}>
              {t('pair_line', to.title, formatCount(entries), from.title)}
            </li>
          ))}
        </ul>
      ) : null}
    </Disclosure>
  );
}

export function ReportRepeats({ live, problem, ...actions }: RepeatsProps & { problem: Problem | null }) {
  if (live.state !== 'ready') return null;
  const { repeats, pairs, forms, shared } = live.value;
  return (
    <section class="repeats">
      <h2>{t('repeats_title')}</h2>
      <SharedHow shared={shared} />
      <h3>{t('pairs_title')}</h3>
      <p class="small">{t('pairs_why')}</p>
      {pairs.length > 0 ? <PairTable pairs={pairs} /> : <p>{t('nothing_repeated')}</p>}
      <h3>{t('forms_title')}</h3>
      {forms.length > 0 ? <RepeatedForms forms={forms} /> : <p>{t('nothing_repeated')}</p>}
      <h3>{t('repeats_last_day')}</h3>
      <CommandProblem problem={problem} />
      <RepeatList repeats={repeats} {...actions} />
    </section>
  );
}
