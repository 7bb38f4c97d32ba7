// What the worker does with each task; what it knows is which packages are good, and where they are.
import type { LookedFile, ReleaseWish, WorkbenchNews, WorkbenchTask } from '../../components/workbench-types';
import type { Row } from '../../utils/domain/package/column';
import { exportId } from '../../utils/domain/package/deidentify';
import { tablesOf } from '../../utils/domain/package/tables';
import { openMerged } from '../../utils/export/merged-writer';
import { openPackage } from '../../utils/export/package-reader';
import { writeRelease } from '../../utils/export/release-package';
import { isPerDate, type LookedAt, lookAtPackage } from '../../utils/export/workbench';
import { randomId, randomShare } from '../../utils/platform/random';
import { addDays, addPairs, noContributions } from '../../utils/release/contributions';
import { reportDisclosure } from '../../utils/release/disclosure';
import { DEFAULT_CAPS } from '../../utils/release/noise';
import { chooseDates, type ExportedSpan, findOverlapping } from '../../utils/release/overlapping';
import { makeRelease } from '../../utils/release/release';

/** Months of a year in two categories: what one person may count for where noise is added. */
const MAX_CELLS = 24;

export function makeBench(post: (news: WorkbenchNews) => void) {
  let kept: { file: File; looked: LookedAt }[] = [];

  const good = () =>
    kept.filter(({ looked }) => looked.verdict === 'good' || looked.verdict === 'overlapping');
  const spans = (): ExportedSpan[] => good().flatMap(({ looked }) => (looked.facts ? [looked.facts] : []));

  async function look(files: readonly File[]) {
    const seen = new Map(
      kept.flatMap(({ looked }) =>
        looked.facts ? [[looked.facts.exportId, looked.fingerprint] as const] : [],
      ),
    );
    for (const [i, file] of files.entries()) {
      kept.push({ file, looked: await lookAtPackage(file, file.name, seen) });
      post({ type: 'progress', done: i + 1, all: files.length });
    }
    const overlapping = findOverlapping(spans());
    for (const { looked } of good())
      looked.verdict = overlapping.has(looked.facts?.exportId ?? '') ? 'overlapping' : 'good';
    post({ type: 'looked', files: kept.map(({ looked }, number) => shown(looked, number)) });
  }

  /** Every row of the good packages that counts, table by table, package by package. */
  async function walk(
    wanted: 'days' | 'all',
    take: (table: ReturnType<typeof tablesOf>[number], rows: Row[]) => Promise<void>,
  ) {
    const choice = chooseDates(
      spans(),
      good().flatMap(({ looked }) => looked.weights),
    );
    const all = good();
    for (const [i, { file }] of all.entries()) {
      const opened = await openPackage(file);
      if (!opened.ok) throw new Error(opened.problem.code);
      const { facts, tables, read } = opened.value;
      for (const table of tables) {
        if (wanted === 'days' && table.name !== 'days' && table.name !== 'portal_pairs') continue;
        const chunks: Row[][] = [];
        const result = await read(table, (rows) => chunks.push(rows));
        if (!result.ok) throw new Error(result.problem.code);
        for (const rows of chunks) {
          const counted = isPerDate(table)
            ? rows.filter((row) => choice.keepsDate(facts.exportId, String(row.local_date)))
            : rows.filter(() => choice.keepsSums(facts.exportId));
          await take(table, counted);
        }
      }
      post({ type: 'progress', done: i + 1, all: all.length });
    }
  }

  async function merge() {
    const isL1 = good().some(({ looked }) => looked.facts?.level === 'L1');
    const writer = openMerged(tablesOf(isL1 ? 'L1' : 'L2'));
    await walk('all', async (table, rows) => writer.add(table, rows));
    post({ type: 'file', name: 'fingertip-ledger_merged.zip', file: new Blob(await writer.finish()) });
  }

  async function release({ minPeople, epsilon, language }: ReleaseWish) {
    const contributions = noContributions();
    await walk('days', async (table, rows) => {
      if (table.name === 'days') addDays(contributions, rows);
      else addPairs(contributions, rows);
    });
    const noise = epsilon === null ? null : { epsilon, maxCells: MAX_CELLS, caps: DEFAULT_CAPS };
    const made = makeRelease(contributions, { minPeople, noise }, randomShare);
    const packages = good().length;
    const disclosure = reportDisclosure(made, packages);
    const dates = spans();
    const { name, pieces } = await writeRelease({
      exportId: exportId(randomId()),
      from: dates.map(({ from }) => from).sort()[0] ?? 'none',
      to:
        dates
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? 'none',
      indicators: made.indicators,
      pairs: made.pairs,
      parameters: { ...made.parameters, people: made.people, packages },
      report: disclosure,
    });
    const { indicators, pairs, people } = made;
    post({
      type: 'released',
      name,
      file: new Blob(pieces),
      shown: { indicators, pairs, people, packages, report: disclosure[language], counts: disclosure.counts },
    });
  }

  return async (task: WorkbenchTask): Promise<void> => {
    if (task.type === 'look') await look(task.files);
    if (task.type === 'merge') await merge();
    if (task.type === 'release') await release(task.wish);
    if (task.type === 'forget') {
      kept = [];
      post({ type: 'looked', files: [] });
    }
    post({ type: 'idle' });
  };
}

const shown = ({ name, verdict, problem, facts, rows }: LookedAt, number: number): LookedFile => ({
  number,
  name,
  verdict,
  problem,
  level: facts?.level ?? null,
  personId: facts?.personId ?? null,
  from: facts?.from ?? null,
  to: facts?.to ?? null,
  rows,
});
