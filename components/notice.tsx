// The states in which there is nothing to show yet, or something went wrong: what happened, that nothing is
// lost, what to do.
import type { ComponentChildren } from 'preact';
import { t } from '../utils/platform/messages';
import type { Problem } from '../utils/platform/problem';

export function Loading() {
  return (
    <p class="state" role="status" aria-busy="true">
      {t('loading')}
    </p>
  );
}

export function ReadFailed() {
  return (
    <div class="state" role="alert">
      <p>
        <b>{t('failed_title')}</b>
      </p>
      <p>{t('failed_safe')}</p>
      <p>{t('failed_what_to_do')}</p>
    </div>
  );
}

export function Notice({ children }: { children: ComponentChildren }) {
  return <div class="notice">{children}</div>;
}

export const problemText = (problem: Problem) => t(`problem_${problem.code}`);

/** A command that was refused or did not arrive; `null` draws nothing but keeps the live region. */
export function CommandProblem({ problem }: { problem: Problem | null }) {
  return (
    <div class="command-problem" role="alert">
      {problem ? problemText(problem) : null}
    </div>
  );
}
