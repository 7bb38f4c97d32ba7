// Where the time went, most active first. Each name stands on its own rule, inked as far as its share of the
// longest; what was repeated is inked in ochre stripes.
import { useState } from 'preact/hooks';
import { formatCount } from '../utils/format';
import { t } from '../utils/platform/messages';
import type { PortalLine } from '../utils/storage/overview';
import { MetricValue } from './metric-value';
import { RuleBar } from './rule-bar';

/** With five the popup of a busy day stands within the 600 px that browsers give it. */
const SHOWN = 5;

export function PortalList({ lines }: { lines: readonly PortalLine[] }) {
  const [all, setAll] = useState(false);
  const longest = Math.max(1, ...lines.map((line) => line.activeMs));
  // One hidden line would cost as much room as the button that hides it.
  const fits = lines.length <= SHOWN + 1;
  const shown = all || fits ? lines : lines.slice(0, SHOWN);
  return (
    <section class="by-portal" aria-label={t('by_portal')}>
      <ul>
        {shown.map((line) => (
          <li key={line.portalId} class="portal-line">
            <span class="clip" title={line.title}>
              {line.title}
            </span>
            <PortalTags line={line} />
            <MetricValue id="activeMs" value={line.activeMs} portalId={line.portalId} />
            <RuleBar activeMs={line.activeMs} repeatMs={line.repeatMs} longestMs={longest} />
          </li>
        ))}
      </ul>
      {shown.length < lines.length ? (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          {t('portals_rest', formatCount(lines.length - shown.length))}
        </button>
      ) : null}
    </section>
  );
}

/** In words, what kind of time it is; colour says nothing alone. */
export function PortalTags({ line }: { line: PortalLine }) {
  const repeats = line.repeatsSameForm + line.repeatsCrossPortal;
  return (
    <span class="tags">
      {repeats > 0 ? <span class="repeated">{t('tag_repeats', formatCount(repeats))}</span> : null}
      {line.category === 'learning-hours' ? <span>{t('tag_learning')}</span> : null}
      {line.burden ? null : <span>{t('tag_not_burden')}</span>}
    </span>
  );
}
