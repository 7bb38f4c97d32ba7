// Every fact of one person in a range of dates, once, in pieces. Most exports want most of the ledger: then the
// stores are read from end to end in the order of their ids, which costs the browser one walk. Asking date by
// date costs it a search for every single row, which is worth it only for a small part of the ledger.
import type { EntityTable } from 'dexie';
import type { DayFacts } from '../domain/day-summary';
import type { Action, DateKey, Span } from '../domain/records';
import type { Ledger } from './database';

const ROWS_AT_ONCE = 5_000;

export interface FactPiece extends DayFacts {
  /** How much of the reading is done, 0 to 1. */
  done: number;
}

export interface FactsWanted {
  personId: string;
  from: DateKey;
  to: DateKey;
}

/** In the order of ids; the spans of a visit are in one piece. */
export async function* walkFacts(
  db: Ledger,
  wanted: FactsWanted,
  rowsAtOnce: number = ROWS_AT_ONCE,
): AsyncGenerator<FactPiece> {
  const isWanted = ({ personId, localDate }: Span | Action) =>
    personId === wanted.personId && localDate >= wanted.from && localDate <= wanted.to;
  const all = (await db.spans.count()) + (await db.actions.count());
  let walked = 0;
  let rest: Span[] = [];
  for await (const rows of walk(db.spans, rowsAtOnce)) {
    const last = rows.at(-1);
    const spans = rest.concat(rows.filter(isWanted));
    // The last visit may go on in what comes next.
    let whole = spans.length;
    while (whole > 0 && spans[whole - 1]?.visitId === last?.visitId) whole -= 1;
    rest = spans.slice(whole);
    walked += rows.length;
    yield { spans: spans.slice(0, whole), actions: [], done: share(walked, all) };
  }
  if (rest.length > 0) yield { spans: rest, actions: [], done: share(walked, all) };
  for await (const rows of walk(db.actions, rowsAtOnce)) {
    walked += rows.length;
    yield { spans: [], actions: rows.filter(isWanted), done: share(walked, all) };
  }
}

/** Rows may be added meanwhile. */
const share = (some: number, all: number): number => Math.min(1, some / Math.max(1, all));

/** Date by date, in the order of dates. */
export async function* searchFacts(
  db: Ledger,
  personId: string,
  dates: readonly DateKey[],
): AsyncGenerator<FactPiece> {
  const ask = async (date: DateKey | undefined): Promise<DayFacts | null> => {
    if (date === undefined) return null;
    const [spans, actions] = await Promise.all([
      db.spans.where('[personId+localDate]').equals([personId, date]).toArray(),
      db.actions.where('[personId+localDate]').equals([personId, date]).toArray(),
    ]);
    return { spans, actions };
  };
  let asked = ahead(ask(dates[0]));
  for (let i = 0; i < dates.length; i++) {
    const facts = await asked;
    asked = ahead(ask(dates[i + 1]));
    if (facts) yield { ...facts, done: (i + 1) / dates.length };
  }
}

async function* walk<Fact extends Span | Action>(
  store: Pick<EntityTable<Fact, 'id'>, 'where'>,
  rowsAtOnce: number,
): AsyncGenerator<Fact[]> {
  const ask = (after: string): Promise<Fact[]> => store.where('id').above(after).limit(rowsAtOnce).toArray();
  let asked = ahead(ask(''));
  for (;;) {
    const rows = await asked;
    const last = rows.at(-1);
    if (!last) return;
    asked = ahead(rows.length < rowsAtOnce ? Promise.resolve([]) : ask(last.id));
    yield rows;
  }
}

/** Asked for while what came before it is being written; a failure comes out when its turn has come. */
function ahead<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  return asked;
}
