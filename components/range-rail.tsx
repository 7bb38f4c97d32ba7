// Which stretch the report shows: a day, a week, a month, a quarter, a step back or forth; or any two dates.
import { useId, useState } from 'preact/hooks';
import {
  RANGE_UNITS,
  type RangeChoice,
  type RangeUnit,
  refusalOf,
  stepRange,
} from '../utils/domain/report-range';
import { type MessageKey, t } from '../utils/platform/messages';

interface RangeRailProps {
  choice: RangeChoice;
  today: string;
  /** The stretch on show, offered when dates are to be written. */
  from: string;
  to: string;
  onChoice: (choice: RangeChoice) => void;
}

export function RangeRail({ choice, today, from, to, onChoice }: RangeRailProps) {
  // What is on show stays on show: its last day is in the other unit too.
  const pick = (unit: RangeUnit) => onChoice({ unit, anchor: to });
  return (
    <nav class="rail" aria-label={t('range')}>
      {RANGE_UNITS.map((unit) => (
        <button
          key={unit}
          type="button"
          data-range={unit}
          aria-pressed={unit === choice.unit}
          onClick={() => pick(unit)}
        >
          {t(`range_${unit}` satisfies MessageKey)}
        </button>
      ))}
      <button
        type="button"
        aria-pressed={choice.unit === 'dates'}
        onClick={() => onChoice({ unit: 'dates', from, to })}
      >
        {t('range_dates')}
      </button>
      {choice.unit === 'dates' ? (
        <Dates key={`${from} ${to}`} {...{ from, to, today, onChoice }} />
      ) : (
        <Steps choice={choice} today={today} onChoice={onChoice} />
      )}
    </nav>
  );
}

interface StepsProps {
  choice: RangeChoice & { unit: RangeUnit };
  today: string;
  onChoice: (choice: RangeChoice) => void;
}

function Steps({ choice, today, onChoice }: StepsProps) {
  const earlier = stepRange(choice, -1, today);
  const later = stepRange(choice, 1, today);
  return (
    <span class="steps">
      <button type="button" disabled={earlier === null} onClick={() => earlier && onChoice(earlier)}>
        {t('range_earlier')}
      </button>
      <button type="button" disabled={later === null} onClick={() => later && onChoice(later)}>
        {t('range_later')}
      </button>
    </span>
  );
}

interface DatesProps {
  from: string;
  to: string;
  today: string;
  onChoice: (choice: RangeChoice) => void;
}

function Dates({ from, to, today, onChoice }: DatesProps) {
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>(null);
  const problem = useId();
  const show = (event: Event) => {
    event.preventDefault();
    const why = refusalOf(first, last, today);
    setRefusal(why);
    if (why === null) onChoice({ unit: 'dates', from: first, to: last });
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}
      <input
        type="date"
        value={value}
        max={today}
        required
        aria-describedby={problem}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form class="dates" noValidate onSubmit={show}>
      {field(t('range_first'), first, setFirst)}
      {field(t('range_last'), last, setLast)}
      <button type="submit">{t('range_show')}</button>
      <p id={problem} role="alert" class="refused">
        {refusal === null ? null : t(`range_refused_${refusal}` satisfies MessageKey)}
      </p>
    </form>
  );
}
