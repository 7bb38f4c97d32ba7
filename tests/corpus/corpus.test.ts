// What is found of the repeats that are in generated days of form filling, what is invented,
// and what other thresholds would do. Writes tests/corpus/results.md.
import 'fake-indexeddb/auto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../utils/storage/database';
import { type EntryKey, entryKey } from '../../utils/storage/entry-hash';
import { playCorpus, type Run } from './corpus-run';
import { CITY } from './forms-city';
import { RURAL } from './forms-rural';
import { checkDigit } from './people';
import { ratesOf, SCOPES, verdictsOf } from './rates';
import { curvesTable, resultsTable, spellingTable } from './tables';

const BAR = 0.97;
const MOST_FALSE_MATCHES = 1e-4;

let key: EntryKey;
const runs: Run[] = [];

const PLAN = { submissions: 5_000, officers: 6, days: 60 };
/** Two officers of the six: enough to see what a share does. */
const FEWER = { submissions: 1_667, officers: 2 };

beforeAll(async () => {
  key = await entryKey(openDatabase('corpus'));
  runs.push(await playCorpus('rural, seed 1', RURAL, { ...PLAN, seed: 1 }, key));
  runs.push(await playCorpus('rural, seed 2', RURAL, { ...PLAN, seed: 2 }, key));
  runs.push(await playCorpus('city, other forms', CITY, { ...PLAN, seed: 7 }, key));
  const [first] = runs;
  if (!first) throw new Error('no corpus');
  const spelled: [number, Run][] = [];
  for (const respelled of [0, 0.02, 0.05, 0.1])
    spelled.push([
      respelled,
      await playCorpus('', { ...RURAL, respelled }, { ...PLAN, ...FEWER, seed: 1 }, key),
    ]);
  const text = `${resultsTable(runs)}\n${curvesTable(first)}\n${spellingTable(spelled)}`;
  console.log(text);
  await writeFile(join(dirname(fileURLToPath(import.meta.url)), 'results.md'), text);
}, 600_000);

describe('the corpus', () => {
  it('is as large and as varied as it must be', () => {
    for (const { sheets } of runs) {
      expect(sheets.length).toBeGreaterThanOrEqual(5_000);
      expect(new Set(sheets.map(({ portalId }) => portalId)).size).toBeGreaterThanOrEqual(20);
      const ids = sheets.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'hh.id'));
      expect(ids.filter(({ value }) => checkDigit(value.slice(0, 17)) !== value[17])).toEqual([]);
    }
  });

  it('knows the check digit of an ID number from elsewhere', () => {
    // The example of the standard's annex.
    expect(checkDigit('11010519491231002')).toBe('X');
  });

  it.each([0, 1, 2])('run %i: finds what is repeated and invents nothing', (n) => {
    const run = runs[n];
    if (!run) throw new Error('no such run');
    for (const scope of SCOPES) {
      const rates = ratesOf(run.truths, verdictsOf(run.judged), scope);
      expect(rates.truth, `${scope} in ${run.name}`).toBeGreaterThan(100);
      expect(rates.precision, `precision of ${scope} in ${run.name}`).toBeGreaterThanOrEqual(BAR);
      expect(rates.recall, `recall of ${scope} in ${run.name}`).toBeGreaterThanOrEqual(BAR);
    }
    expect(run.matches.matches).toBeGreaterThan(1_000);
    expect(run.matches.falseMatches / run.matches.matches).toBeLessThanOrEqual(MOST_FALSE_MATCHES);
  });
});
