// The rows that signals are about, as one transaction works on them: read together at its start, changed in memory,
// written together at its end (a unit of work, Fowler 2002). Each step of a transaction that waits for another costs
// a trip to the browser's database and back; with some twenty for every signal, a rush of submissions waited for
// little else.
import type { DayRow } from '../domain/day-summary';
import type { Action, DateKey, Entry, Span } from '../domain/records';
import type { KnownForm, Ledger, PendingAttempt, PendingStep, WaitingEntries } from './database';
import { currentKeyId } from './entry-hash';
import { together } from './together';

type Key = string | [number, number] | [string, string, string];

/** Rows of one store by their keys. Those that a unit asks for it has loaded before. */
export interface Rows<Row, K extends Key> {
  /** Reads those that are not held yet. */
  load(keys: readonly K[]): PromiseLike<void>;
  get(key: K): Row | undefined;
  put(row: Row): void;
  delete(key: K): void;
  /** All that has changed, by their keys; undefined is gone. */
  changes(): [K, Row | undefined][];
  /** Sends out what has changed since it was last written. */
  flush(): PromiseLike<unknown>[];
}

/** A submission whose acceptance, or whose time while accepted, has changed. */
export type Turned = Pick<Action, 'id' | 'personId' | 'portalId' | 'formKey' | 'at'>;

/** What a signal will look at. */
export interface Reads {
  acts?: readonly string[];
  /** [tabId, frameId]. */
  frames?: readonly [number, number][];
}

export interface Unit {
  actions: Rows<Action, string>;
  spans: Rows<Span, string>;
  days: Rows<DayRow, [string, string, string]>;
  pending: Rows<PendingAttempt, string>;
  waiting: Rows<WaitingEntries, string>;
  entries: Rows<Entry, string>;
  steps: Rows<PendingStep, [number, number]>;
  forms: Rows<KnownForm, [string, string, string]>;
  /** The id of the key in force for hashes. */
  keyId: string | null;
  /** Says that a day's facts have changed. */
  touch(personId: string, localDate: DateKey): void;
  touched: ReadonlyMap<string, [personId: string, localDate: DateKey]>;
  /** Says that what was accepted after this one may have another verdict, and so may it. */
  turn(submission: Turned): void;
  turned: readonly Turned[];
  /** Says that it was accepted, and is not any more, or not at that time. */
  takeBack(submission: Turned): void;
  takenBack: readonly Turned[];
}

export function makeUnit(db: Ledger): Unit {
  const touched = new Map<string, [string, DateKey]>();
  const turned: Turned[] = [];
  const takenBack: Turned[] = [];
  const unit: Unit = {
    actions: rowsOf<Action, string>(db.actions, ({ id }) => id),
    spans: rowsOf<Span, string>(db.spans, ({ id }) => id),
    days: rowsOf<DayRow, [string, string, string]>(db.days, (row) => [
      row.personId,
      row.localDate,
      row.portalId,
    ]),
    pending: rowsOf<PendingAttempt, string>(db.pending, ({ actionId }) => actionId),
    waiting: rowsOf<WaitingEntries, string>(db.waiting, ({ actionId }) => actionId),
    entries: rowsOf<Entry, string>(db.entries, ({ actionId }) => actionId),
    steps: rowsOf<PendingStep, [number, number]>(db.steps, ({ tabId, frameId }) => [tabId, frameId]),
    forms: rowsOf<KnownForm, [string, string, string]>(db.forms, (form) => [
      form.personId,
      form.portalId,
      form.formKey,
    ]),
    keyId: null,
    touched,
    touch: (personId, localDate) => touched.set(`${personId} ${localDate}`, [personId, localDate]),
    turned,
    turn: (submission) => turned.push(submission),
    takenBack,
    takeBack(submission) {
      takenBack.push(submission);
      turned.push(submission);
      unit.entries.delete(submission.id);
    },
  };
  return unit;
}

/** Reads what the signals are about. Inside the caller's transaction. */
export function loadUnit(db: Ledger, unit: Unit, reads: readonly Reads[]): PromiseLike<unknown> {
  const acts = reads.flatMap((each) => each.acts ?? []);
  const frames = reads.flatMap((each) => each.frames ?? []);
  if (acts.length + frames.length === 0) return Promise.resolve();
  return together([
    currentKeyId(db).then((keyId) => {
      unit.keyId = keyId;
    }),
    unit.actions.load(acts),
    unit.pending.load(acts),
    unit.waiting.load(acts),
    unit.entries.load(acts),
    unit.steps.load(frames),
  ]);
}

/** Sends out all that the unit has changed. Inside the caller's transaction. */
export function flushUnit(unit: Unit): PromiseLike<unknown> {
  const { actions, spans, days, pending, waiting, entries, steps, forms } = unit;
  const stores = [actions, spans, days, pending, waiting, entries, steps, forms];
  return together(stores.flatMap((rows) => rows.flush()));
}

/** What of a Dexie table is used. */
interface Store<Row, K extends Key> {
  name: string;
  bulkGet(keys: K[]): PromiseLike<(Row | undefined)[]>;
  bulkPut(rows: readonly Row[]): PromiseLike<unknown>;
  bulkDelete(keys: K[]): PromiseLike<void>;
}

function rowsOf<Row, K extends Key>(table: Store<Row, K>, keyOf: (row: Row) => K): Rows<Row, K> {
  const held = new Map<string, Row | undefined>();
  const changed = new Map<string, K>();
  const unwritten = new Map<string, K>();
  const change = (key: K, row: Row | undefined) => {
    const name = nameOf(key);
    held.set(name, row);
    changed.set(name, key);
    unwritten.set(name, key);
  };
  return {
    load(keys) {
      const lacking = [...new Map(keys.map((key) => [nameOf(key), key])).values()].filter(
        (key) => !held.has(nameOf(key)),
      );
      if (lacking.length === 0) return Promise.resolve();
      return table.bulkGet(lacking).then((rows) => {
        for (const [at, key] of lacking.entries()) held.set(nameOf(key), rows[at]);
      });
    },
    get(key) {
      if (!held.has(nameOf(key))) throw new Error(`${table.name}: asked for before it was loaded`);
      return held.get(nameOf(key));
    },
    put: (row) => change(keyOf(row), row),
    delete: (key) => change(key, undefined),
    changes: () => [...changed].map(([name, key]) => [key, held.get(name)]),
    flush() {
      const [kept, gone]: [Row[], K[]] = [[], []];
      for (const [name, key] of unwritten) {
        const row = held.get(name);
        if (row === undefined) gone.push(key);
        else kept.push(row);
      }
      unwritten.clear();
      return [
        ...(gone.length > 0 ? [table.bulkDelete(gone)] : []),
        ...(kept.length > 0 ? [table.bulkPut(kept)] : []),
      ];
    },
  };
}

/** A compound key as a map can hold it. */
const nameOf = (key: Key): string => JSON.stringify(key);
