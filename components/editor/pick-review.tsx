// What was pointed at, as the rule it would become, and what it would have meant on this computer in the last
// seven days. Nothing is kept before the button says so.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t, tCount } from '../../utils/platform/messages';
import type { PickerActions, PickReview } from './picker-types';
import { PICK_NAMES } from './picker-types';

type PickReviewProps = { review: PickReview } & Pick<PickerActions, 'onKeep' | 'onDrop'>;

export function PickReviewCard({ review, onKeep, onDrop }: PickReviewProps) {
  const [words, setWords] = useState(review.words);
  const [of, setOf] = useState(review.likely);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever comes back from the other page finds it at once, also by ear.
  useEffect(() => heading.current?.focus(), []);
  const { kind, week } = review;
  const isForm = kind === 'ignore';
  const isEmpty = !isForm && words.trim() === '';
  const holdsForAll = kind === 'checkIn' || (kind === 'success' && of === 'checkIn');
  return (
    <div class="pick-review" data-works={review.works}>
      <h3 ref={heading} tabIndex={-1}>
        {t(PICK_NAMES[kind])}
      </h3>
      <dl class="facts">
        <div>
          <dt>{t('portal')}</dt>
          <dd>{review.title}</dd>
        </div>
        <div>
          <dt>{t('pick_where')}</dt>
          <dd>{holdsForAll ? t('pick_everywhere') : <code>{review.route}</code>}</dd>
        </div>
      </dl>
      {isForm ? null : (
        <div class="field">
          <label for={id}>{t('pick_words')}</label>
          <input
            id={id}
            type="text"
            maxLength={40}
            autocomplete="off"
            spellcheck={false}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <span class="small">{t('pick_words_hint')}</span>
        </div>
      )}
      {kind === 'success' ? (
        <fieldset class="choices">
          <legend>{t('pick_success_of')}</legend>
          {(['checkIn', 'form'] as const).map((one) => (
            <label class="check" key={one}>
              <input type="radio" name="pick-of" checked={of === one} onChange={() => setOf(one)} />
              <span>{t(one === 'checkIn' ? 'pick_of_check_in' : 'pick_of_form')}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <ul class="pick-facts">
        <li>{tCount(isForm ? 'pick_fields_here' : 'pick_places_here', review.places)}</li>
        {review.known ? <li>{t('pick_known')}</li> : null}
        {review.works ? null : <li class="refused">{t('pick_wont_work')}</li>}
        {week ? (
          <li data-week={`${week.spans} ${week.checkIns} ${week.submissions}`}>
            {t('pick_week', week.spans, week.checkIns, week.submissions)}
            {isForm && week.submissions > 0 ? ` ${t('pick_week_ignored', week.submissions)}` : null}
          </li>
        ) : null}
        {review.inDraft ? null : <li class="refused">{t('pick_not_in_draft')}</li>}
      </ul>
      <p class="buttons">
        <button
          type="button"
          class="primary"
          data-action="keep-pick"
          disabled={isEmpty || !review.inDraft}
          onClick={() => onKeep(words.trim(), of)}
        >
          {t('pick_keep')}
        </button>
        <button type="button" data-action="drop-pick" onClick={onDrop}>
          {t('pick_drop')}
        </button>
      </p>
    </div>
  );
}
