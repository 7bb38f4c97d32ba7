// Check-ins, submissions, repeats: how often, how long, and below, small, what did not come to an end.
import { useId, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';
import type { Totals } from '../utils/storage/overview';
import { Explanation } from './explanation';
import { Figure } from './figure';
import { MetricValue, times } from './metric-value';
import type { MetricId } from './metrics';

type SummedId = Exclude<MetricId & keyof Totals, 'per8h'>;

interface Act {
  name: 'act_check_in' | 'act_submission' | 'act_repeat';
  count: SummedId;
  ms: SummedId;
  /** Said small, and only when there are some. */
  beside: {
    id: SummedId;
    text: 'beside_attempted' | 'beside_rejected' | 'beside_cross_portal';
  };
  explained: MetricId[];
}

const ACTS: Act[] = [
  {
    name: 'act_check_in',
    count: 'checkIns',
    ms: 'checkInMs',
    beside: { id: 'checkInsAttempted', text: 'beside_attempted' },
    explained: ['checkIns', 'checkInsAttempted', 'checkInMs'],
  },
  {
    name: 'act_submission',
    count: 'submissions',
    ms: 'submissionMs',
    beside: { id: 'rejected', text: 'beside_rejected' },
    explained: ['submissions', 'submissionMs', 'rejected'],
  },
  {
    name: 'act_repeat',
    count: 'repeatsSameForm',
    ms: 'repeatMs',
    beside: { id: 'repeatsCrossPortal', text: 'beside_cross_portal' },
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
            <span class="act-count" data-some={totals[act.count] > 0}>
              <MetricValue
                id={act.count}
                value={totals[act.count]}
                text={times(totals[act.count])}
                unobserved={unobserved}
              />
            </span>
            <span hidden={unobserved}>
              <MetricValue id={act.ms} value={totals[act.ms]} />
            </span>
            <span class="small" hidden={totals[act.beside.id] === 0}>
              <MetricValue
                id={act.beside.id}
                value={totals[act.beside.id]}
                text={t(act.beside.text, totals[act.beside.id])}
              />
            </span>
          </Figure>
        ))}
      </div>
      {open === null ? (
        <div id={panel} hidden />
      ) : (
        <Explanation id={panel} metrics={open.explained} idleTimeoutMs={idleTimeoutMs}>
          {open.name === 'act_submission' ? <Classes totals={totals} /> : null}
        </Explanation>
      )}
    </>
  );
}

/** Both classes of evidence are said wherever submissions are explained. */
function Classes({ totals }: { totals: Totals }) {
  const confirmed = totals.submissions - totals.submissionsProbable;
  return <p>{t('submission_classes', confirmed, totals.submissionsProbable)}</p>;
}
