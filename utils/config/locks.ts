// What an administrator may fix for everybody, so that figures of many people are measured alike. A locked
// setting stands at its default, and the person is told so. Consent, pause, export and deletion are never
// among them, under whatever name (schema.ts refuses those).

import { NEVER_LOCKED } from './schema';

/**
 * `idleTimeout`: the idle timeout T. `portals`: which portals of the list are wanted (all of them then).
 * `sources`: importing a file and subscribing.
 */
export const LOCKABLE = ['idleTimeout', 'portals', 'sources'] as const;
export type Lock = (typeof LOCKABLE)[number];

/** Names nobody knows are left out: they may be a later version's. */
export function toLocks(...lists: readonly (readonly string[])[]): Lock[] {
  const named = new Set(lists.flat().filter((name) => !NEVER_LOCKED.test(name)));
  return LOCKABLE.filter((lock) => named.has(lock));
}
