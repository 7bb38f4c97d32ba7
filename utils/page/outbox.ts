// Signals leave the page through here. A worker may die while it holds a message, so what was not
// acknowledged is sent again; the recorder takes repeats for what they are.

const RETRY_MS = [200, 400, 800, 1_600, 3_000, 4_000];
/** What happened is told a while longer, for a disk that is full; what is only asked is of use at once. */
const FACT_RETRY_MS = [...RETRY_MS, 10_000, 20_000, 40_000, 60_000];
const FACTS = new Set<PropertyKey>(['span', 'attempt', 'evidence', 'step']);

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
    for (const wait of FACTS.has(type) ? FACT_RETRY_MS : RETRY_MS) {
      try {
        return await send(type, data);
      } catch (error) {
        if (!isPassing(error)) throw error;
        // A page that is being left has no later: its last moment is the time.
        await new Promise((resolve) => {
          setTimeout(resolve, wait);
          addEventListener('pagehide', resolve, { once: true });
        });
      }
    }
    return send(type, data);
  };
}
