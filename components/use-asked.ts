import { useEffect, useState } from 'preact/hooks';

/** Asks anew whenever `key` changes; undefined until the answer is there. */
export function useAsked<T>(ask: () => Promise<T>, key: unknown): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question, a new closure on every render
  useEffect(() => {
    let current = true;
    void ask().then((value) => {
      if (current) setAnswer(value);
    });
    return () => {
      current = false;
    };
  }, [key]);
  return answer;
}
