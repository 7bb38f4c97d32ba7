// Writing a list: begin from a table or a list there is, mend what is marked, try an address, save the file.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t, tCount } from '../../utils/platform/messages';
import { problemText } from '../notice';
import { AddressTester } from './address-tester';
import type { EditorActions, EditorFacts, FileNote, PatternAdvice, TestedAddress } from './editor-types';
import { FileChooser } from './file-chooser';
import { HeadForm } from './head-form';
import { JsonView } from './json-view';
import { PortalRows } from './portal-rows';
import { SaveBar } from './save-bar';

interface EditorViewProps extends EditorActions {
  facts: EditorFacts | null;
  /** What came of the last file that was opened. */
  note: FileNote | null;
  advice: PatternAdvice;
  test: (address: string) => TestedAddress;
  picker: ComponentChildren;
}

export function EditorView(props: EditorViewProps) {
  const { facts } = props;
  const [asText, setAsText] = useState(false);
  return (
    <div class="editor">
      <p class="lead">{t('edit_lead')}</p>
      <Beginnings {...props} />
      <FileSaid note={props.note} />
      {facts ? (
        <>
          <p class="view-switch">
            <button type="button" aria-pressed={!asText} onClick={() => setAsText(false)}>
              {t('edit_as_form')}
            </button>
            <button type="button" aria-pressed={asText} onClick={() => setAsText(true)}>
              {t('edit_as_text')}
            </button>
            <button type="button" class="quiet" disabled={!facts.canUndo} onClick={props.onUndo}>
              {t('edit_undo')}
            </button>
          </p>
          {asText ? (
            <JsonView text={facts.text} problems={facts.problems} onText={props.onText} />
          ) : (
            <>
              <HeadForm draft={facts.draft} problems={facts.problems} onHead={props.onHead} />
              <PortalRows
                draft={facts.draft}
                problems={facts.problems}
                advice={props.advice}
                onPortal={props.onPortal}
                onAdd={props.onAdd}
                onRemove={props.onRemove}
              />
            </>
          )}
          <Overlaps facts={facts} />
          {props.picker}
          <AddressTester test={props.test} />
          <SaveBar {...props} facts={facts} />
        </>
      ) : null}
    </div>
  );
}

function Beginnings({ facts, ...actions }: EditorViewProps) {
  return (
    <section class="beginnings">
      <h2>{t(facts ? 'edit_begin_again' : 'edit_begin')}</h2>
      <p class="buttons">
        <FileChooser
          label={t('edit_open_table')}
          accept=".csv,.txt,text/csv"
          action="open-table"
          onFile={actions.onOpenTable}
        />
        <FileChooser
          label={t('edit_open_file')}
          accept=".json,application/json"
          action="open-list"
          onFile={actions.onOpenFile}
        />
        <button type="button" data-action="from-in-force" onClick={actions.onFromInForce}>
          {t('edit_from_in_force')}
        </button>
        <button type="button" onClick={actions.onNew}>
          {t('edit_new')}
        </button>
      </p>
      <p class="small">
        {t('edit_table_hint')}{' '}
        <button type="button" class="link" onClick={actions.onEmptyTable}>
          {t('edit_empty_table')}
        </button>
      </p>
    </section>
  );
}

function FileSaid({ note }: { note: FileNote | null }) {
  return (
    <div role="status" class="file-said">
      {note?.state === 'opened' ? <p>{tCount('edit_opened', note.portals, note.name)}</p> : null}
      {note?.state === 'table' ? <p>{tCount('edit_table_read', note.portals, note.name)}</p> : null}
      {note?.state === 'refused' ? <p class="refused">{t('edit_refused', note.name)}</p> : null}
      {note && note.problems.length > 0 ? (
        <ul class="problems">
          {note.problems.map((problem) => (
            <li key={`${problem.path} ${problem.code} ${problem.detail}`} data-problem={problem.code}>
              {note.state === 'table' && problem.path !== '' ? t('edit_table_line', problem.path) : null}
              {note.state !== 'table' && problem.path !== '' ? <code>{problem.path} </code> : null}
              {problemText(problem)} <span class="small">{problem.detail}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Overlaps({ facts }: { facts: EditorFacts }) {
  if (facts.overlaps.length === 0) return null;
  return (
    <section class="overlaps">
      <h2>{t('edit_overlaps')}</h2>
      <p class="small">{t('edit_overlaps_why')}</p>
      <ul>
        {facts.overlaps.map(({ narrow, wide }) => (
          <li key={`${narrow.portal} ${narrow.pattern} ${wide.portal} ${wide.pattern}`}>
            {t('edit_overlap', narrow.title, wide.title)} <code>{narrow.pattern}</code>{' '}
            <code>{wide.pattern}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
