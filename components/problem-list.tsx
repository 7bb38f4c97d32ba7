import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';
import { problemText } from './notice';

/** Where and what, in plain words; the detail is what the checker expected there, as it says it. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <div class="problems">
      <p>
        <b>{t('import_refused')}</b>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.code} ${problem.detail}`} data-problem={problem.code}>
            {problem.path === '' ? null : <code>{problem.path}</code>} {problemText(problem)}
            {problem.detail ? <span class="small"> {problem.detail}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
