// From what the person chose to a plan: ids, shift and provenance. The study code itself goes nowhere; what it
// gives is its SHA-256.
import { exportId, pseudonym, shiftedDate, weekShift } from '../domain/package/deidentify';
import { PACKAGE_SCHEMA_VERSION, type PackageLevel } from '../domain/package/tables';
import type { DateKey } from '../domain/records';
import type { ExportSource } from '../storage/export-source';
import { type ExportContext, lookUpPortals, type Strikes, seededIds } from './context';
import type { DayClock } from './observed-days';
import type { PackagePlan } from './package-rows';
import { Sha256 } from './sha256';

export interface ExportChoice {
  level: PackageLevel;
  from: DateKey;
  to: DateKey;
  /** SHA-256 of the study code, hex. */
  codeDigest: string;
  shiftDates: boolean;
  parquet: boolean;
  strikes: Strikes;
}

/** Random hex, 32 digits each; the same ones give the same ids, so the preview's are the file's. */
export interface ExportSecrets {
  exportId: string;
  rows: string;
}

export const studyCodeText = (code: string): string => `fingertip-ledger study code ${code}`;

function browserPseudonym(codeDigest: string, installationId: string): string {
  const bytes = new TextEncoder().encode(`${codeDigest} ${installationId}`);
  return `b${new Sha256().update(bytes).hex().slice(0, 16)}`;
}

export function planPackage(
  source: ExportSource,
  choice: ExportChoice,
  secrets: ExportSecrets,
  extension: { version: string; build: string },
  clock: DayClock,
): PackagePlan {
  const shiftWeeks = choice.shiftDates ? weekShift(choice.codeDigest) : 0;
  const { strikes } = choice;
  const context: ExportContext = {
    level: choice.level,
    exportId: exportId(secrets.exportId),
    personId: pseudonym(choice.codeDigest),
    shiftWeeks,
    idleTimeoutMs: source.idleTimeoutMs,
    strikes,
    portal: lookUpPortals(source.history),
    idsOf: seededIds(secrets.rows),
  };
  return {
    context,
    from: choice.from,
    to: choice.to,
    parquet: choice.parquet,
    clock,
    provenance: {
      schemaVersion: PACKAGE_SCHEMA_VERSION,
      level: choice.level,
      exportId: context.exportId,
      personId: context.personId,
      browserId: browserPseudonym(choice.codeDigest, source.installationId),
      from: shiftedDate(choice.from, shiftWeeks),
      to: shiftedDate(choice.to, shiftWeeks),
      extension,
      idleTimeoutS: source.idleTimeoutMs / 1000,
      schedule: (source.person?.schedule ?? []).map(({ from, hours }, i) => ({
        // The first hours apply to everything before as well.
        from: i === 0 ? from : shiftedDate(from, shiftWeeks),
        hours,
      })),
      parameters: {
        coarsenedToMinutes: 15,
        dateShift: shiftWeeks === 0 ? 'none' : 'wholeWeeks',
        portals: choice.level === 'L1' ? 'code' : 'category',
      },
      configs: source.history.map(({ configId, version, hash, source: from }) => ({
        id: configId,
        version,
        sha256: hash,
        source: from,
      })),
      struck: {
        days: strikes.dates.size,
        portals: strikes.portalIds.size,
        rows: strikes.rows.size,
        portalPairs: strikes.portalPairs,
      },
      parquet: choice.parquet,
    },
  };
}
