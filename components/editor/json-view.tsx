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
  const [ofTyped, setOfTyped] = useState<readonly Problem[]>(problems);
  const id = useId();
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
        aria-invalid={ofTyped.length > 0}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOfTyped(onText(event.currentTarget.value));
        }}
      />
      <ul class="json-problems" aria-live="polite">
        {ofTyped.map((problem) => (
          <li key={`${problem.path} ${problem.code}`} data-problem={problem.code}>
            {problem.path ? <code>{problem.path}</code> : null} {problemText(problem)}
            {problem.detail ? <span class="small"> {problem.detail}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
