// The same list as text. What can be read goes into the draft at once; what can't stays in the box with the line
// where it goes wrong, and the draft keeps its last readable state.
import { useId, useState } from 'preact/hooks';
import type { Problem } from '../../utils/platform/problem';
import { problemText } from '../notice';

interface JsonViewProps {
  text: string;
  problems: readonly Problem[];
  onText: (text: string) => readonly Problem[];
}

export function JsonView({ text, problems, onText }: JsonViewProps) {
  const [typed, setTyped] = useState(text);
  const [unreadable, setUnreadable] = useState<readonly Problem[]>([]);
  const id = useId();
  const shown = unreadable.length > 0 ? unreadable : problems;
  return (
    <section class="json-view">
      <h2>
        <label for={id}>JSON</label>
      </h2>
      <textarea
        id={id}
        rows={24}
        spellcheck={false}
        value={typed}
        aria-invalid={shown.length > 0}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setUnreadable(onText(event.currentTarget.value));
        }}
      />
      <ul class="json-problems" aria-live="polite">
        {shown.map((problem) => (
          <li key={`${problem.path} ${problem.code}`} data-problem={problem.code}>
            {problem.path ? <code>{problem.path}</code> : null} {problemText(problem)}
            {problem.detail ? <span class="small"> {problem.detail}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
