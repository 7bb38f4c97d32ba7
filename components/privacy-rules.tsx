// What the person wants left out, beside what is never recorded anyway: the hours outside work, and fields by
// words of their own.
import { useId, useState } from 'preact/hooks';
import type { Person } from '../utils/domain/records';
import { t } from '../utils/platform/messages';

interface PrivacyRulesProps {
  person: Person;
  onOnlyWorkingHours: (personId: string, only: boolean) => void;
  onPrivateWords: (personId: string, words: string[]) => void;
}

export function PrivacyRules({ person, onOnlyWorkingHours, onPrivateWords }: PrivacyRulesProps) {
  const why = useId();
  return (
    <section>
      <h2>{t('rules_title')}</h2>
      <label class="check">
        <input
          type="checkbox"
          data-action="only-working-hours"
          checked={person.onlyWorkingHours ?? false}
          aria-describedby={why}
          onChange={(event) => onOnlyWorkingHours(person.id, event.currentTarget.checked)}
        />
        <span>{t('rules_only_hours')}</span>
      </label>
      <p class="small" id={why}>
        {t('rules_only_hours_why')}
      </p>
      <PrivateWords
        key={person.id}
        words={person.privateWords ?? []}
        onSave={(words) => onPrivateWords(person.id, words)}
      />
    </section>
  );
}

const MOST_WORDS = 50;
const LONGEST = 40;

const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function PrivateWords({ words, onSave }: { words: readonly string[]; onSave: (words: string[]) => void }) {
  const [text, setText] = useState(words.join('\n'));
  const hint = useId();
  const wanted = wordsIn(text);
  const isSound = wanted.length <= MOST_WORDS && wanted.every((word) => word.length <= LONGEST);
  const isSaved = wanted.join('\n') === words.join('\n');
  const save = (event: Event) => {
    event.preventDefault();
    if (isSound) onSave(wanted);
  };
  return (
    <form class="private-words" onSubmit={save}>
      <label>
        <span class="label">{t('rules_words')}</span>
        <textarea
          rows={3}
          value={text}
          placeholder={t('rules_words_example')}
          aria-describedby={hint}
          aria-invalid={!isSound}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="small" id={hint} role={isSound ? undefined : 'alert'}>
        {isSound ? t('rules_words_why') : t('rules_words_unsound', MOST_WORDS, LONGEST)}
      </p>
      <p class="saved">
        <button type="submit" disabled={!isSound || isSaved}>
          {t('rules_words_save')}
        </button>{' '}
        <span role="status" class="small">
          {isSaved && words.length > 0 ? t('rules_words_saved') : ''}
        </span>
      </p>
    </form>
  );
}
