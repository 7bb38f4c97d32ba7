// What was given twice: short in the popup, whole in the report.
import { useState } from 'preact/hooks';
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import type { Overview, RepeatLine } from '../utils/storage/overview';
import { Disclosure } from './disclosure';
import { useFirstRows } from './first-rows';
import { CommandProblem, Loading, ReadFailed } from './notice';
import { PairMatrix } from './pair-matrix';
import { type RepeatActions, RepeatList } from './repeat-list';
import { PairTable, RepeatedForms, SharedHow } from './repeat-tables';
import type { Live } from './use-live-query';

interface RepeatsProps extends RepeatActions {
  overview: Overview;
  /** The single repeats of the range's last day. */
  lines: Live<RepeatLine[]>;
}

/** Shown in the popup; the others are in the report. */
const SHORT_LIST = 5;
const SHORT_PAIRS = 3;

/** The day's sums say how many there are; the single ones are read when they are opened. */
export function TodayRepeats({ overview, lines, onOpen, ...actions }: RepeatsProps & { onOpen: () => void }) {
  const [opened, setOpened] = useState(false);
  const { totals, repeated } = overview;
  const counted = totals.repeatsSameForm + totals.repeatsCrossPortal;
  // Where the last one was just called none, the way back stays on the screen.
  if (counted === 0 && repeated.pairs.length === 0 && !opened) return null;
  return (
    <Disclosure
      label={t('repeats_today', formatCount(counted))}
      onOpen={() => {
        setOpened(true);
        onOpen();
      }}
    >
      {lines.state === 'loading' ? <Loading /> : null}
      {lines.state === 'failed' ? <ReadFailed /> : null}
      {lines.state === 'ready' ? <ShortList repeats={lines.value} {...actions} /> : null}
      {repeated.pairs.length > 0 ? (
        <ul class="small pair-lines">
          {repeated.pairs.slice(0, SHORT_PAIRS).map(({ from, to, entries }) => (
            <li key={`${from.portalId} ${to.portalId}`}>
              {t('pair_line', to.title, formatCount(entries), from.title)}
            </li>
          ))}
        </ul>
      ) : null}
    </Disclosure>
  );
}

function ShortList({ repeats, ...actions }: RepeatActions & { repeats: readonly RepeatLine[] }) {
  return (
    <>
      <RepeatList repeats={repeats.slice(0, SHORT_LIST)} {...actions} />
      {repeats.length > SHORT_LIST ? (
        <p class="small">
          <a href="/report.html" target="_blank" rel="noreferrer">
            {t('repeats_rest', formatCount(repeats.length - SHORT_LIST))}
          </a>
        </p>
      ) : null}
    </>
  );
}

export function ReportRepeats({
  overview,
  lines,
  problem,
  ...actions
}: RepeatsProps & { problem: Problem | null }) {
  const { pairs, forms, shared } = overview.repeated;
  return (
    <section class="repeats">
      <h2>{t('repeats_title')}</h2>
      <SharedHow shared={shared} />
      <h3>{t('pairs_title')}</h3>
      <p class="small">{t('pairs_why')}</p>
      <PairMatrix pairs={pairs} />
      {pairs.length > 0 ? <PairTable pairs={pairs} /> : <p>{t('nothing_repeated')}</p>}
      <h3>{t('forms_title')}</h3>
      {forms.length > 0 ? <RepeatedForms forms={forms} /> : <p>{t('nothing_repeated')}</p>}
      <h3>{t('repeats_last_day')}</h3>
      <CommandProblem problem={problem} />
      {lines.state === 'loading' ? <Loading /> : null}
      {lines.state === 'failed' ? <ReadFailed /> : null}
      {lines.state === 'ready' ? <LastDay repeats={lines.value} {...actions} /> : null}
    </section>
  );
}

function LastDay({ repeats, ...actions }: RepeatActions & { repeats: readonly RepeatLine[] }) {
  const { shown, button } = useFirstRows(repeats);
  return (
    <>
      <RepeatList repeats={shown} {...actions} />
      {button}
    </>
  );
}
