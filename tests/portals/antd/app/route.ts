import { useSyncExternalStore } from 'react';
import { beacon } from './http';

const watchers = new Set<() => void>();
addEventListener('popstate', () => {
  for (const tell of watchers) tell();
});

export function navigate(to: string) {
  history.pushState({}, '', to);
  beacon('view', to);
  for (const tell of watchers) tell();
}

export function usePath(): string {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => location.pathname,
  );
}
