// A list comes as a file, chosen or dropped. A refused file changes nothing: its problems are named by their
// place in the document, and the list in force stays.
import { useId, useState } from 'preact/hooks';
import { t, tCount } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import { ProblemList } from './problem-list';

export type ImportState =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'refused'; problems: readonly Problem[] }
  | { state: 'accepted'; title: string; portals: number };

interface ConfigImportProps {
  state: ImportState;
  onImport: (file: File) => void;
}

export function ConfigImport({ state, onImport }: ConfigImportProps) {
  const [over, setOver] = useState(false);
  const id = useId();
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onImport(file);
  };
  return (
    <section class="import">
      <h2>{t('import_title')}</h2>
      <p class="small">{t('import_why')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input in it is the first */}
      <div
        class="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <label for={id}>{t('import_label')}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file, mended, must be choosable again.
            event.currentTarget.value = '';
          }}
        />
      </div>
      <div role="status">
        {state.state === 'reading' ? <p>{t('loading')}</p> : null}
        {state.state === 'accepted' ? <p>{tCount('import_accepted', state.portals, state.title)}</p> : null}
      </div>
      <div role="alert">{state.state === 'refused' ? <ProblemList problems={state.problems} /> : null}</div>
    </section>
  );
}
