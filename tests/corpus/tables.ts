// The tables of tests/corpus/results.md.
import { THRESHOLDS } from '../../utils/domain/repetition';
import type { Run } from './corpus-run';
import {
  type IgnoringRule,
  ratesOf,
  rejudge,
  rejudgeWithoutNames,
  SCOPES,
  type Scope,
  type Verdicts,
  verdictsOf,
} from './rates';

const NAMES: Record<Scope, string> = { sameForm: 'same form', crossPortal: 'cross-portal' };
const share = (x: number) => x.toFixed(3);
const line = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |\n`;
const head = (...cells: string[]) => line(...cells) + line(...cells.map(() => '---'));

export function resultsTable(runs: readonly Run[]): string {
  let text =
    '# What is found in the generated days\n\nWritten by `npm test` (tests/corpus/corpus.test.ts).\n\n';
  text += head('run', 'portals', 'submissions', 'kind', 'repeats', 'found', 'right', 'precision', 'recall');
  for (const run of runs)
    for (const scope of SCOPES) {
      const r = ratesOf(run.truths, verdictsOf(run.judged), scope);
      const portals = new Set(run.sheets.map(({ portalId }) => portalId)).size;
      text += line(
        run.name,
        portals,
        run.sheets.length,
        NAMES[scope],
        r.truth,
        r.found,
        r.right,
        share(r.precision),
        share(r.recall),
      );
    }
  text += `\n${head('run', 'matches of entries', 'of different values', 'of the same words about something else')}`;
  for (const { name, matches: m } of runs) text += line(name, m.matches, m.falseMatches, m.coincidences);
  text += '\n## By what was done\n\n';
  text += head(
    'run',
    'done',
    'submissions',
    'really double',
    'called double',
    'really the same form',
    'called same form',
  );
  for (const run of runs) {
    const scenarios = [...new Set(run.judged.map(({ sheet }) => sheet.scenario))].sort();
    for (const scenario of scenarios) {
      const some = run.judged.filter(({ sheet }) => sheet.scenario === scenario);
      const really = (scope: Scope) =>
        some.filter(({ sheet }) => run.truths.get(sheet.id)?.scope === scope).length;
      const called = (scope: Scope) =>
        some.filter(({ judgement }) => judgement.repeat?.scope === scope).length;
      text += line(
        run.name,
        scenario,
        some.length,
        really('crossPortal'),
        called('crossPortal'),
        really('sameForm'),
        called('sameForm'),
      );
    }
  }
  return text;
}

/** Curves over the first run: the thresholds were looked at there and nowhere else. */
export function curvesTable(run: Run): string {
  const { truths, judged } = run;
  let text = `\n## Other thresholds (${run.name})\n\nThe definitions fix 0.5, 2 and 0.8; the curves show where errors in recognising entries would move them.\nAgainst intent, a double report is a matter that the person meant to report once more elsewhere, and everything that\nreports a household for the first time is none.\n\n`;
  const meant = intent(run);
  const row = (name: string, verdicts: Verdicts, scope: Scope) => {
    const r = ratesOf(truths, verdicts, scope);
    const wanted = scope === 'crossPortal' ? meantRates(meant, verdicts) : null;
    const more = wanted ? [share(wanted.precision), share(wanted.recall)] : ['', ''];
    return line(name, share(r.precision), share(r.recall), ...more);
  };
  const titles = ['', 'precision', 'recall', 'precision against intent', 'recall against intent'];
  text += head('cross-portal: share of eligible at least', ...titles.slice(1));
  for (const crossPortalShare of [0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9])
    text += row(
      mark(crossPortalShare, THRESHOLDS.crossPortalShare),
      rejudge(judged, { crossPortalShare }),
      'crossPortal',
    );
  text += `\n${head('cross-portal: shared entries at least (or one long)', ...titles.slice(1))}`;
  for (const crossPortalEntries of [1, 2, 3, 4])
    text += row(
      mark(crossPortalEntries, THRESHOLDS.crossPortalEntries),
      rejudge(judged, { crossPortalEntries }),
      'crossPortal',
    );
  text += `\n${head('same form: share of eligible at least', ...titles.slice(1))}`;
  for (const sameFormShare of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 1])
    text += row(
      mark(sameFormShare, THRESHOLDS.sameFormShare),
      rejudge(judged, { sameFormShare }),
      'sameForm',
    );
  text += row('0.8, whatever the names on the sheet', rejudgeWithoutNames(judged), 'sameForm');
  text += `\n${head('identity and habitual values', ...titles.slice(1))}`;
  const rules: IgnoringRule[] = [
    'both left out',
    'identity eligible, never shared',
    'identity like any other',
    'habits like any other',
    'both like any other',
  ];
  for (const scope of SCOPES) {
    for (const rule of rules) text += row(`${NAMES[scope]}: ${rule}`, rejudge(judged, {}, rule), scope);
  }
  text += row('cross-portal: names not looked at', rejudgeWithoutNames(judged), 'crossPortal');
  return text;
}

const mark = (value: number, chosen: number) => (value === chosen ? `**${value}**` : String(value));

/** What spellings cost that nothing undoes: how common they are in life is not known. */
export function spellingTable(runs: readonly [respelled: number, run: Run][]): string {
  let text = 'Places spelled otherwise in one portal than elsewhere (三组 for 3组, the town left out):\n\n';
  text += head('share of places', 'precision', 'recall of double reports');
  for (const [respelled, { truths, judged }] of runs) {
    const r = ratesOf(truths, verdictsOf(judged), 'crossPortal');
    text += line(respelled, share(r.precision), share(r.recall));
  }
  return text;
}

/** true: meant as a double report; false: nobody could call it one; others are left out. */
function intent({ judged, truths }: Run): Map<string, boolean> {
  const known = new Map<string, Set<string>>();
  const meant = new Map<string, boolean>();
  for (const { sheet } of judged) {
    const isNew = !known.get(sheet.subject)?.size;
    if (sheet.scenario === 'double' && truths.get(sheet.id)?.scope !== 'sameForm') meant.set(sheet.id, true);
    else if (isNew) meant.set(sheet.id, false);
    known.set(sheet.subject, (known.get(sheet.subject) ?? new Set()).add(sheet.portalId));
  }
  return meant;
}

function meantRates(meant: ReadonlyMap<string, boolean>, verdicts: Verdicts) {
  let [wanted, found, right] = [0, 0, 0];
  for (const [id, isMeant] of meant) {
    const isFound = verdicts.get(id) === 'crossPortal';
    wanted += Number(isMeant);
    found += Number(isFound);
    right += Number(isFound && isMeant);
  }
  return { precision: right / Math.max(1, found), recall: right / Math.max(1, wanted) };
}
