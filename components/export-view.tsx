// The export page: what, which days, under which code; then exactly what will be written; then one file.
import { useId, useMemo } from 'preact/hooks';
import type { Person } from '../utils/domain/records';
import { type MessageKey, t } from '../utils/platform/messages';
import { ExportPreview } from './export-preview';
import { ExportSave } from './export-save';
import { ExportStudy } from './export-study';
import type { ExportForm, ExportLevel, PortalChoice, Preview, RestoreState, SaveState } from './export-types';
import { Loading, Notice, ReadFailed } from './notice';
import { PageHeader } from './page-header';
import { personName, presentPeople } from './people';
import { RestorePanel } from './restore-panel';

export interface ExportFacts {
  consented: boolean;
  person: Person | null;
  people: readonly Person[];
  /** The first and last day with records; null where there are none. */
  range: { from: string; to: string } | null;
  portals: readonly PortalChoice[];
}

export interface ExportViewProps {
  facts: ExportFacts | 'loading' | 'failed';
  form: ExportForm | null;
  preview: Preview | 'failed' | null;
  detailDate: string | null;
  save: SaveState;
  restore: RestoreState;
  onForm: (changes: Partial<ExportForm>) => void;
  onNewCode: () => void;
  onDetailDate: (date: string) => void;
  onSave: (passphrase: string) => void;
  onCancel: () => void;
  onRestoreFile: (file: File) => void;
  onRestorePassphrase: (file: File, passphrase: string) => void;
  /** null: a new person. */
  onRestore: (personId: string | null) => void;
}

const LEVELS: ExportLevel[] = ['L2', 'L1', 'L0'];

export function ExportView(props: ExportViewProps) {
  const { facts, form } = props;
  return (
    <div class="page export">
      <PageHeader current="page_export" />
      <main>
        <h1>{t('page_export')}</h1>
        <p class="lead">{t('export_lead')}</p>
        {facts === 'loading' ? <Loading /> : null}
        {facts === 'failed' ? <ReadFailed /> : null}
        {typeof facts === 'object' ? (
          <>
            {form && facts.person ? (
              <Chosen {...props} facts={facts} form={form} />
            ) : (
              <Nothing facts={facts} />
            )}
            <RestorePanel {...props} people={facts.people} />
          </>
        ) : null}
      </main>
    </div>
  );
}

function Nothing({ facts }: { facts: ExportFacts }) {
  return (
    <Notice>
      <p>{facts.consented ? t('export_nothing') : t('report_before_consent')}</p>
      {facts.consented ? null : <a href="/welcome.html">{t('report_to_welcome')}</a>}
    </Notice>
  );
}

function Chosen(props: ExportViewProps & { facts: ExportFacts; form: ExportForm }) {
  const { facts, form, onForm, preview, detailDate, onDetailDate } = props;
  // Thousands of cells: not drawn again for each step of a file that is being made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the callbacks do never changes
  const shown = useMemo(
    () => (
      <ExportPreview
        form={form}
        preview={preview}
        portals={facts.portals}
        detailDate={detailDate}
        onForm={onForm}
        onDetailDate={onDetailDate}
      />
    ),
    [form, preview, facts.portals, detailDate],
  );
  return (
    <>
      <section>
        <h2>{t('export_level')}</h2>
        {facts.person && presentPeople(facts.people).length > 1 ? (
          <p class="small">{personName(facts.person)}</p>
        ) : null}
        <fieldset class="levels">
          <legend class="unseen">{t('export_level')}</legend>
          {LEVELS.map((level) => (
            <label key={level}>
              <input
                type="radio"
                name="level"
                value={level}
                checked={form.level === level}
                onChange={() => onForm({ level })}
              />
              <span>
                <b>{t(`export_${level}` satisfies MessageKey)}</b> <span class="small">{level}</span>{' '}
                <span class="small what">{t(`export_${level}_what` satisfies MessageKey)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </section>
      {form.level === 'L0' ? null : (
        <>
          <Range {...props} />
          <ExportStudy form={form} onForm={onForm} onNewCode={props.onNewCode} />
          {shown}
        </>
      )}
      <ExportSave level={form.level} save={props.save} onSave={props.onSave} onCancel={props.onCancel} />
    </>
  );
}

function Range({ form, onForm }: Pick<ExportViewProps, 'onForm'> & { form: ExportForm }) {
  return (
    <section>
      <h2>{t('export_range')}</h2>
      <div class="fields">
        <Bound label="export_from" value={form.from} max={form.to} onDate={(from) => onForm({ from })} />
        <Bound label="export_to" value={form.to} min={form.from} onDate={(to) => onForm({ to })} />
      </div>
    </section>
  );
}

interface BoundProps {
  label: MessageKey;
  value: string;
  min?: string;
  max?: string;
  onDate(date: string): void;
}

function Bound({ label, onDate, ...range }: BoundProps) {
  const id = useId();
  return (
    <span class="bound">
      <label for={id}>{t(label)}</label>
      <input
        id={id}
        type="date"
        {...range}
        onChange={(event) => event.currentTarget.value && onDate(event.currentTarget.value)}
      />
    </span>
  );
}
