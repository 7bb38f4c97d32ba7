// Runs a command and keeps what came of it: null when it went well or nothing was asked yet.
import { useState } from 'preact/hooks';
import type { Problem, Result } from '../utils/platform/problem';

type Run = (command: Promise<Result<unknown>>) => Promise<boolean>;

export function useCommand(): [Problem | null, Run] {
  const [problem, setProblem] = useState<Problem | null>(null);
  const run: Run = async (command) => {
    try {
      const result = await command;
      setProblem(result.ok ? null : result.problem);
      return result.ok;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    }
  };
  return [problem, run];
}

/** A refusal carries its problem; anything else means that the background could not be reached. */
export function problemOf(error: unknown): Problem {
  const refused = error as { problem?: Problem } | null;
  return refused?.problem ?? { code: 'storageFailed', path: '' };
}
