// Which part of a page is shown, kept in the address: a link leads to it, and the way back works.
import { useEffect, useState } from 'preact/hooks';

/** The fragment when it is one of the names, else the first of them. */
export function useFragment<T extends string>(names: readonly [T, ...T[]]): T {
  const read = (): T => names.find((name) => `#${name}` === location.hash) ?? names[0];
  const [name, setName] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of a page never change
  useEffect(() => {
    const follow = () => setName(read());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return name;
}
