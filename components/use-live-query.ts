// Reads the database and reads it again whenever the background writes what was read. The last value stays
// while a changed query (another range, another day) is on its way, so that nothing flashes.
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed' };

/**
 * Dexie takes every closed database for one that is closed for a moment, and waits. One whose files the browser
 * cannot open stays closed, and says why inside.
 */
async function orSayClosed<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    const { name, inner } = error as { name?: string; inner?: { name?: string } };
    const neverOpened = name === 'DatabaseClosedError' && inner && inner.name !== name;
    throw neverOpened ? new Error('the database cannot be opened', { cause: error }) : error;
  }
}

/**
 * `key` names what the query depends on: another key, another subscription. null: not yet, something else is
 * to be read before it.
 */
export function useLiveQuery<T>(query: () => Promise<T>, key: string | null): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the query, a new closure on every render
  useEffect(() => {
    if (key === null) return;
    const subscription = liveQuery(() => orSayClosed(query)).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: () => setLive({ state: 'failed' }),
    });
    return () => subscription.unsubscribe();
  }, [key]);
  return live;
}
