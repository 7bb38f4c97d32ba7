// How long single records stay. A shorter time deletes, so choosing it asks once and says what goes.
import { useState } from 'preact/hooks';
import { RETENTION_MONTHS, type RetentionMonths } from '../utils/domain/retention';
import { t } from '../utils/platform/messages';

interface RetentionChoiceProps {
  months: RetentionMonths | null;
  onRetention: (months: RetentionMonths | null) => void;
}

const words = (months: RetentionMonths | null) =>
  months === null ? t('retention_ever') : t('retention_months', months);

export function RetentionChoice({ months, onRetention }: RetentionChoiceProps) {
  const [asked, setAsked] = useState<RetentionMonths | null>(null);
  const choices: (RetentionMonths | null)[] = [null, ...RETENTION_MONTHS];
  const choose = (wanted: RetentionMonths | null) => {
    const deletes = wanted !== null && (months === null || wanted < months);
    setAsked(deletes ? wanted : null);
    if (!deletes) onRetention(wanted);
  };
  return (
    <>
      <div class="choices">
        {choices.map((each) => (
          <button
            key={each ?? 0}
            type="button"
            class="choice"
            aria-pressed={each === months}
            onClick={() => choose(each)}
          >
            {words(each)}
          </button>
        ))}
      </div>
      <div role="alert">
        {asked === null ? null : (
          <div class="notice">
            <p>{t('retention_ask', words(asked))}</p>
            <p class="corrections">
              <button
                type="button"
                onClick={() => {
                  onRetention(asked);
                  setAsked(null);
                }}
              >
                {t('retention_yes')}
              </button>
              <button type="button" onClick={() => setAsked(null)}>
                {t('cancel')}
              </button>
            </p>
          </div>
        )}
      </div>
    </>
  );
}
