// Signals leave the page through here. A worker may die while it holds a message, so what was not
// acknowledged is sent again; the recorder takes repeats for what they are.

const FIRST_WAIT_MS = 200;
/**
 * What happened (span, attempt, evidence, step) is told for a minute and a half, for a disk that is full; what is
 * only asked is of use at once.
 */
const FACTS = /^(sp|at|ev)|ep$/;
const LAST_WAIT_MS = 60_000;
const LAST_WAIT_TO_ASK_MS = 4_000;

type Signatures<Types> = { [T in keyof Types]: { data: unknown; reply: unknown } };

export type Send<Types extends Signatures<Types>> = <T extends keyof Types>(
  type: T,
  data: Types[T]['data'],
) => Promise<Types[T]['reply']>;

/** Whether sending again could help: not when the message was refused, nor when nobody is there any more. */
export type IsPassing = (error: unknown) => boolean;

export function withRetry<Types extends Signatures<Types>>(
  send: Send<Types>,
  isPassing: IsPassing,
): Send<Types> {
  return async (type, data) => {
    const last = FACTS.test(type as string) ? LAST_WAIT_MS : LAST_WAIT_TO_ASK_MS;
    for (let wait = FIRST_WAIT_MS; wait < last; wait *= 2) {
      try {
        return await send(type, data);
      } catch (error) {
        if (!isPassing(error)) throw error;
        // A page that is being left has no later: its last moment is the time.
        await new Promise((resolve) => {
          setTimeout(resolve, wait);
          addEventListener('pagehide', resolve);
        });
      }
    }
    return send(type, data);
  };
}
