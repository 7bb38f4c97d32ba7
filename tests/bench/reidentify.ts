// Attack on exports: an insider who knows some true facts of a colleague ("on the 12th, around ten, in the
// poverty platform") and has everybody's packages of a study. Who is singled out? Run with tsx; writes
// reidentification-table.md beside it. People and days are made up (county.ts), the exports are the real ones.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { summariseDay } from '../../utils/domain/day-summary';
import { datesBetween, dayStart, shiftDate } from '../../utils/domain/local-day';
import type { Row } from '../../utils/domain/package/column';
import { portalCode } from '../../utils/domain/package/deidentify';
import { INDICATORS, MIN_PEOPLE } from '../../utils/domain/package/indicators';
import type { DateKey } from '../../utils/domain/records';
import { workingDay } from '../../utils/domain/working-time';
import { type ExportContext, lookUpPortals, NO_STRIKES, seededIds } from '../../utils/export/context';
import { daysRows } from '../../utils/export/day-rows';
import { openDetails } from '../../utils/export/detail-rows';
import { tallyPairs } from '../../utils/export/pair-rows';
import { judge } from '../../utils/release/cells';
import { addDays, addPairs, noContributions } from '../../utils/release/contributions';
import { gridOf, linesOf } from '../../utils/release/grid';
import { makeRelease } from '../../utils/release/release';
import { relationsAmong } from '../../utils/release/solvable';
import { suppress } from '../../utils/release/suppress';
import { seeded } from '../fixtures/ledger-year';
import { COUNTY_PORTALS, makeOfficial, type Official, UTC_OFFSET } from './county';

const PEOPLE = Number(process.argv[2] ?? 1_000);
const [FROM, TO] = ['2026-03-02', '2026-04-30'];
const KNOWN = [3, 5, 10];
const HOUR = 3_600_000;
const COARSE = 15 * 60_000;
/** Further shifts leave nothing of 60 days to compare. */
const MOST_SHIFT_WEEKS = 9;

const portal = lookUpPortals([
  {
    configId: 'county',
    version: 1,
    hash: 'c',
    source: 'imported',
    title: { en: 'county' },
    calendar: { workdays: [], holidays: [] },
    from: 0,
    portals: Object.fromEntries(
      Object.entries(COUNTY_PORTALS).map(([id, { category }]) => [
        id,
        { title: { en: id }, category, burden: category !== 'public-site' },
      ]),
    ),
  },
]);

interface Fact {
  portalId: string;
  date: DateKey;
  /** First instant of the hour. */
  hourAt: number;
}

/** What the attacker can look up in one person's package. */
interface Exported {
  /** L1: `code date` to coarse intervals. */
  details: Map<string, [number, number][]>;
  /** L2: `category date` with active time. */
  days: Set<string>;
  /** L2: `category date` with how many check-ins and submissions. */
  counts: Map<string, string>;
}

const facts = seeded(99);
const contributions = noContributions();
const everybody: { official: Official; exported: Exported }[] = [];
for (let i = 0; i < PEOPLE; i++) {
  const official = makeOfficial(i, FROM, TO);
  everybody.push({ official, exported: exportOf(official) });
}

function exportOf({ personId, days }: Official): Exported {
  const context: ExportContext = {
    level: 'L1',
    exportId: 'x',
    personId,
    shiftWeeks: 0,
    idleTimeoutMs: 60_000,
    strikes: NO_STRIKES,
    portal,
    idsOf: seededIds(personId),
  };
  const exported: Exported = { details: new Map(), days: new Set(), counts: new Map() };
  const pairs = tallyPairs(context);
  const categories = new Map(
    [...new Set(Object.values(COUNTY_PORTALS).map(({ category }) => category))].map((each) => [
      each,
      600 * 60_000,
    ]),
  );
  for (const [localDate, made] of days) {
    const summed = summariseDay(personId, localDate, made, {
      isBurden: (id) => portal(id).burden,
      beforeDue: () => null,
      workingDay: workingDay(null, localDate),
    });
    const rows = daysRows(
      { localDate, utcOffsetMin: UTC_OFFSET, rows: summed, observedMs: categories, scheduledMs: 0 },
      context,
    ) as Row[];
    pairs.add(summed);
    addDays(contributions, rows);
    for (const row of rows) {
      const key = `${row.category} ${localDate}`;
      if (Number(row.active_s) > 0) exported.days.add(key);
      exported.counts.set(key, `${row.check_ins} ${row.submissions}`);
    }
    for (const span of openDetails(context)({ spans: made.spans, actions: [] }).spans) {
      const key = `${span.portal_code} ${localDate}`;
      const from = Number(span.started_utc);
      exported.details.set(key, [
        ...(exported.details.get(key) ?? []),
        [from, from + COARSE + Number(span.open_s) * 1_000],
      ]);
    }
  }
  addPairs(contributions, pairs.rows());
  return exported;
}

