// Says on <html> when the page first painted its data: other people's scripts wait for it and measure by it.
import { useEffect } from 'preact/hooks';

/** A page in the background paints no frame; it must not be waited for in vain. */
const WITHOUT_FRAME_MS = 1000;

export function useReadyMark(hasData: boolean): void {
  useEffect(() => {
    const root = document.documentElement;
    if (!hasData) return;
    const mark = () => {
      root.dataset.ready ??= String(performance.now());
    };
    const frame = requestAnimationFrame(mark);
    const timer = setTimeout(mark, WITHOUT_FRAME_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [hasData]);
}
