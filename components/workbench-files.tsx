// Packages are chosen or dropped, folders too; each one's verdict stands beside its name.
import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../utils/platform/messages';
import { droppedFiles } from './dropped-files';
import { problemText } from './notice';
import type { LookedFile } from './workbench-types';

const SHOWN = 200;

interface WorkbenchFilesProps {
  files: readonly LookedFile[];
  busy: boolean;
  onFiles: (files: File[]) => void;
  onForget: () => void;
}

export function WorkbenchFiles({ files, busy, onFiles, onForget }: WorkbenchFilesProps) {
  const [over, setOver] = useState(false);
  const isUsable = ({ verdict }: LookedFile) => verdict === 'good' || verdict === 'overlapping';
  const usable = files.filter(isUsable);
  const people = new Set(usable.map(({ personId }) => personId)).size;
  // What needs a look comes first.
  const sorted = [...files].sort((a, b) => Number(isUsable(a)) - Number(isUsable(b)));
  return (
    <section>
      <h2>{t('workbench_files')}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the inputs in it are the first */}
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
          if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(onFiles);
        }}
      >
        <p>{t('workbench_drop')}</p>
        <p class="fields">
          <Chooser label={t('workbench_choose')} folder={false} disabled={busy} onFiles={onFiles} />
          <Chooser label={t('workbench_choose_folder')} folder disabled={busy} onFiles={onFiles} />
        </p>
      </div>
      {files.length > 0 ? (
        <>
          <p data-usable={usable.length} data-people={people}>
            {t('workbench_counts', usable.length, people, files.length - usable.length)}{' '}
            <button type="button" class="quiet" disabled={busy} onClick={onForget}>
              {t('workbench_forget')}
            </button>
          </p>
          <div class="scroll files">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('workbench_file')}</th>
                  <th scope="col">{t('workbench_verdict')}</th>
                  <th scope="col">{t('workbench_person')}</th>
                  <th scope="col">{t('export_range')}</th>
                  <th scope="col">{t('workbench_rows')}</th>
                </tr>
              </thead>
              <tbody>
                {sorted.slice(0, SHOWN).map((file) => (
                  <Line key={file.number} file={file} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </section>
  );
}

function Line({ file }: { file: LookedFile }) {
  const { name, verdict, problem, personId, from, to, rows } = file;
  return (
    <tr data-verdict={verdict}>
      <td class="clip">{name}</td>
      <td>
        {t(`verdict_${verdict}` satisfies MessageKey)}
        {problem && verdict === 'broken' ? (
          <span class="small" data-problem={problem.code}>
            {' '}
            {problemText(problem)} <code>{problem.path}</code>
          </span>
        ) : null}
      </td>
      <td>
        <code>{personId}</code>
      </td>
      <td>{from && to ? t('range_from_to', from, to) : null}</td>
      <td>{rows || null}</td>
    </tr>
  );
}

function Chooser(props: {
  label: string;
  folder: boolean;
  disabled: boolean;
  onFiles: (files: File[]) => void;
}) {
  return (
    <label class="chooser">
      {props.label}{' '}
      <input
        type="file"
        multiple
        disabled={props.disabled}
        accept={props.folder ? undefined : '.zip,application/zip'}
        data-action={props.folder ? 'choose-folder' : 'choose-packages'}
        {...(props.folder ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].filter(({ name }) => name.endsWith('.zip'));
          if (files.length > 0) props.onFiles(files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
