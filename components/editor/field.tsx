// The editor's fields: a label, the control, what is wrong with it and what to do, in one place.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import { problemText } from '../notice';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  problems: readonly Problem[];
  wide?: boolean;
}

interface FrameProps extends FieldProps {
  children: (ids: { id: string; describedBy: string; invalid: boolean }) => ComponentChildren;
}

function FieldFrame({ label, hint, problems, wide = false, children }: FrameProps) {
  const id = useId();
  const describedBy = `${id}-said`;
  return (
    <div class={wide ? 'field wide' : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, describedBy, invalid: problems.length > 0 })}
      <div id={describedBy} class="field-said">
        {hint ? <p class="small">{hint}</p> : null}
        <FieldProblems problems={problems} />
      </div>
    </div>
  );
}

export function FieldProblems({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      {problems.map((problem) => (
        <p key={`${problem.path} ${problem.code}`} class="field-problem" data-problem={problem.code}>
          {problemText(problem)} {problem.detail ? <code>{problem.detail}</code> : null}
        </p>
      ))}
    </>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date' | 'number';
  placeholder?: string;
}

export function TextField({ value, onChange, type = 'text', placeholder, ...rest }: TextFieldProps) {
  return (
    <FieldFrame {...rest}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          type={type as 'text'}
          value={value}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

interface LinesFieldProps extends FieldProps {
  value: readonly string[];
  onChange: (lines: string[]) => void;
  placeholder?: string;
}

const toLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One entry a line. What is being typed, blank lines too, is the field's own until it means something else. */
export function LinesField({ value, onChange, placeholder, ...rest }: LinesFieldProps) {
  const [typed, setTyped] = useState(value.join('\n'));
  const text = toLines(typed).join('\n') === value.join('\n') ? typed : value.join('\n');
  return (
    <FieldFrame {...rest}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id}
          rows={Math.min(8, Math.max(1, text.split('\n').length))}
          value={text}
          placeholder={placeholder}
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            onChange(toLines(event.currentTarget.value));
          }}
        />
      )}
    </FieldFrame>
  );
}

interface ChoiceFieldProps extends FieldProps {
  value: string;
  names: Record<string, MessageKey>;
  /** The words for "not said"; without them something must be chosen. */
  none?: string;
  onChange: (value: string | undefined) => void;
}

export function ChoiceField({ value, names, none, onChange, ...rest }: ChoiceFieldProps) {
  return (
    <FieldFrame {...rest}>
      {({ id, describedBy, invalid }) => (
        <select
          id={id}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        >
          {none === undefined && value !== '' && value in names ? null : (
            <option value="">{none ?? t('edit_choose')}</option>
          )}
          {Object.entries(names).map(([key, name]) => (
            <option key={key} value={key}>
              {t(name)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

export function CheckField(props: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />{' '}
      {props.label}
    </label>
  );
}
