import type { Person } from '../utils/domain/records';
import { t } from '../utils/platform/messages';
import { personName } from './people';

interface StartPersonProps {
  people: readonly Person[];
  startPersonId: string | null;
  onStartPerson: (personId: string | null) => void;
}

/** Whose records begin with the browser; with one person there is nothing to choose. */
export function StartPerson({ people, startPersonId, onStartPerson }: StartPersonProps) {
  if (people.length < 2) return null;
  return (
    <div class="field">
      <label>
        {t('start_person')}{' '}
        <select
          value={startPersonId ?? ''}
          onChange={(event) => onStartPerson(event.currentTarget.value || null)}
        >
          <option value="">{t('start_person_ask')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {personName(person)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
