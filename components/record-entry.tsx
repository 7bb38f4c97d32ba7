// One row of the record: what happened, why it counts as what it counts, and the person's own word about it.
// A correction stands beside the machine's verdict; both are kept, and undoing it is one press.
import { useId, useRef, useState } from 'preact/hooks';
import type { Action, Correction, Outcome, Span } from '../utils/domain/records';
import { formatCount, formatDuration, formatExactDuration, formatTime } from '../utils/format';
import { type MessageKey, t, tCount } from '../utils/platform/messages';
import type { RecordRow } from '../utils/storage/overview';
import { Duration } from './metric-value';

export type Correct = Pick<Correction, 'targetId' | 'kind' | 'value'>;

export interface CorrectionActions {
  onCorrect: (correction: Correct) => void;
  onUndo: (correctionId: string) => void;
}

export function RecordEntry({ row, ...actions }: CorrectionActions & { row: RecordRow }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const why = useRef<HTMLButtonElement>(null);
  // The pressed button goes with what it did: the keyboard goes on at its row.
  const thenFocus =
    <T,>(act: (argument: T) => void) =>
    (argument: T) => {
      act(argument);
      why.current?.focus();
    };
  const onCorrect = thenFocus(actions.onCorrect);
  const onUndo = thenFocus(actions.onUndo);
  const isStruck = row.corrections.some(({ kind }) => kind === 'strike');
  return (
    <div class={isStruck ? 'record-row struck' : 'record-row'}>
      <time class="num" dateTime={new Date(row.at).toISOString()}>
        {formatTime(row.at, row.utcOffsetMin)}
      </time>
      <span class="record-what">
        <b>{row.portalTitle}</b> {whatHappened(row)}
      </span>
      <Duration ms={row.activeMs} />
      <button
        ref={why}
        type="button"
        class="quiet chevron"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t('record_why')}
        <span class="unseen"> {row.portalTitle}</span>
      </button>
      <div id={panel} class="explanation" hidden={!open}>
        {open ? <Why row={row} /> : null}
        {open ? <Corrections row={row} onCorrect={onCorrect} onUndo={onUndo} /> : null}
      </div>
      {row.corrections.map((correction) => (
        <p key={correction.id} class="correction small">
          {correctionWords(correction)}{' '}
          <button type="button" class="quiet" onClick={() => onUndo(correction.id)}>
            {t('record_undo')}
          </button>
        </p>
      ))}
    </div>
  );
}

const outcomeName = (outcome: Outcome) => t(`outcome_${outcome}` satisfies MessageKey);

function whatHappened({ fact }: RecordRow): string {
  if (fact.kind === 'span') return t('record_span');
  const { action } = fact;
  const { images, videos, documents } = action.uploads;
  const files = images + videos + documents;
  const name = action.kind === 'checkIn' ? t('act_check_in') : t('act_submission');
  return [
    `${name} · ${outcomeName(action.outcome)}`,
    ...(action.repeat ? [t(`repeat_${action.repeat.scope}` satisfies MessageKey)] : []),
    ...(files > 0 ? [tCount('record_files', files)] : []),
  ].join(' · ');
}

function correctionWords({ kind, value }: Correction): string {
  if (kind === 'outcome') return t('corrected_outcome', value ? outcomeName(value as Outcome) : '');
  return t(kind === 'strike' ? 'corrected_strike' : 'corrected_notARepeat');
}

function Why({ row }: { row: RecordRow }) {
  const { fact } = row;
  return (
    <>
      {fact.kind === 'span' ? (
        <SpanWhy span={fact.span} activeMs={row.activeMs} />
      ) : (
        <ActionWhy action={fact.action} />
      )}
      <p class="small">
        {t('record_route')} <code>{row.route}</code>
      </p>
    </>
  );
}

function ActionWhy({ action }: { action: Action }) {
  const { fields } = action;
  return (
    <>
      <p>{t(`why_${action.kind}_${action.outcome}` satisfies MessageKey)}</p>
      <ul>
        {action.evidence.map((mark) => (
          <li key={mark}>{t(`evidence_${mark.replace(':', '_')}` as MessageKey)}</li>
        ))}
      </ul>
      {action.outcome === 'accepted' ? (
        <p>{t(action.confidence === 'confirmed' ? 'why_confirmed' : 'why_probable')}</p>
      ) : null}
      {action.repeat ? (
        <p>
          {t(
            `why_${action.repeat.scope}` satisfies MessageKey,
            formatCount(action.repeat.sharedEntries),
            formatCount(action.repeat.eligibleEntries),
          )}
        </p>
      ) : null}
      <p class="small">
        {fields.edited === 0
          ? t('why_active', formatExactDuration(action.activeMs))
          : t(
              'why_fields',
              formatCount(fields.edited),
              formatCount(fields.typed),
              formatCount(fields.pasted),
              formatCount(fields.chosen),
              formatExactDuration(action.activeMs),
            )}
      </p>
    </>
  );
}

function SpanWhy({ span, activeMs }: { span: Span; activeMs: number }) {
  return (
    <>
      <p>{t('why_span', formatDuration(span.openMs), formatExactDuration(activeMs))}</p>
      <p>{tCount('why_gaps', span.gaps.length)}</p>
      <p>{t(`ended_${span.endReason ?? 'open'}` satisfies MessageKey)}</p>
    </>
  );
}

function Corrections({ row, onCorrect }: CorrectionActions & { row: RecordRow }) {
  const { fact, corrections } = row;
  const has = (kind: Correction['kind']) => corrections.some((one) => one.kind === kind);
  const say = (kind: Correction['kind'], value: string | null = null) =>
    onCorrect({ targetId: row.id, kind, value });
  if (has('strike')) return null;
  const action = fact.kind === 'action' ? fact.action : null;
  return (
    <p class="corrections">
      {action && action.outcome !== 'accepted' && !has('outcome') ? (
        <button type="button" onClick={() => say('outcome', 'accepted')}>
          {t('correct_accepted')}
        </button>
      ) : null}
      {action && action.outcome === 'accepted' && !has('outcome') ? (
        <button type="button" onClick={() => say('outcome', 'rejected')}>
          {t('correct_rejected')}
        </button>
      ) : null}
      {action?.repeat && !has('notARepeat') ? (
        <button type="button" onClick={() => say('notARepeat')}>
          {t('correct_notARepeat')}
        </button>
      ) : null}
      <button type="button" onClick={() => say('strike')}>
        {t('correct_strike')}
      </button>
    </p>
  );
}
