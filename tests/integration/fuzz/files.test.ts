// 10,000 backups and packages, changed anywhere, or written anew with other rows and honest checksums: no throw
// escapes, and every row that is then let through holds what a row must. SEED=… makes others.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { makeRandom, type Random } from '../../../scripts/seed/random';
import type { Action, Span } from '../../../utils/domain/records';
import { writeBackup } from '../../../utils/export/backup';
import { BACKUP_PARTS, openBackup } from '../../../utils/export/backup-reader';
import { lookAtPackage } from '../../../utils/export/workbench';
import { COMMAND_SHAPES, checkShape } from '../../../utils/messaging/guards';
import { openBackupSource } from '../../../utils/storage/backup-source';
import { openDatabase } from '../../../utils/storage/database';
import { fillLedger } from '../../fixtures/ledger-year';
import { mutate } from '../../fixtures/mutate';
import { joinBytes, makePackage } from '../export/package';

const SEED = Number(process.env.SEED ?? 1);
const BACKUPS = 6_000;
const PACKAGES = 4_000;
const PERSON = 'd'.repeat(32);
const RANGE = { personId: PERSON, from: '2026-03-02', to: '2026-03-03' };
let backup: Uint8Array;
let exported: Uint8Array;

beforeAll(async () => {
  const db = openDatabase('files');
  await fillLedger(db, { ...RANGE, seed: 3, spansADay: 4 });
  const meta = { version: '0.1.0', madeAt: Date.UTC(2026, 5, 1) };
  await db.people.put({
    id: PERSON,
    name: '某人',
    schedule: [],
    dutyDays: [],
    createdAt: 1.7e12,
    retiredAt: null,
  });
  const work = { signal: new AbortController().signal, progress: async () => {} };
  const pieces = await writeBackup(await openBackupSource(db, PERSON), meta, work);
  backup = new Uint8Array(await new Blob(pieces ?? []).arrayBuffer());
  exported = joinBytes((await makePackage(db, { ...RANGE, level: 'L2' })).pieces);
});

/** Bytes turned over, cut off or put twice. */
function damaged(good: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(good);
  const at = random.whole(0, bytes.length - 1);
  const dice = random.next();
  if (dice < 0.1) return bytes.slice(0, at);
  if (dice < 0.15) return new Uint8Array([...bytes, ...bytes.slice(at)]);
  for (let i = random.whole(1, 4); i > 0; i--)
    bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
  return bytes;
}

/** A file's lines of JSON, some of them changed; then zipped again with checksums of what they now are. */
function rewritten(good: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const files: Zippable = unzipSync(good);
  const paths = Object.keys(files).filter((path) => /json$/.test(path));
  const path = random.pick(paths);
  const lines = new TextDecoder().decode(files[path] as Uint8Array).split('\n');
  const spoil = (line: string) => {
    if (line === '' || !random.chance(0.3)) return line;
    try {
      return JSON.stringify(mutate(JSON.parse(line), random, 1)) ?? '';
    } catch {
      return line;
    }
  };
  files[path] = new TextEncoder().encode(lines.map(spoil).join('\n'));
  const sums = Object.entries(files)
    .filter(([name]) => name !== 'SHA256SUMS')
    .map(
      ([name, bytes]) =>
        `${createHash('sha256')
          .update(bytes as Uint8Array)
          .digest('hex')}  ${name}\n`,
    );
  files.SHA256SUMS = new TextEncoder().encode(sums.join(''));
  return new Uint8Array(zipSync(files, { level: 0 }));
}

it(`${BACKUPS} backups`, async () => {
  const random = makeRandom(SEED);
  const counts = { opened: 0, rows: 0, refused: 0 };
  for (let i = 0; i < BACKUPS; i++) {
    const bytes = random.chance(0.5) ? damaged(backup, random) : rewritten(backup, random);
    const opened = await openBackup(new Blob([bytes]), 'x');
    if (!opened.ok) continue;
    counts.opened += 1;
    const { head } = opened.value;
    const person = { ...head.person, id: PERSON };
    checkShape(COMMAND_SHAPES.beginRestore, { personId: PERSON, person, history: head.history });
    for (const part of BACKUP_PARTS) {
      await opened.value.read(part, async (rows) => {
        const checked = checkShape(COMMAND_SHAPES.restoreRows, { personId: PERSON, [part]: rows });
        counts[checked.ok ? 'rows' : 'refused'] += rows.length;
        if (!checked.ok) return;
        const taken = checked.value as { spans?: Span[]; actions?: Action[] };
        for (const span of taken.spans ?? []) {
          expect(span.endedAt).toBeGreaterThanOrEqual(span.startedAt);
          expect(span.openMs).toBeLessThanOrEqual(span.endedAt - span.startedAt);
        }
        for (const row of [...(taken.spans ?? []), ...(taken.actions ?? [])]) {
          expect(row.route).not.toMatch(/[\d?\p{Script=Han}]/u);
          expect(new Date(`${row.localDate}T00:00Z`).toISOString().slice(0, 10)).toBe(row.localDate);
        }
      });
    }
  }
  expect(counts.opened, 'the law must not hold for want of cases').toBeGreaterThan(500);
  expect(Math.min(counts.rows, counts.refused)).toBeGreaterThan(500);
}, 300_000);

it(`${PACKAGES} packages`, async () => {
  const random = makeRandom(SEED + 1);
  const verdicts = new Map<string, number>();
  for (let i = 0; i < PACKAGES; i++) {
    const bytes = random.chance(0.5) ? damaged(exported, random) : rewritten(exported, random);
    const { verdict } = await lookAtPackage(new Blob([bytes]), 'x.zip', new Map());
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  expect(verdicts.get('broken') ?? 0, 'the law must not hold for want of cases').toBeGreaterThan(500);
}, 300_000);
