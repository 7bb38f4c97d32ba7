// The workbench's work: look at every package, then merge the good ones and add them up. One package is open
// at a time; of its rows nothing is kept but sums and what the merged files have taken.
import type { PackageTable } from '../domain/package/tables';
import type { Problem } from '../platform/problem';
import { type OpenPackage, openPackage, type PackageFacts } from './package-reader';

export type PackageVerdict = 'good' | 'overlapping' | 'duplicate' | 'otherSchema' | 'broken';

export interface DateWeights {
  exportId: string;
  localDate: string;
  observedMin: number;
  openS: number;
}

export interface LookedAt {
  name: string;
  verdict: PackageVerdict;
  problem: Problem | null;
  facts: PackageFacts | null;
  rows: number;
  fingerprint: string;
  /** How full each date is, of packages that may overlap with others. */
  weights: DateWeights[];
}

/** Reads a package to its end, so that what is good here is good later. */
export async function lookAtPackage(file: Blob, name: string, seen: Map<string, string>): Promise<LookedAt> {
  const bad = (problem: Problem, facts: PackageFacts | null = null): LookedAt => ({
    name,
    verdict: problem.code === 'otherSchema' ? 'otherSchema' : 'broken',
    problem,
    facts,
    rows: 0,
    fingerprint: '',
    weights: [],
  });
  const opened = await openPackage(file);
  if (!opened.ok) return bad(opened.problem);
  const { facts, fingerprint } = opened.value;
  if (seen.get(facts.exportId) === fingerprint)
    return { name, verdict: 'duplicate', problem: null, facts, fingerprint, rows: 0, weights: [] };
  // Another content under the same id is a forgery or an accident; neither can be told from the true one.
  if (seen.has(facts.exportId)) return bad({ code: 'wrongChecksum', path: 'export_id' }, facts);
  const found = await countRows(opened.value);
  if ('code' in found) return bad(found, facts);
  seen.set(facts.exportId, fingerprint);
  return { name, verdict: 'good', problem: null, facts, fingerprint, ...found };
}

async function countRows(open: OpenPackage): Promise<Problem | Pick<LookedAt, 'rows' | 'weights'>> {
  let rows = 0;
  const weights = new Map<string, DateWeights>();
  for (const table of open.tables) {
    const read = await open.read(table, (chunk) => {
      rows += chunk.length;
      if (table.name !== 'days') return;
      for (const row of chunk) {
        const localDate = String(row.local_date);
        const weight = weights.get(localDate) ?? {
          exportId: open.facts.exportId,
          localDate,
          observedMin: 0,
          openS: 0,
        };
        weight.observedMin += Number(row.observed_min);
        weight.openS += Number(row.open_s);
        weights.set(localDate, weight);
      }
    });
    if (!read.ok) return read.problem;
  }
  return { rows, weights: [...weights.values()] };
}

export const isPerDate = (table: PackageTable): boolean =>
  table.columns.some(({ name }) => name === 'local_date');
