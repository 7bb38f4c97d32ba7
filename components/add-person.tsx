import { useId, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';

/** A name is asked for only when there is somebody to tell apart. It never leaves this computer. */
export function AddPerson({ onAddPerson }: { onAddPerson: (name: string) => void }) {
  const [name, setName] = useState('');
  const id = useId();
  return (
    <form
      class="add-person"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onAddPerson(name.trim());
        setName('');
      }}
    >
      <label for={id}>{t('person_add')}</label>
      <input
        id={id}
        type="text"
        maxLength={40}
        autocomplete="off"
        placeholder={t('person_add_hint')}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit">{t('person_add_button')}</button>
    </form>
  );
}
