// Consent in plain words, then one file. A backup may be sealed with a passphrase.
import { useId, useState } from 'preact/hooks';
import { t } from '../utils/platform/messages';
import type { ExportLevel, SaveState } from './export-types';

const SHORTEST = 8;
const KILOBYTE = 1024;

interface ExportSaveProps {
  level: ExportLevel;
  save: SaveState;
  onSave: (passphrase: string) => void;
  onCancel: () => void;
}

export function ExportSave({ level, save, onSave, onCancel }: ExportSaveProps) {
  const [first, second] = [useId(), useId()];
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const wrong = level === 'L0' ? problemOf(passphrase, again) : null;
  return (
    <section>
      {level === 'L0' ? (
        <>
          <p class="small">{t('passphrase_why')}</p>
          <div class="fields">
            <label for={first}>{t('passphrase')}</label>
            <input
              id={first}
              type="password"
              autocomplete="new-password"
              value={passphrase}
              onInput={(event) => setPassphrase(event.currentTarget.value)}
            />
            <label for={second}>{t('passphrase_again')}</label>
            <input
              id={second}
              type="password"
              autocomplete="new-password"
              value={again}
              onInput={(event) => setAgain(event.currentTarget.value)}
            />
          </div>
          <p class="refused" role="alert">
            {wrong}
          </p>
        </>
      ) : (
        <p>{t('export_consent')}</p>
      )}
      <p class="save">
        <button
          type="button"
          class="primary"
          data-action="export"
          disabled={save.state === 'working' || wrong !== null}
          onClick={() => onSave(level === 'L0' ? passphrase : '')}
        >
          {t('export_save')}
        </button>
        {save.state === 'working' ? (
          <button type="button" data-action="cancel-export" onClick={onCancel}>
            {t('export_cancel')}
          </button>
        ) : null}
      </p>
      {save.state === 'working' ? (
        <>
          <progress value={save.done} max={Math.max(1, save.all)} aria-label={t('export_save')} />
          <p class="small">{t('export_saving', save.done, save.all)}</p>
        </>
      ) : null}
      <p role="status" data-save={save.state} data-bytes={save.state === 'saved' ? save.bytes : undefined}>
        {said(save)}
      </p>
    </section>
  );
}

function said(save: SaveState): string | null {
  if (save.state === 'saved') return t('export_saved', save.name, sizeText(save.bytes));
  if (save.state === 'cancelled') return t('export_cancelled');
  return save.state === 'failed' ? t('export_failed') : null;
}

function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / KILOBYTE);
  return kilobytes < KILOBYTE ? `${kilobytes} KiB` : `${(kilobytes / KILOBYTE).toFixed(1)} MiB`;
}

function problemOf(passphrase: string, again: string): string | null {
  if (passphrase === '' && again === '') return null;
  if (passphrase.length < SHORTEST) return t('passphrase_short');
  return passphrase === again ? null : t('passphrase_differs');
}
