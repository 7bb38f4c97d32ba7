// The study code, and what is done beside: dates moved, Parquet.
import { useEffect, useId, useState } from 'preact/hooks';
import { readStudyCode } from '../utils/domain/package/study-code';
import { t } from '../utils/platform/messages';
import type { ExportForm } from './export-types';

interface ExportStudyProps {
  form: ExportForm;
  onForm: (changes: Partial<ExportForm>) => void;
  onNewCode: () => void;
}

export function ExportStudy({ form, onForm, onNewCode }: ExportStudyProps) {
  const id = useId();
  const [typed, setTyped] = useState(form.studyCode);
  useEffect(() => setTyped(form.studyCode), [form.studyCode]);
  const isCode = readStudyCode(typed) !== null;
  const take = (text: string) => {
    setTyped(text);
    const code = readStudyCode(text);
    if (code && code !== form.studyCode) onForm({ studyCode: code });
  };
  return (
    <section>
      <h2>{t('export_study')}</h2>
      <p class="small">{t('export_study_why')}</p>
      <div class="fields">
        <label for={id}>{t('export_study_label')}</label>
        <input
          id={id}
          class="code"
          value={typed}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={!isCode}
          onInput={(event) => take(event.currentTarget.value)}
        />
        <button type="button" onClick={onNewCode}>
          {t('export_study_new')}
        </button>
      </div>
      <p class="refused" role="alert">
        {isCode ? null : t('export_study_wrong')}
      </p>
      <Tick label={t('export_shift')} on={form.shiftDates} set={(shiftDates) => onForm({ shiftDates })} />
      <Tick label={t('export_parquet')} on={form.parquet} set={(parquet) => onForm({ parquet })} />
    </section>
  );
}

export function Tick({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
