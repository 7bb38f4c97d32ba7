import { useEffect, useState } from 'preact/hooks';

const MINUTE = 60_000;

/** The local date, and the next one when midnight passes while the page is open. */
export function useToday(readToday: () => string): string {
  const [today, setToday] = useState(readToday);
  useEffect(() => {
    const timer = setInterval(() => setToday(readToday()), MINUTE);
    return () => clearInterval(timer);
  }, [readToday]);
  return today;
}
