import { useState } from 'preact/hooks';
import type { Person } from '../utils/domain/records';
import { t } from '../utils/platform/messages';
import { AddPerson } from './add-person';
import { personName, presentPeople } from './people';

export interface PeopleEditorActions {
  onAddPerson: (name: string) => void;
  onRenamePerson: (personId: string, name: string) => void;
  onRetirePerson: (personId: string) => void;
}

interface PeopleEditorProps extends PeopleEditorActions {
  people: readonly Person[];
}

export function PeopleEditor({ people, onAddPerson, onRenamePerson, onRetirePerson }: PeopleEditorProps) {
  const present = presentPeople(people);
  return (
    <>
      <ul class="people">
        {present.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            canRetire={present.length > 1}
            onRename={(name) => onRenamePerson(person.id, name)}
            onRetire={() => onRetirePerson(person.id)}
          />
        ))}
      </ul>
      <AddPerson onAddPerson={onAddPerson} />
    </>
  );
}

interface PersonRowProps {
  person: Person;
  canRetire: boolean;
  onRename: (name: string) => void;
  onRetire: () => void;
}

/** Retiring asks once, in place: the records stay, but the person is no longer offered. */
function PersonRow({ person, canRetire, onRename, onRetire }: PersonRowProps) {
  const [name, setName] = useState(person.name);
  const [asking, setAsking] = useState(false);
  const changed = name.trim() !== '' && name.trim() !== person.name;
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) onRename(name.trim());
        }}
      >
        <input
          type="text"
          maxLength={40}
          autocomplete="off"
          aria-label={t('person_name_label', personName(person))}
          placeholder={t('person_nameless')}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={!changed}>
          {t('person_rename')}
        </button>
        {canRetire && !asking ? (
          <button type="button" class="quiet" onClick={() => setAsking(true)}>
            {t('person_retire')}
          </button>
        ) : null}
      </form>
      {asking ? (
        <p class="ask">
          {t('person_retire_ask', personName(person))}{' '}
          <button type="button" onClick={onRetire}>
            {t('person_retire_yes')}
          </button>{' '}
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            {t('cancel')}
          </button>
        </p>
      ) : null}
    </li>
  );
}
