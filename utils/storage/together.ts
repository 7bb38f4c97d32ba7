// Several requests of one transaction at once.
import Dexie from 'dexie';

type Promised<T> = { -readonly [K in keyof T]: Awaited<T[K]> };

/**
 * All of them. Inside a transaction only: Dexie follows a transaction through at most 100 `await`s of anything else
 * than its own promises (ZONE_ECHO_LIMIT), after which what is asked for next is asked outside, and the transaction
 * is committed without it. So what is awaited there is this or one of Dexie's promises, and what asks for nothing is
 * no async function.
 */
export const together = <T extends readonly unknown[]>(requests: readonly [...T]): PromiseLike<Promised<T>> =>
  Dexie.Promise.all([...requests]) as unknown as PromiseLike<Promised<T>>;
