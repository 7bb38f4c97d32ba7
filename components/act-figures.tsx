// Check-ins, submissions, repeats: how often, how long, and below, small, what did not come to an end.
import { useId, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';
import type { Totals } from '../utils/storage/overview';
import { Explanation } from './explanation';
import { Figure } from './figure';
import { MetricValue, times } from './metric-value';
import type { MetricId } from './metrics';

type SummedId = Exclude<MetricId & keyof Totals, 'per8h'>;

interface Beside {
  id: SummedId;
  text: 'beside_attempted' | 'beside_rejected' | 'beside_same_form' | 'beside_cross_portal';
}

interface Act {
  name: 'act_check_in' | 'act_submission' | 'act_repeat';
  count: SummedId;
  ms: SummedId;
  /** Said small, and only when there are some. */
  beside: Beside[];
  /** The count is of these together: of two kinds neither is the whole. */
  summed?: SummedId[];
  explained: MetricId[];
}

const ACTS: Act[] = [
  {
    name: 'act_check_in',
    count: 'checkIns',
    ms: 'checkInMs',
    beside: [{ id: 'checkInsAttempted', text: 'beside_attempted' }],
    explained: ['checkIns', 'checkInsAttempted', 'checkInMs'],
  },
  {
    name: 'act_submission',
    count: 'submissions',
    ms: 'submissionMs',
    beside: [{ id: 'rejected', text: 'beside_rejected' }],
    explained: ['submissions', 'submissionMs', 'rejected'],
  },
  {
    name: 'act_repeat',
    count: 'repeatsSameForm',
    ms: 'repeatMs',
    beside: [
      { id: 'repeatsSameForm', text: 'beside_same_form' },
      { id: 'repeatsCrossPortal', text: 'beside_cross_portal' },
    ],
    summed: ['repeatsSameForm', 'repeatsCrossPortal'],
    explained: ['repeatsSameForm', 'repeatsCrossPortal', 'repeatMs'],
  },
];

interface ActFiguresProps {
  totals: Totals;
  idleTimeoutMs: number;
  unobserved: boolean;
}

export function ActFigures({ totals, idleTimeoutMs, unobserved }: ActFiguresProps) {
  const [open, setOpen] = useState<Act | null>(null);
  const panel = useId();
  return (
    <>
      <div class="acts">
        {ACTS.map((act) => (
          <Figure
            key={act.name}
            name={t(act.name)}
            class={act.name}
            open={open === act}
            panel={panel}
            onToggle={() => setOpen(open === act ? null : act)}
          >
            <Count act={act} totals={totals} unobserved={unobserved} />
            <span hidden={unobserved}>
              <MetricValue id={act.ms} value={totals[act.ms]} />
            </span>
            {act.beside.map(({ id, text }) => (
              <span key={id} class="small" hidden={totals[id] === 0}>
                <MetricValue id={id} value={totals[id]} text={t(text, totals[id])} />
              </span>
            ))}
          </Figure>
        ))}
      </div>
      {open === null ? (
        <div id={panel} hidden />
      ) : (
        <Explanation
          id={panel}
          metrics={open.explained}
          idleTimeoutMs={idleTimeoutMs}
          observedMinutes={totals.observedMinutes}
        >
          {open.name === 'act_submission' ? <Classes totals={totals} /> : null}
        </Explanation>
      )}
    </>
  );
}

function Count({ act, totals, unobserved }: { act: Act; totals: Totals; unobserved: boolean }) {
  const count = (act.summed ?? [act.count]).reduce((sum, id) => sum + totals[id], 0);
  return (
    <span class="act-count" data-some={count > 0}>
      {act.summed ? (
        <span class={unobserved ? 'num unobserved' : 'num'}>
          {unobserved ? t('unobserved') : times(count)}
        </span>
      ) : (
        <MetricValue id={act.count} value={count} text={times(count)} unobserved={unobserved} />
      )}
    </span>
  );
}

/** Both classes of evidence are said wherever submissions are explained. */
function Classes({ totals }: { totals: Totals }) {
  const confirmed = totals.submissions - totals.submissionsProbable;
  return <p>{t('submission_classes', confirmed, totals.submissionsProbable)}</p>;
}
