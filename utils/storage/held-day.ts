// The day that signals are written to, kept between them. A day's sums are made of all its facts, and late in a heavy
// one reading these anew took fifty milliseconds for every signal. Held in memory alone, by whoever writes signals
// (write-facts.ts); whatever else writes spans or acts makes it worthless, by whichever way it does.
import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import type { Action, DateKey, Span } from '../domain/records';
import type { Ledger } from './database';
import type { Unit } from './unit-of-work';

export interface HeldDay {
  personId: string;
  localDate: DateKey;
  /** In the order of their ids, as the database gives them. */
  spans: Span[];
  actions: Action[];
  /** The state of the stores that this is. */
  version: number;
}

const days = new WeakMap<Ledger, HeldDay>();
const versions = new WeakMap<Ledger, number>();

const versionOf = (db: Ledger): number => versions.get(db) ?? 0;

/** Counts what is written to spans and acts, once it is. */
export const countFactWrites = (db: Ledger): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'countFactWrites',
  create: (core) => ({
    ...core,
    table(name) {
      const table: DBCoreTable = core.table(name);
      if (name !== 'spans' && name !== 'actions') return table;
      return {
        ...table,
        mutate: (request) =>
          table.mutate(request).then((response) => {
            versions.set(db, versionOf(db) + 1);
            return response;
          }),
      };
    },
  }),
});

/** Takes what is held: who fails to write it back leaves nothing that could be wrong. */
export function takeHeldDay(db: Ledger): HeldDay | null {
  const day = days.get(db) ?? null;
  days.delete(db);
  return day;
}

/** To be called when what it holds is committed. */
export function holdDay(db: Ledger, day: HeldDay | null): void {
  if (day) days.set(db, day);
}

/**
 * Whether that is what the stores hold. Inside a transaction that writes facts, after something has been read in it:
 * whoever had the stores before is done then, and nobody else has them until it is committed.
 */
export const isCurrent = (db: Ledger, day: HeldDay): boolean => day.version === versionOf(db);

/** Says that it is what the stores hold. As `isCurrent`, once all that the transaction writes is written. */
export function stamped(db: Ledger, { personId, localDate, spans, actions }: HeldDay): HeldDay {
  return { personId, localDate, spans, actions, version: versionOf(db) };
}

/** With what a unit has changed. */
export function applyChanges(day: HeldDay, unit: Pick<Unit, 'spans' | 'actions'>): void {
  const isOfDay = (row: Span | Action) => row.personId === day.personId && row.localDate === day.localDate;
  for (const [id, row] of unit.spans.changes()) place(day.spans, id, row && isOfDay(row) ? row : undefined);
  for (const [id, row] of unit.actions.changes())
    place(day.actions, id, row && isOfDay(row) ? row : undefined);
}

/** Puts a row in its place among those with ids in order; without one, takes that away. */
function place<Row extends { id: string }>(rows: Row[], id: string, row: Row | undefined): void {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as Row).id < id) from = middle + 1;
    else to = middle;
  }
  const known = rows[from]?.id === id ? 1 : 0;
  rows.splice(from, known, ...(row ? [row] : []));
}
