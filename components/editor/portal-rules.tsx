// What the general detection can't know of a portal: its own words for checking in, its forms, its pages.
import type { ComponentChildren } from 'preact';
import type { DraftPortal, Loose } from '../../utils/config/draft';
import { t } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import { CYCLE_NAMES, PURPOSE_NAMES, problemsAt } from './editor-types';
import { CheckField, ChoiceField, LinesField, TextField } from './field';
import { linesOf, listOf, looseOf, textOf } from './loose';

interface PortalRulesProps {
  portal: DraftPortal;
  path: string;
  problems: readonly Problem[];
  onChange: (changes: Loose) => void;
}

export function PortalRules({ portal, path, problems, onChange }: PortalRulesProps) {
  const checkIn = looseOf(portal.checkIn);
  const at = (key: string) => problemsAt(problems, `${path}.${key}`);
  const setCheckIn = (key: string) => (lines: string[]) =>
    onChange({ checkIn: { ...checkIn, [key]: lines } });
  return (
    <>
      <h4>{t('category_check_in')}</h4>
      <div class="fields">
        {(['controls', 'success', 'requests'] as const).map((key) => (
          <LinesField
            key={key}
            label={t(`edit_check_in_${key}`)}
            value={linesOf(checkIn[key])}
            problems={at(`checkIn.${key}`)}
            onChange={setCheckIn(key)}
          />
        ))}
        <LinesField
          label={t('edit_noise')}
          placeholder="POST /api/heartbeat"
          value={linesOf(portal.noise)}
          problems={at('noise')}
          onChange={(noise) => onChange({ noise })}
        />
      </div>
      <RuleList
        title={t('edit_forms')}
        rules={listOf(portal.forms)}
        onChange={(forms) => onChange({ forms })}
        draw={(rule, index, change) => (
          <FormRuleFields
            rule={rule}
            problems={problems}
            path={`${path}.forms[${index}]`}
            onChange={change}
          />
        )}
      />
      <RuleList
        title={t('edit_pages')}
        rules={listOf(portal.pages)}
        onChange={(pages) => onChange({ pages })}
        draw={(rule, index, change) => (
          <PageRuleFields
            rule={rule}
            problems={problems}
            path={`${path}.pages[${index}]`}
            onChange={change}
          />
        )}
      />
    </>
  );
}

interface RuleListProps {
  title: string;
  rules: Loose[];
  onChange: (rules: Loose[] | undefined) => void;
  draw: (rule: Loose, index: number, change: (changes: Loose) => void) => ComponentChildren;
}

function RuleList({ title, rules, onChange, draw }: RuleListProps) {
  const set = (next: Loose[]) => onChange(next.length > 0 ? next : undefined);
  const change = (index: number) => (changes: Loose) =>
    set(rules.map((rule, other) => (other === index ? { ...rule, ...changes } : rule)));
  return (
    <section class="rules">
      <h4>{title}</h4>
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name than their place
        <div class="rule" key={index}>
          {draw(rule, index, change(index))}
          <button
            type="button"
            class="quiet"
            onClick={() => set(rules.filter((_, other) => other !== index))}
          >
            {t('edit_rule_remove')}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => set([...rules, { route: '' }])}>
        {t('edit_rule_add')}
      </button>
    </section>
  );
}

interface RuleFieldsProps {
  rule: Loose;
  path: string;
  problems: readonly Problem[];
  onChange: (changes: Loose) => void;
}

function FormRuleFields({ rule, path, problems, onChange }: RuleFieldsProps) {
  const at = (key: string) => problemsAt(problems, `${path}.${key}`);
  const title = looseOf(rule.title);
  return (
    <div class="fields">
      <RouteAndPurpose rule={rule} path={path} problems={problems} onChange={onChange} />
      <TextField
        label={t('edit_title_zh')}
        value={textOf(title['zh-CN'])}
        problems={at('title')}
        onChange={(text) => onChange({ title: text === '' ? undefined : { ...title, 'zh-CN': text } })}
      />
      {(['submit', 'success', 'failure'] as const).map((key) => (
        <LinesField
          key={key}
          label={t(`edit_form_${key}`)}
          value={linesOf(rule[key])}
          problems={at(key)}
          onChange={(lines) => onChange({ [key]: lines })}
        />
      ))}
      <ChoiceField
        label={t('edit_cycle')}
        value={textOf(rule.cycle)}
        names={CYCLE_NAMES}
        none={t('edit_not_said')}
        problems={at('cycle')}
        onChange={(cycle) => onChange({ cycle })}
      />
      <TextField
        label={t('edit_due')}
        hint={t('edit_due_hint')}
        value={textOf(rule.due)}
        problems={at('due')}
        onChange={(due) => onChange({ due: due || undefined })}
      />
      <CheckField
        label={t('edit_ignore')}
        checked={rule.ignore === true}
        onChange={(on) => onChange({ ignore: on || undefined })}
      />
    </div>
  );
}

function PageRuleFields(props: RuleFieldsProps) {
  return (
    <div class="fields">
      <RouteAndPurpose {...props} />
    </div>
  );
}

function RouteAndPurpose({ rule, path, problems, onChange }: RuleFieldsProps) {
  return (
    <>
      <TextField
        label={t('edit_route')}
        placeholder="/web/#/report/monthly"
        value={textOf(rule.route)}
        problems={problemsAt(problems, `${path}.route`)}
        onChange={(route) => onChange({ route })}
      />
      <ChoiceField
        label={t('edit_purpose')}
        value={textOf(rule.purpose)}
        names={PURPOSE_NAMES}
        none={t('edit_not_said')}
        problems={problemsAt(problems, `${path}.purpose`)}
        onChange={(purpose) => onChange({ purpose })}
      />
    </>
  );
}
