import { t } from '../utils/platform/messages';
import type { PortalLine } from '../utils/storage/overview';
import { metricName } from './explanation';
import { MetricValue } from './metric-value';
import type { MetricId } from './metrics';
import { PortalTags } from './portal-list';
import { RuleBar } from './rule-bar';

const COLUMNS = [
  'activeMs',
  'checkIns',
  'submissions',
  'submissionMs',
  'repeatMs',
] as const satisfies readonly (MetricId & keyof PortalLine)[];

export function PortalTable({ lines }: { lines: readonly PortalLine[] }) {
  const longest = Math.max(1, ...lines.map((line) => line.activeMs));
  return (
    // Focusable, because on a narrow screen the table scrolls by itself instead of the page.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('by_portal')}>
      <table class="portals">
        <thead>
          <tr>
            <th scope="col">{t('portal')}</th>
            {COLUMNS.map((id) => (
              <th key={id} scope="col">
                {metricName(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.portalId}>
              <th scope="row">
                <span>{line.title}</span> <PortalTags line={line} />
                <RuleBar activeMs={line.activeMs} repeatMs={line.repeatMs} longestMs={longest} />
              </th>
              {COLUMNS.map((id) => (
                <td key={id}>
                  <MetricValue id={id} value={line[id]} portalId={line.portalId} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
