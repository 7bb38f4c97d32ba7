// Makes a package of a made-up ledger, and opens it again.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { PackageLevel } from '../../../utils/domain/package/tables';
import type { DateKey } from '../../../utils/domain/records';
import { NO_STRIKES, type Strikes } from '../../../utils/export/context';
import type { PackagePlan } from '../../../utils/export/package-rows';
import { type WrittenPackage, writePackage } from '../../../utils/export/package-writer';
import { planPackage } from '../../../utils/export/plan';
import type { Ledger } from '../../../utils/storage/database';
import { type ExportSource, openExportSource } from '../../../utils/storage/export-source';

export interface PackageWish {
  level: PackageLevel;
  personId: string;
  from: DateKey;
  to: DateKey;
  parquet?: boolean;
  shiftDates?: boolean;
  strikes?: Strikes;
  /** Hex, what a study code would give. */
  digest?: string;
  /** Another one, another export id. */
  exportSalt?: string;
}

const SOME_DIGEST = 'ab'.repeat(32);

export function planFor(source: ExportSource, wish: PackageWish): PackagePlan {
  const codeDigest = wish.digest ?? SOME_DIGEST;
  return planPackage(
    source,
    {
      level: wish.level,
      from: wish.from,
      to: wish.to,
      codeDigest,
      shiftDates: wish.shiftDates ?? false,
      parquet: wish.parquet ?? false,
      strikes: wish.strikes ?? NO_STRIKES,
    },
    {
      exportId: createHash('sha256').update(`${codeDigest} ${wish.exportSalt}`).digest('hex').slice(0, 32),
      rows: 'secret',
    },
    { version: '0.1.0', build: 'test' },
    { now: Date.parse('2027-01-01T00:00:00Z'), utcOffsetAt: () => 480 },
  );
}

export async function makePackage(db: Ledger, wish: PackageWish): Promise<WrittenPackage> {
  const source = await openExportSource(db, wish.personId, wish.from, wish.to);
  return writePackage(source, planFor(source, wish), {
    signal: new AbortController().signal,
    progress: async () => {},
  });
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const openPackage = (written: WrittenPackage): Record<string, Uint8Array> =>
  unzipSync(joinBytes(written.pieces));
