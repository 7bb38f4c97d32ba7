// The day's ledger as a person reads it: from the popup's and the report's own figures, and per portal from
// the extension's database. Nothing is computed here that the extension shows.
import type { Page } from 'puppeteer-core';
import { painted } from '../../tests/e2e/harness/painted';
import type { DayRow } from '../../utils/domain/day-summary';

export type Metrics = Map<string, number>;

/** All figures of a page that has painted its data. */
export async function readMetrics(page: Page): Promise<Metrics> {
  await painted(page);
  const pairs = await page.evaluate(() =>
    [...document.querySelectorAll('[data-metric][data-value]')].map(
      (one) => [one.getAttribute('data-metric') ?? '', Number(one.getAttribute('data-value'))] as const,
    ),
  );
  return new Map(pairs);
}

const minutes = (ms: number) =>
  `${Math.floor(ms / 60_000)}:${String(Math.round((ms % 60_000) / 1_000)).padStart(2, '0')}`;

/** Han and other wide characters take two columns of a terminal. */
const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(char) ? 2 : 1), 0);

export function table(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? '')))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
          return column === 0 ? cell + space : space + cell;
        })
        .join('  '),
    )
    .join('\n');
}

export function portalTable(rows: readonly DayRow[], titleOf: (portalId: string) => string): string {
  const head = [
    'portal',
    'active (m:ss)',
    'check-ins',
    'submitted',
    'rejected',
    'again',
    'elsewhere',
    'filling',
  ];
  const lines = [...rows]
    .sort((a, b) => b.active60Ms - a.active60Ms)
    .map((row) => [
      titleOf(row.portalId),
      minutes(row.active60Ms),
      ...[row.checkIns, row.submissions, row.rejected, row.repeatsSameForm, row.repeatsCrossPortal].map(
        String,
      ),
      minutes(row.submissionMs),
    ]);
  return table([head, ...lines]);
}

export function metricTable(popup: Metrics, report: Metrics): string {
  const ids = [...new Set([...popup.keys(), ...report.keys()])];
  const shown = (id: string, value: number | undefined) => {
    if (value === undefined) return '-';
    return id.endsWith('Ms') || id.startsWith('active') ? minutes(value) : String(value);
  };
  return table([
    ['figure', 'popup', 'report'],
    ...ids.map((id) => [id, shown(id, popup.get(id)), shown(id, report.get(id))]),
  ]);
}
