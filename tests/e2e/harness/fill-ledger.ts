// Puts a made-up history into the ledger of a running extension, from one of its own pages: what screenshots
// and measurements of pages need. The extension's recorder has no part in it.
import type { Page } from 'puppeteer-core';
import { drawDays, type SeedPlan } from '../../../scripts/seed/heavy-use';
import { seedHistory, seedPortals } from '../../../scripts/seed/portals';
import { DATABASE } from './database';

/** A page of the extension, Playwright's or puppeteer's. */
export interface ExtensionPage {
  evaluate<A, R>(work: (argument: A) => R, argument: A): Promise<Awaited<R>>;
}

/** Puppeteer's page, whose own types say the same in another way. */
export const pageOf = (page: Page): ExtensionPage => ({
  evaluate: <A, R>(work: (argument: A) => R, argument: A) =>
    page.evaluate(work as (given: unknown) => R, argument as unknown),
});

type Rows = Record<string, unknown[]>;

/** Rows to a transaction: few enough that a message to the page stays small. */
const ROWS_AT_ONCE = 8_000;

export async function fillLedger(page: ExtensionPage, plan: Omit<SeedPlan, 'personId'>): Promise<void> {
  const personId = await page.evaluate(readPersonId, DATABASE);
  await page.evaluate(putRows, {
    database: DATABASE,
    rows: { configHistory: [seedHistory(seedPortals(plan.portals))] } as Rows,
  });
  let rows: Rows = {};
  let held = 0;
  const flush = async () => {
    if (held > 0) await page.evaluate(putRows, { database: DATABASE, rows });
    rows = {};
    held = 0;
  };
  for (const { spans, actions, coverage, days } of drawDays({ ...plan, personId })) {
    for (const [store, more] of Object.entries({ spans, actions, coverage, days })) {
      rows[store] = (rows[store] ?? []).concat(more);
      held += more.length;
    }
    if (held >= ROWS_AT_ONCE) await flush();
  }
  await flush();
}

/** Runs in the page. */
async function readPersonId(database: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const row = await new Promise<{ value?: string } | undefined>((resolve, reject) => {
    const asking = db.transaction('settings').objectStore('settings').get('personId');
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  db.close();
  if (!row?.value) throw new Error('nobody has consented yet');
  return row.value;
}

/** Runs in the page. */
async function putRows({ database, rows }: { database: string; rows: Rows }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const stores = Object.keys(rows);
  const writing = db.transaction(stores, 'readwrite', { durability: 'relaxed' });
  for (const store of stores) for (const row of rows[store] ?? []) writing.objectStore(store).put(row);
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
  });
  db.close();
}
