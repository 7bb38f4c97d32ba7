// One portal of the list. What every portal needs comes first; what few need is folded away.
import type { DraftPortal, Loose } from '../../utils/config/draft';
import { t } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import { Disclosure } from '../disclosure';
import { CATEGORY_NAMES, LEVEL_NAMES, type PatternAdvice, PURPOSE_NAMES, problemsAt } from './editor-types';
import { CheckField, ChoiceField, LinesField, TextField } from './field';
import { linesOf, textOf } from './loose';
import { PatternHelp } from './pattern-help';
import { PortalRules } from './portal-rules';

interface PortalFormProps {
  portal: DraftPortal;
  /** `portals[3]`. */
  path: string;
  problems: readonly Problem[];
  advice: PatternAdvice;
  onChange: (changes: Loose) => void;
  onRemove: () => void;
}

export function PortalForm({ portal, path, problems, advice, onChange, onRemove }: PortalFormProps) {
  const at = (key: string) => problemsAt(problems, `${path}.${key}`);
  const rename = (language: 'zh-CN' | 'en', text: string) =>
    onChange({ title: { ...portal.title, [language]: text === '' ? undefined : text } });
  const setText = (key: string) => (text: string | undefined) => onChange({ [key]: text || undefined });
  return (
    <div class="portal-form">
      <div class="fields">
        <TextField
          label={t('edit_title_zh')}
          value={portal.title['zh-CN'] ?? ''}
          problems={at('title')}
          onChange={(text) => rename('zh-CN', text)}
        />
        <TextField
          label={t('edit_title_en')}
          value={portal.title.en ?? ''}
          problems={[]}
          onChange={(text) => rename('en', text)}
        />
        <LinesField
          wide
          label={t('edit_match')}
          hint={t('edit_match_hint')}
          placeholder="https://cunwu.example.gov.cn/*"
          value={linesOf(portal.match)}
          problems={at('match').filter(({ code }) => code !== 'tooBroad' && code !== 'badPattern')}
          onChange={(match) => onChange({ match })}
        />
        <PatternHelp
          listKey="match"
          portal={portal}
          problems={at('match')}
          advice={advice}
          onChange={onChange}
        />
        <ChoiceField
          label={t('edit_category')}
          value={textOf(portal.category)}
          names={CATEGORY_NAMES}
          problems={at('category')}
          onChange={setText('category')}
        />
        <ChoiceField
          label={t('edit_level')}
          value={textOf(portal.level)}
          names={LEVEL_NAMES}
          none={t('edit_not_said')}
          problems={at('level')}
          onChange={setText('level')}
        />
        <TextField
          label={t('edit_department')}
          value={textOf(portal.department)}
          problems={at('department')}
          onChange={setText('department')}
        />
        <TextField
          label={t('edit_region')}
          value={textOf(portal.region)}
          problems={at('region')}
          onChange={setText('region')}
        />
      </div>
      <Disclosure label={t('edit_more')} kept>
        <div class="fields">
          <TextField
            label={t('edit_portal_id')}
            hint={t('edit_portal_id_hint')}
            value={portal.id}
            problems={at('id')}
            onChange={(id) => onChange({ id })}
          />
          <ChoiceField
            label={t('edit_purpose')}
            value={textOf(portal.purpose)}
            names={PURPOSE_NAMES}
            none={t('edit_not_said')}
            problems={at('purpose')}
            onChange={setText('purpose')}
          />
          <CheckField
            label={t('edit_exempt')}
            checked={portal.exempt === true}
            onChange={(on) => onChange({ exempt: on || undefined })}
          />
          <LinesField
            wide
            label={t('edit_exclude')}
            value={linesOf(portal.exclude)}
            problems={at('exclude')}
            onChange={(exclude) => onChange({ exclude })}
          />
          <LinesField
            wide
            label={t('edit_routes')}
            hint={t('edit_routes_hint')}
            placeholder="/web/#/report/*"
            value={linesOf(portal.routes)}
            problems={at('routes')}
            onChange={(routes) => onChange({ routes })}
          />
          <LinesField
            wide
            label={t('edit_hosts')}
            hint={t('edit_hosts_hint')}
            value={linesOf(portal.hosts)}
            problems={at('hosts').filter(({ code }) => code !== 'tooBroad' && code !== 'badPattern')}
            onChange={(hosts) => onChange({ hosts })}
          />
          <PatternHelp
            listKey="hosts"
            portal={portal}
            problems={at('hosts')}
            advice={advice}
            onChange={onChange}
          />
        </div>
        <PortalRules portal={portal} path={path} problems={problems} onChange={onChange} />
      </Disclosure>
      <p>
        <button type="button" class="quiet" onClick={onRemove}>
          {t('edit_remove')}
        </button>
      </p>
    </div>
  );
}