function drawFacts({ days }: Official, count: number): Fact[] {
  const spans = [...days.values()].flatMap((day) => day.spans);
  return Array.from({ length: count }, () => {
    const span = spans[Math.floor(facts() * spans.length)];
    if (!span) throw new Error('nobody without a day');
    const at = span.startedAt + facts() * span.openMs;
    const midnight = dayStart(span.localDate, UTC_OFFSET);
    return {
      portalId: span.portalId,
      date: span.localDate,
      hourAt: midnight + Math.floor((at - midnight) / HOUR) * HOUR,
    };
  });
}

const codes = new Map(Object.keys(COUNTY_PORTALS).map((id) => [id, portalCode('county', id)]));
const fitsL1 = (exported: Exported, { portalId, date, hourAt }: Fact, weeks = 0): boolean =>
  (exported.details.get(`${codes.get(portalId)} ${shiftDate(date, weeks * 7)}`) ?? []).some(
    ([from, to]) => from < hourAt + weeks * 7 * 24 * HOUR + HOUR && to > hourAt + weeks * 7 * 24 * HOUR,
  );
const fitsL2 = (exported: Exported, { portalId, date }: Fact): boolean =>
  exported.days.has(`${portal(portalId).category} ${date}`);
/** A stronger fact: how many check-ins and submissions that day in the portal's category, which is `told`. */
const fitsCounts = (exported: Exported, fact: Fact, told: Exported): boolean => {
  const key = `${portal(fact.portalId).category} ${fact.date}`;
  return fitsL2(exported, fact) && exported.counts.get(key) === told.counts.get(key);
};
/** Dates were moved by an unknown number of weeks, another for each person: any that fits will do. */
const fitsShifted = (exported: Exported, known: readonly Fact[]): boolean => {
  for (let weeks = -MOST_SHIFT_WEEKS; weeks <= MOST_SHIFT_WEEKS; weeks++)
    if (known.every((fact) => fitsL1(exported, fact, weeks))) return true;
  return false;
};

interface Outcome {
  unique: number;
  candidates: number[];
}
const attack = (
  fits: (exported: Exported, known: readonly Fact[], told: Exported) => boolean,
  count: number,
): Outcome => {
  const outcome: Outcome = { unique: 0, candidates: [] };
  for (const { official, exported: own } of everybody) {
    const known = drawFacts(official, count);
    if (!fits(own, known, own)) throw new Error('a true fact must fit the true package');
    const candidates = everybody.filter(({ exported }) => fits(exported, known, own)).length;
    outcome.candidates.push(candidates);
    if (candidates === 1) outcome.unique += 1;
  }
  return outcome;
};
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

