// A long list begins with its first rows; the others are there when asked for, and on paper always.
import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';

const FIRST_ROWS = 8;

/** The rows to draw, and the button for the others; null when there are none. */
export function useFirstRows<T>(rows: readonly T[], first = FIRST_ROWS) {
  const [all, setAll] = useState(false);
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => whilePrinting(setOnPaper), []);
  const rest = rows.length - first;
  const button =
    rest > 0 ? (
      <button
        type="button"
        class="quiet chevron more-rows"
        aria-expanded={all}
        data-action="more-rows"
        onClick={() => setAll(!all)}
      >
        {t(all ? 'rows_fewer' : 'rows_more', formatCount(all ? first : rest))}
      </button>
    ) : null;
  return { shown: all || onPaper ? rows : rows.slice(0, first), button };
}

/** The browser lays out the paper as soon as the listeners return: what changes for it must be drawn at once. */
function whilePrinting(tell: (printing: boolean) => void): () => void {
  const drawAtOnce = (printing: boolean) => {
    const { debounceRendering } = options;
    options.debounceRendering = (draw) => draw();
    tell(printing);
    if (debounceRendering) options.debounceRendering = debounceRendering;
    else delete options.debounceRendering;
  };
  const begin = () => drawAtOnce(true);
  const end = () => drawAtOnce(false);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}
