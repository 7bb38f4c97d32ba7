// What the list as a whole is called, whose it is and which version.
import type { Draft, Loose } from '../../utils/config/draft';
import { t } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import { Disclosure } from '../disclosure';
import { problemsAt } from './editor-types';
import { LinesField, TextField } from './field';
import { linesOf, looseOf, textOf } from './loose';

interface HeadFormProps {
  draft: Draft;
  problems: readonly Problem[];
  onHead: (changes: Loose) => void;
}

export function HeadForm({ draft, problems, onHead }: HeadFormProps) {
  const at = (key: string) => problemsAt(problems, key);
  const publisher = looseOf(draft.publisher);
  const words = looseOf(draft.words);
  const calendar = looseOf(draft.calendar);
  const rename = (language: 'zh-CN' | 'en', text: string) =>
    onHead({ title: { ...draft.title, [language]: text || undefined } });
  return (
    <section>
      <h2>{t('edit_head')}</h2>
      <div class="fields">
        <TextField
          label={t('edit_list_title_zh')}
          placeholder={t('edit_list_title_example')}
          value={draft.title['zh-CN'] ?? ''}
          problems={at('title')}
          onChange={(text) => rename('zh-CN', text)}
        />
        <TextField
          label={t('edit_list_title_en')}
          value={draft.title.en ?? ''}
          problems={[]}
          onChange={(text) => rename('en', text)}
        />
        <TextField
          label={t('configs_id')}
          hint={t('edit_id_hint')}
          placeholder="xx-county"
          value={draft.id}
          problems={at('id')}
          onChange={(id) => onHead({ id })}
        />
        <TextField
          label={t('configs_version')}
          hint={t('edit_version_hint')}
          type="number"
          value={String(draft.version)}
          problems={at('version')}
          onChange={(text) => onHead({ version: text === '' ? 0 : Number(text) })}
        />
        <TextField
          label={t('edit_publisher')}
          value={textOf(publisher['zh-CN'])}
          problems={at('publisher')}
          onChange={(text) => onHead({ publisher: text ? { ...publisher, 'zh-CN': text } : undefined })}
        />
        <TextField
          label={t('edit_issued')}
          type="date"
          value={textOf(draft.issued)}
          problems={at('issued')}
          onChange={(issued) => onHead({ issued: issued || undefined })}
        />
      </div>
      <Disclosure label={t('edit_head_more')} kept>
        <div class="fields">
          <LinesField
            label={t('edit_words_success')}
            value={linesOf(words.success)}
            problems={at('words.success')}
            onChange={(success) => onHead({ words: { ...words, success } })}
          />
          <LinesField
            label={t('edit_words_failure')}
            value={linesOf(words.failure)}
            problems={at('words.failure')}
            onChange={(failure) => onHead({ words: { ...words, failure } })}
          />
          <LinesField
            label={t('edit_never_read')}
            hint={t('edit_never_read_hint')}
            value={linesOf(draft.neverRead)}
            problems={at('neverRead')}
            onChange={(neverRead) => onHead({ neverRead })}
          />
          <LinesField
            label={t('edit_locked')}
            hint={t('edit_locked_hint')}
            value={linesOf(draft.locked)}
            problems={at('locked')}
            onChange={(locked) => onHead({ locked })}
          />
          <LinesField
            label={t('edit_workdays')}
            placeholder="2026-10-10"
            value={linesOf(calendar.workdays)}
            problems={at('calendar.workdays')}
            onChange={(workdays) => onHead({ calendar: { ...calendar, workdays } })}
          />
          <LinesField
            label={t('edit_holidays')}
            placeholder="2026-10-01"
            value={linesOf(calendar.holidays)}
            problems={at('calendar.holidays')}
            onChange={(holidays) => onHead({ calendar: { ...calendar, holidays } })}
          />
        </div>
      </Disclosure>
    </section>
  );
}
