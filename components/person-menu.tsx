// Who is at the keyboard. Computers in village offices are shared; everybody has a ledger of their own.
import { useEffect, useId, useState } from 'preact/hooks';
import type { Person } from '../utils/domain/records';
import { t } from '../utils/platform/messages';
import { AddPerson } from './add-person';
import { personName, presentPeople } from './people';

export interface PeopleActions {
  onChoosePerson: (personId: string) => void;
  onAddPerson: (name: string) => void;
}

interface PersonMenuProps extends PeopleActions {
  person: Person | null;
  people: readonly Person[];
}

export function PersonMenu({ person, people, onChoosePerson, onAddPerson }: PersonMenuProps) {
  const [open, setOpen] = useState(false);
  const menu = useId();
  // Choosing somebody else closes the menu: the numbers under it are now another person's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the person is what the effect waits for
  useEffect(() => setOpen(false), [person?.id]);
  return (
    <>
      <button
        type="button"
        class="quiet chevron person"
        aria-expanded={open}
        aria-controls={menu}
        aria-label={t('person_menu_label', person ? personName(person) : t('person_nobody'))}
        onClick={() => setOpen(!open)}
      >
        <span class="clip">{person ? personName(person) : t('person_nobody')}</span>
      </button>
      <div id={menu} class="person-menu" hidden={!open}>
        <p class="label">{t('person_menu_title')}</p>
        <PersonChoices person={person} people={people} onChoosePerson={onChoosePerson} />
        <AddPerson onAddPerson={onAddPerson} />
      </div>
    </>
  );
}

interface PersonChoicesProps extends Pick<PeopleActions, 'onChoosePerson'> {
  person: Person | null;
  people: readonly Person[];
}

export function PersonChoices({ person, people, onChoosePerson }: PersonChoicesProps) {
  return (
    <ul class="person-choices">
      {presentPeople(people).map((other) => (
        <li key={other.id}>
          <button
            type="button"
            class="choice"
            aria-pressed={other.id === person?.id}
            onClick={() => onChoosePerson(other.id)}
          >
            {personName(other)}
          </button>
        </li>
      ))}
    </ul>
  );
}
