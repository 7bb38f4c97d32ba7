import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { overlaps } from '../../../utils/domain/span-claims';
import { writeBackup } from '../../../utils/export/backup';
import { type OpenBackup, openBackup } from '../../../utils/export/backup-reader';
import { isSealed, seal, unseal } from '../../../utils/export/seal';
import { COMMAND_SHAPES, checkShape } from '../../../utils/messaging/guards';
import { openBackupSource } from '../../../utils/storage/backup-source';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { repairDays } from '../../../utils/storage/day-store';
import { restoreHistory, restorePerson, restoreRows } from '../../../utils/storage/restore-store';
import { fillLedger } from '../../fixtures/ledger-year';
import { joinBytes } from './package';

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)];
const NOW = Date.parse('2026-06-01T00:00:00Z');
const MARCH = { from: '2026-03-02', to: '2026-03-13' };
const FEW_ITERATIONS = 1_000;

async function backUp(db: Ledger, personId: string): Promise<Blob> {
  const pieces = await writeBackup(
    await openBackupSource(db, personId),
    { version: '0.1.0', madeAt: NOW },
    { signal: new AbortController().signal, progress: async () => {} },
  );
  return new Blob(pieces ?? []);
}

async function open(file: Blob): Promise<OpenBackup> {
  const opened = await openBackup(file, '');
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

/** As the page and the background do it, guards included. */
async function restore(db: Ledger, file: Blob, personId: string): Promise<number> {
  const backup = await open(file);
  const { head } = backup;
  const history = head.history.map(({ id: _, ...entry }) => entry);
  const begin = checkShape(COMMAND_SHAPES.beginRestore, {
    personId,
    person: { ...head.person, id: personId },
    history,
  });
  expect(begin).toMatchObject({ ok: true });
  await restorePerson(db, personId, head.person);
  await restoreHistory(db, history);
  let added = 0;
  for (const part of ['coverage', 'spans', 'actions', 'corrections'] as const) {
    const read = await backup.read(part, async (rows) => {
      const checked = checkShape(COMMAND_SHAPES.restoreRows, { personId, [part]: rows });
      expect(checked).toMatchObject({ ok: true });
      added += await restoreRows(db, personId, { [part]: rows }, NOW);
    });
    expect(read.ok).toBe(true);
  }
  return added;
}

const facts = async (db: Ledger) => ({
  spans: await db.spans.orderBy('id').toArray(),
  actions: await db.actions.orderBy('id').toArray(),
  days: await db.days.orderBy('[personId+localDate+portalId]').toArray(),
  coverage: (await db.coverage.toArray()).map(({ id: _, ...row }) => row),
});

let ofA: Ledger;
let ofB: Ledger;
beforeAll(async () => {
  [ofA, ofB] = [openDatabase('backup-a'), openDatabase('backup-b')];
  // Two browsers of the same person, in use on the same days: instants are claimed twice.
  await fillLedger(ofA, { ...MARCH, personId: A, seed: 1, spansADay: 12 });
  await fillLedger(ofB, { ...MARCH, personId: B, seed: 2, spansADay: 17 });
  for (const db of [ofA, ofB]) await repairDays(db);
  await ofA.entries.add({
    actionId: 'e'.repeat(32),
    personId: A,
    portalId: 'x',
    formKey: 'x',
    at: NOW,
    hashes: ['SECRETHASH='],
    identity: [],
  });
});

describe('a backup', () => {
  it('brings everything back into an empty browser', async () => {
    const empty = openDatabase('backup-empty');
    await restore(empty, await backUp(ofA, A), A);
    expect(await facts(empty)).toEqual(await facts(ofA));
  });

  it('holds no entry and no key', async () => {
    const file = await backUp(ofA, A);
    const backup = await open(file);
    const seen: string[] = [JSON.stringify(backup.head)];
    for (const part of ['coverage', 'spans', 'actions', 'corrections'] as const)
      await backup.read(part, async (rows) => void seen.push(JSON.stringify(rows)));
    expect(seen.join('')).not.toContain('SECRETHASH');
    expect(seen.join('')).not.toMatch(/hashes|hmacKey/);
  });

  it('restored twice changes nothing', async () => {
    const before = await facts(ofA);
    expect(await restore(ofA, await backUp(ofA, A), A)).toBe(0);
    expect(await facts(ofA)).toEqual(before);
  });

  it('of another browser counts no instant twice, in either order, however often', async () => {
    const merged = openDatabase('backup-merged');
    await restore(merged, await backUp(ofA, A), A);
    expect(await restore(merged, await backUp(ofB, B), A)).toBeGreaterThan(0);
    const once = await facts(merged);
    expect(once.spans.every((span) => span.personId === A)).toBe(true);
    const sorted = [...once.spans].sort((x, y) => x.startedAt - y.startedAt);
    sorted.forEach((span, i) => {
      const next = sorted[i + 1];
      if (next) expect(overlaps(span, next)).toBe(false);
    });
    expect((await repairDays(merged)).mended).toEqual([]);
    await restore(merged, await backUp(ofB, B), A);
    await restore(merged, await backUp(ofA, A), A);
    expect(await facts(merged)).toEqual(once);
    expect(once.actions.length).toBe((await ofA.actions.count()) + (await ofB.actions.count()));
  });
});

describe('a sealed backup', () => {
  it('opens with its passphrase only', async () => {
    const plain = new TextEncoder().encode('一本账');
    const whole = await seal(plain, '口令 is long', new Uint8Array(28).fill(7), FEW_ITERATIONS);
    expect(isSealed(whole)).toBe(true);
    expect(await unseal(whole, '口令 is long')).toEqual({ ok: true, value: plain });
    expect(await unseal(whole, 'another')).toMatchObject({ ok: false });
    const damaged = whole.slice();
    damaged[20] = (damaged[20] ?? 0) ^ 1;
    expect(await unseal(damaged, '口令 is long')).toMatchObject({ problem: { code: 'wrongPassphrase' } });
  });
});

describe('what is no backup', () => {
  it.each([
    ['empty', new Uint8Array(0), 'notAZip'],
    ['text', new TextEncoder().encode('hello'), 'notAZip'],
    ['a sealed head', new TextEncoder().encode('FTLEDGR1'), 'wrongPassphrase'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await openBackup(new Blob([bytes]), '')).toMatchObject({ ok: false, problem: { code } });
  });

  it('a backup cut short or changed restores nothing', async () => {
    const bytes = joinBytes([new Uint8Array(await (await backUp(ofA, A)).arrayBuffer())]);
    for (const length of [10, 100, bytes.length >> 1, bytes.length - 1]) {
      const opened = await openBackup(new Blob([bytes.slice(0, length)]), '');
      expect(opened.ok).toBe(false);
    }
    const changed = bytes.slice();
    changed[200] = (changed[200] ?? 0) ^ 0xff;
    expect((await openBackup(new Blob([changed]), '')).ok).toBe(false);
  });
});