const lines = [
  `# Re-identification from exports`,
  '',
  `${PEOPLE} made-up officials, ${datesBetween(FROM, TO).length} days (${FROM} to ${TO}), ${Object.keys(COUNTY_PORTALS).length} portals in ${new Set(Object.values(COUNTY_PORTALS).map(({ category }) => category)).size} categories. The attacker has every package of the study, the list of portals, and true facts of one person, each "this portal, this day, this hour". A person is singled out when exactly one package fits. Made by \`npx tsx tests/bench/reidentify.ts\`.`,
  '',
  '| known facts | L1 singled out | L1, dates moved by unknown weeks | L2 singled out | L2, knowing the day’s counts too | L1 candidates, median | L2 candidates, median | L3 |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];
for (const count of KNOWN) {
  const every =
    (matches: (exported: Exported, fact: Fact) => boolean) => (exported: Exported, known: readonly Fact[]) =>
      known.every((fact) => matches(exported, fact));
  const l1 = attack(every(fitsL1), count);
  const moved = attack(fitsShifted, count);
  const l2 = attack(every(fitsL2), count);
  const counted = attack(
    (exported, known, told) => known.every((fact) => fitsCounts(exported, fact, told)),
    count,
  );
  lines.push(
    `| ${count} | ${percent(l1.unique, PEOPLE)} | ${percent(moved.unique, PEOPLE)} | ${percent(l2.unique, PEOPLE)} | ${percent(counted.unique, PEOPLE)} | ${median(l1.candidates)} | ${median(l2.candidates)} | no row of a person |`,
  );
}

// L3: figures below k, figures that follow by subtraction, within one release and over two of the same data.
const K = [MIN_PEOPLE, 10];
const releases = K.map((minPeople) => makeRelease(contributions, { minPeople, noise: null }, () => 0));
lines.push(
  '',
  '## L3 of the same county',
  '',
  '| | k = 5 | k = 10 | both together |',
  '| --- | --- | --- | --- |',
);
const count = (of: (status: string) => boolean) =>
  releases.map(
    ({ indicators, pairs }) => [...indicators, ...pairs].filter((row) => of(String(row.status))).length,
  );
lines.push(`| figures published | ${count((status) => status === 'published').join(' | ')} | |`);
lines.push(`| figures withheld | ${count((status) => status !== 'published').join(' | ')} | |`);
const below = releases.map(
  ({ indicators, pairs }, i) =>
    [...indicators, ...pairs].filter(
      (row) => row.status === 'published' && Number(row.people) < (K[i] as number),
    ).length,
);
lines.push(`| published about fewer than k people | ${below.join(' | ')} | |`);
const solved = (patternOf: (grid: ReturnType<typeof gridOf>) => Set<number>, k: number): number =>
  INDICATORS.reduce((sum, indicator) => {
    const grid = gridOf(contributions, indicator);
    const cells = grid.cells.flat();
    const found = relationsAmong(patternOf(grid), linesOf(grid)).filter(({ terms }) => terms.length === 1);
    return (
      sum +
      found.filter(({ terms }) => judge(cells[terms[0]?.[0] ?? 0] as (typeof cells)[number], k) !== 'safe')
        .length
    );
  }, 0);
const keysOf = (grid: ReturnType<typeof gridOf>, k: number) => new Set(suppress(grid, k).keys());
const both = (grid: ReturnType<typeof gridOf>) => {
  const [five, ten] = K.map((k) => keysOf(grid, k)) as [Set<number>, Set<number>];
  return new Set([...five].filter((cell) => ten.has(cell)));
};
lines.push(
  `| unsafe figures that follow by subtraction | ${K.map((k) => solved((grid) => keysOf(grid, k), k)).join(' | ')} | ${solved(both, MIN_PEOPLE)} |`,
);
lines.push(
  '',
  '## What that means',
  '',
  'L1 is as good as a name to whoever has seen the person at work a few times: treat it as personal data, for one study under ethics review, never to be passed on. Moving dates by whole weeks helps against few facts and not against many. L2 hides a person well from somebody who knows only where they were and when; from somebody who knows how much was done on a few days it does not (see the column of counts): it is de-identified, not anonymous. Only L3 is for publication. In a smaller group (a township of 50, a village of 5) fewer facts are enough at every level.',
  '',
  'Not covered: one who is among the people of a cell of L3 and knows what colleagues gave; releases before and after somebody joined (the disclosure report says when to wait).',
  '',
);
writeFileSync(join(import.meta.dirname, 'reidentification-table.md'), lines.join('\n'));
console.log(lines.join('\n'));
