// What to do about a line that is no pattern (most often a pasted address), and the question that an over-broad
// one raises. Every website there is can't be confirmed.
import type { DraftPortal, Loose } from '../../utils/config/draft';
import { t } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import type { PatternAdvice } from './editor-types';
import { FieldProblems } from './field';
import { linesOf } from './loose';

interface PatternHelpProps {
  listKey: 'match' | 'hosts';
  portal: DraftPortal;
  problems: readonly Problem[];
  advice: PatternAdvice;
  onChange: (changes: Loose) => void;
}

export function PatternHelp({ listKey, portal, problems, advice, onChange }: PatternHelpProps) {
  const lines = linesOf(portal[listKey]);
  const broad = linesOf(portal.broad);
  const replace = (old: string, by: string) =>
    onChange({ [listKey]: [...new Set(lines.map((line) => (line === old ? by : line)))] });
  const confirm = (line: string, on: boolean) => {
    const rest = broad.filter((other) => other !== line);
    const next = on ? [...rest, line] : rest;
    onChange({ broad: next.length > 0 ? next : undefined });
  };
  const shown = lines
    .map((line, index) => ({
      line,
      problem: problems.find(({ path }) => path.endsWith(`.${listKey}[${index}]`)),
    }))
    .filter(({ line, problem }) => isOfPattern(problem) || broad.includes(line));
  if (shown.length === 0) return null;
  return (
    <ul class="pattern-help wide">
      {shown.map(({ line, problem }) => {
        const suggestion = problem?.code === 'badPattern' ? advice.suggest(line) : null;
        const asks = (problem?.code === 'tooBroad' || broad.includes(line)) && advice.isConfirmable(line);
        return (
          <li key={line}>
            <code>{line}</code>
            {problem ? <FieldProblems problems={[withoutDetail(problem)]} /> : null}
            {problem?.code === 'tooBroad' && !asks ? <p class="small">{t('edit_never_broad')}</p> : null}
            {suggestion ? (
              <button type="button" onClick={() => replace(line, suggestion)}>
                {t('edit_suggest', suggestion)}
              </button>
            ) : null}
            {asks ? (
              <label class="check" data-confirm-broad={line}>
                <input
                  type="checkbox"
                  checked={broad.includes(line)}
                  onChange={(event) => confirm(line, event.currentTarget.checked)}
                />{' '}
                {t('edit_confirm_broad', line)}
              </label>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What the checker expected is said here in words of its own. */
const withoutDetail = ({ code, path }: Problem): Problem => ({ code, path });

const isOfPattern = (problem: Problem | undefined) =>
  problem?.code === 'badPattern' || problem?.code === 'tooBroad';
