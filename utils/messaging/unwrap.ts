import type { Problem } from '../platform/problem';
import type { Answer, MessageType, Protocol } from './protocol';

/** The background looked at the message and would not take it; sending it again would not help. */
export class RefusedError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'RefusedError';
  }
}

/** The reply in an answer; throws when there was none, or one that no handler of ours gave. */
export function unwrap<T extends MessageType>(answer: Answer<T> | undefined): Protocol[T]['reply'] {
  if (typeof answer?.ok !== 'boolean') throw new Error('no answer');
  if (!answer.ok) throw new RefusedError(answer.problem);
  return answer.reply;
}
