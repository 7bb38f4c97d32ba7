// Restoring a backup: first what is in it, then the person's word.
import { useId, useState } from 'preact/hooks';
import type { Person } from '../utils/domain/records';
import { t } from '../utils/platform/messages';
import type { FoundBackup, RestoreState } from './export-types';
import { Loading, problemText } from './notice';
import { personName } from './people';

interface RestorePanelProps {
  restore: RestoreState;
  people: readonly Person[];
  onRestoreFile: (file: File) => void;
  onRestorePassphrase: (file: File, passphrase: string) => void;
  onRestore: (personId: string | null) => void;
}

export function RestorePanel(props: RestorePanelProps) {
  const { restore } = props;
  const id = useId();
  return (
    <section class="restore">
      <h2>{t('restore_title')}</h2>
      <p class="small">{t('restore_why')}</p>
      <div class="fields">
        <label for={id}>{t('restore_choose')}</label>
        <input
          id={id}
          type="file"
          data-action="choose-backup"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) props.onRestoreFile(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {restore.state === 'reading' ? <Loading /> : null}
      {restore.state === 'sealed' ? <Passphrase {...props} file={restore.file} /> : null}
      {restore.state === 'preview' ? <Found {...props} found={restore.found} /> : null}
      {restore.state === 'restoring' ? (
        <>
          <progress value={restore.done} max={Math.max(1, restore.all)} aria-label={t('restore_go')} />
          <p class="small">{t('restore_working', restore.done, restore.all)}</p>
        </>
      ) : null}
      <p class="refused" role="alert">
        {restore.state === 'refused' ? problemText(restore.problem) : null}
        {restore.state === 'sealed' && restore.problem ? problemText(restore.problem) : null}
      </p>
      <p role="status" data-restore={restore.state}>
        {restore.state === 'done' ? t('restore_done', restore.added) : null}
      </p>
    </section>
  );
}

function Passphrase({ file, onRestorePassphrase }: RestorePanelProps & { file: File }) {
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onRestorePassphrase(file, passphrase);
      }}
    >
      <label for={id}>{t('restore_passphrase')}</label>
      <input
        id={id}
        type="password"
        autocomplete="off"
        value={passphrase}
        onInput={(event) => setPassphrase(event.currentTarget.value)}
      />
      <button type="submit">{t('restore_open')}</button>
    </form>
  );
}

const NEW_PERSON = '';

function Found({ found, people, onRestore }: RestorePanelProps & { found: FoundBackup }) {
  const id = useId();
  const same = people.find((person) => person.id === found.person.id) ?? people[0];
  const [target, setTarget] = useState(same?.id ?? NEW_PERSON);
  const date = (key: string | null) => key ?? t('restore_empty');
  return (
    <>
      <p>
        {t('restore_contains', date(found.from), date(found.to), found.spans, found.actions)}{' '}
        {t('restore_known', found.known)}
      </p>
      <div class="fields">
        <label for={id}>{t('restore_into')}</label>
        <select id={id} value={target} onChange={(event) => setTarget(event.currentTarget.value)}>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {personName(person)}
            </option>
          ))}
          {people.some((person) => person.id === found.person.id) ? null : (
            <option value={NEW_PERSON}>{t('restore_new_person', personName(found.person))}</option>
          )}
        </select>
        <button
          type="button"
          class="primary"
          data-action="restore"
          onClick={() => onRestore(target === NEW_PERSON ? null : target)}
        >
          {t('restore_go')}
        </button>
      </div>
    </>
  );
}
