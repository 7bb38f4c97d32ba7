// The detection's figures as a Markdown table, for the terminal and for the repository.
import type { Action } from '../../../utils/domain/records';
import { EVENT_KINDS, eventOf, type Rates, ratesOf, type Score, type Tally, totalOf } from './score';

const NAMES = { accepted: 'accepted', rejected: 'rejected or failed', checkIn: 'check-ins' } as const;
const share = (value: number) => value.toFixed(3);

function line(name: string, tallies: readonly Tally[], non: { performed: number; wronglyCounted: number }) {
  const rates: Rates = ratesOf(tallies);
  const counts = tallies.map((one) => `${one.truth} / ${one.found} / ${one.matched}`);
  const cells = [name, ...counts, share(rates.precision), share(rates.recall)];
  return `| ${[...cells, `${non.performed}`, `${non.wronglyCounted}`].join(' | ')} |`;
}

export function detectionTable(score: Score): string {
  const heads = EVENT_KINDS.map((kind) => `${NAMES[kind]}: truth / found / matched`);
  const columns = ['portal', ...heads, 'precision', 'recall', 'acts that must not count', 'wrongly counted'];
  const lines = [`| ${columns.join(' | ')} |`, `| --- |${' ---: |'.repeat(columns.length - 1)}`];
  const all = { performed: 0, wronglyCounted: 0 };
  for (const [portal, tally] of score.tallies) {
    const non = score.nonEvents.get(portal) ?? { performed: 0, wronglyCounted: 0 };
    all.performed += non.performed;
    all.wronglyCounted += non.wronglyCounted;
    const tallies = EVENT_KINDS.map((kind) => tally[kind]);
    lines.push(line(portal, tallies, non));
  }
  const totals = EVENT_KINDS.map((kind) => totalOf(score, kind));
  lines.push(line('**all**', totals, all), '', '| kind | precision | recall |', '| --- | ---: | ---: |');
  EVENT_KINDS.forEach((kind, index) => {
    const rates = ratesOf(totals.slice(index, index + 1));
    lines.push(`| ${NAMES[kind]} | ${share(rates.precision)} | ${share(rates.recall)} |`);
  });
  return lines.join('\n');
}

/** One line per act judged wrongly, with what the extension recorded during it. */
export function misjudgedLines(score: Score, rows: readonly Action[]): string[] {
  return score.misjudged.map(({ act, portal, missed, wrong }) => {
    const during = rows.filter(
      (row) => row.portalId === portal && act && row.at >= act.startedAt && row.at < act.endedAt,
    );
    const seen = [...during, ...rows.filter((row) => wrong.includes(row.id) && !during.includes(row))].map(
      (row) => `${row.kind} ${row.outcome} (${eventOf(row) ?? 'not counted'}) [${row.evidence.join(', ')}]`,
    );
    const problems = [
      ...missed.map((kind) => `missed ${kind}`),
      ...(wrong.length ? [`${wrong.length} counted without a write`] : []),
    ];
    const where = act ? `"${act.name}" (turn ${act.turn})` : 'outside any act';
    return `${portal}: ${where}: ${problems.join(', ')}; recorded: ${seen.join('; ') || 'nothing'}`;
  });
}
