import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { datesBetween } from '../../../utils/domain/local-day';
import { type ExportContext, lookUpPortals, NO_STRIKES, seededIds } from '../../../utils/export/context';
import { openDetails } from '../../../utils/export/detail-rows';
import { type Ledger, openDatabase } from '../../../utils/storage/database';
import { type FactPiece, searchFacts, walkFacts } from '../../../utils/storage/fact-pieces';
import { fillLedger } from '../../fixtures/ledger-year';

const FILLED = { personId: 'a'.repeat(32), from: '2026-03-02', to: '2026-03-20' };
const WANTED = { ...FILLED, from: '2026-03-04', to: '2026-03-15' };
let db: Ledger;

beforeAll(async () => {
  db = openDatabase('pieces');
  await fillLedger(db, { ...FILLED, seed: 7, spansADay: 20 });
  await fillLedger(db, { ...FILLED, personId: 'b'.repeat(32), seed: 8, spansADay: 5 });
  // Visits of several spans, every third of them over midnight.
  const spans = await db.spans.toArray();
  const more = spans.flatMap((span, i) =>
    [1, 2, 10].map((seq) => ({
      ...span,
      id: `${span.visitId}:${seq}`,
      localDate: i % 3 === 0 && seq === 10 ? '2026-03-10' : span.localDate,
    })),
  );
  await db.spans.bulkPut(more);
});

async function collect(pieces: AsyncIterable<FactPiece>): Promise<FactPiece[]> {
  const all: FactPiece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
const idsOf = (pieces: readonly FactPiece[]) =>
  pieces.flatMap(({ spans, actions }) => [...spans, ...actions].map(({ id }) => id)).sort();

function rowsOf(pieces: readonly FactPiece[]) {
  const context: ExportContext = {
    level: 'L1',
    exportId: 'x',
    personId: 'p',
    shiftWeeks: -3,
    idleTimeoutMs: 60_000,
    strikes: { ...NO_STRIKES, dates: new Set(['2026-03-06']) },
    portal: lookUpPortals([]),
    idsOf: seededIds('secret'),
  };
  const toRows = openDetails(context);
  const rows = pieces.map(toRows);
  const sorted = (name: 'spans' | 'visits' | 'actions') =>
    rows.flatMap((piece) => piece[name].map((row) => JSON.stringify(row))).sort();
  return { spans: sorted('spans'), visits: sorted('visits'), actions: sorted('actions') };
}

describe.each([1, 7, 64, 5_000])('a walk of %i rows at once', (rowsAtOnce) => {
  const walk = () => collect(walkFacts(db, WANTED, rowsAtOnce));

  it('gives what a search by date gives, each fact once', async () => {
    const searched = await collect(searchFacts(db, WANTED.personId, datesBetween(WANTED.from, WANTED.to)));
    const ids = idsOf(await walk());
    expect(ids.length).toBeGreaterThan(500);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(idsOf(searched));
  });

  it('gives the same rows under the same ids as a search does', async () => {
    const searched = await collect(searchFacts(db, WANTED.personId, datesBetween(WANTED.from, WANTED.to)));
    const rows = rowsOf(await walk());
    expect(rows).toEqual(rowsOf(searched));
    expect(rows.visits.length).toBeGreaterThan(100);
  });

  it('says how far it has come, and never takes it back', async () => {
    const done = (await walk()).map((piece) => piece.done);
    expect(done.every((share, i) => share >= (done[i - 1] ?? 0) && share <= 1)).toBe(true);
  });
});
