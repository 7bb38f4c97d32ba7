// Deletes what a person no longer wants kept: a day, a portal, everything. What is gone is gone for good; the
// days that lose facts are summed up anew, and a deleted day counts as not observed, never as a zero.
import { nextMidnight } from '../domain/local-day';
import type { Coverage, DateKey } from '../domain/records';
import type { Ledger } from './database';
import { DAY_STORES, factsFrom, rebuildDay } from './day-store';
import { forgetReadKey } from './entry-hash';
import { narrowForms } from './repeat-store';
import { written } from './write-facts';

export type Deletion = { personId: string } & (
  | { scope: 'day'; date: DateKey }
  | { scope: 'portal'; portalId: string }
  | { scope: 'everything' }
);

export interface Deleted {
  spans: number;
  actions: number;
}

/** Days worked on in one transaction: few enough that live signals need not wait long. */
const DAYS_AT_ONCE = 20;

const FACT_STORES = (db: Ledger) => [
  ...DAY_STORES(db),
  db.claims,
  db.entries,
  db.waiting,
  db.forms,
  db.pending,
];

export async function deleteRecords(db: Ledger, wanted: Deletion): Promise<Deleted> {
  await written(db);
  switch (wanted.scope) {
    case 'day':
      return deleteDay(db, wanted.personId, wanted.date);
    case 'portal':
      return deletePortal(db, wanted.personId, wanted.portalId);
    case 'everything':
      return deleteEverything(db, wanted.personId);
  }
}

async function deleteDay(db: Ledger, personId: string, date: DateKey): Promise<Deleted> {
  return db.transaction('rw', [...FACT_STORES(db), db.coverage], async () => {
    const gone = await deleteFacts(db, personId, date);
    await db.days.where('[personId+localDate]').equals([personId, date]).delete();
    await cutCoverage(db, personId, date);
    return gone;
  });
}

async function deletePortal(db: Ledger, personId: string, portalId: string): Promise<Deleted> {
  const key = '[personId+portalId+localDate]';
  const found = await db.days
    .where(key)
    .between([personId, portalId, ''], [personId, portalId, '\uffff'])
    .primaryKeys();
  const dates = [...new Set(found.map(([, date]) => date))].sort();
  const sum: Deleted = { spans: 0, actions: 0 };
  for (let first = 0; first < dates.length; first += DAYS_AT_ONCE) {
    await db.transaction('rw', FACT_STORES(db), async () => {
      const kept = await factsFrom(db);
      for (const date of dates.slice(first, first + DAYS_AT_ONCE)) {
        const gone = await deleteFacts(db, personId, date, portalId);
        sum.spans += gone.spans;
        sum.actions += gone.actions;
        await db.days.delete([personId, date, portalId]);
        // Switches from and to the portal are gone with it; of days without facts only the row itself can go.
        if (date >= kept) await rebuildDay(db, personId, date);
      }
    });
  }
  await db.forms
    .where('[personId+portalId+formKey]')
    .between([personId, portalId, ''], [personId, portalId, '\uffff'])
    .delete();
  return sum;
}

/**
 * All of one person's records, with their name and hours. When nobody else is left the ledger is as it was
 * before consent, and fingerprints get another key. Lists of portals stay.
 */
async function deleteEverything(db: Ledger, personId: string): Promise<Deleted> {
  return db.transaction('rw', db.tables, async () => {
    const ofPerson = (key: string) => [key, [personId, ''], [personId, '\uffff']] as const;
    const byDate = ofPerson('[personId+localDate]');
    const spans = await db.spans.where(byDate[0]).between(byDate[1], byDate[2]).delete();
    const actions = await db.actions.where(byDate[0]).between(byDate[1], byDate[2]).delete();
    await db.days.where(byDate[0]).between(byDate[1], byDate[2]).delete();
    for (const store of [db.claims, db.entries, db.waiting, db.forms, db.corrections, db.coverage])
      await (store as typeof db.coverage).filter((row) => row.personId === personId).delete();
    await db.people.delete(personId);
    const others = await db.people.filter(({ retiredAt }) => retiredAt === null).count();
    if (others === 0) {
      forgetReadKey(db);
      for (const store of [db.people, db.settings, db.meta, db.pending, db.steps, db.configHistory])
        await store.clear();
    } else {
      await db.settings.delete('personId');
    }
    return { spans, actions };
  });
}

/** One day's spans and actions (of one portal, when it is named) and all that hangs on them. */
async function deleteFacts(db: Ledger, personId: string, date: DateKey, portalId?: string): Promise<Deleted> {
  const isWanted = (row: { portalId: string }) => portalId === undefined || row.portalId === portalId;
  const idsIn = async (store: typeof db.spans | typeof db.actions): Promise<string[]> => {
    const rows = await (store as typeof db.spans)
      .where('[personId+localDate]')
      .equals([personId, date])
      .toArray();
    return rows.filter(isWanted).map(({ id }) => id);
  };
  const [spans, actions] = [await idsIn(db.spans), await idsIn(db.actions)];
  await db.spans.bulkDelete(spans);
  await db.claims.bulkDelete(spans);
  await db.actions.bulkDelete(actions);
  const entries = (await db.entries.bulkGet(actions)).flatMap((entry) => entry ?? []);
  await db.entries.bulkDelete(actions);
  await narrowForms(db, entries);
  await db.waiting.bulkDelete(actions);
  await db.pending.bulkDelete(actions);
  await db.corrections
    .where('targetId')
    .anyOf([...spans, ...actions])
    .delete();
  return { spans: spans.length, actions: actions.length };
}

/** Takes a local date out of the time in which the meter could see, by the system's own zone rules. */
async function cutCoverage(db: Ledger, personId: string, date: DateKey): Promise<void> {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const from = new Date(year, month - 1, day).getTime();
  const to = nextMidnight(from);
  const touched = await db.coverage
    .where('[personId+to]')
    .between([personId, from], [personId, Number.POSITIVE_INFINITY], false)
    .filter((row) => row.from < to)
    .toArray();
  for (const { id, ...row } of touched) {
    if (id !== undefined) await db.coverage.delete(id);
    const rest: Coverage[] = [];
    if (row.from < from) rest.push({ ...row, to: from });
    if (row.to > to) rest.push({ ...row, from: to });
    await db.coverage.bulkAdd(rest);
  }
}
