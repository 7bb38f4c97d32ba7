// A long list begins with its first rows; the others are there when asked for.
import { useState } from 'preact/hooks';
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';

const FIRST_ROWS = 8;

/** The rows to draw, and the button for the others; null when there are none. */
export function useFirstRows<T>(rows: readonly T[], first = FIRST_ROWS) {
  const [all, setAll] = useState(false);
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
  return { shown: all ? rows : rows.slice(0, first), button };
}
