// Sent to a page of the extension: fills the ledger with a year of heavy use, by the extension's own database
// code, and times what a click changes.
import { drawDays, type SeedPlan } from '../../scripts/seed/heavy-use';
import { seedHistory, seedPortals } from '../../scripts/seed/portals';
import { openDatabase } from '../../utils/storage/database';
import { readSettings } from '../../utils/storage/settings';

const DAYS_AT_ONCE = 4;

export async function fill(plan: Omit<SeedPlan, 'personId'>): Promise<Record<string, number>> {
  const db = openDatabase();
  const { personId } = await readSettings(db);
  if (!personId) throw new Error('nobody has consented yet');
  await db.configHistory.add(seedHistory(seedPortals(plan.portals)));
  let waiting: ReturnType<typeof drawDays> extends Generator<infer Day> ? Day[] : never = [];
  const flush = async () => {
    const days = waiting;
    waiting = [];
    await db.transaction('rw', [db.spans, db.actions, db.days, db.coverage], async () => {
      await db.spans.bulkPut(days.flatMap((day) => day.spans));
      await db.actions.bulkPut(days.flatMap((day) => day.actions));
      await db.days.bulkPut(days.flatMap((day) => day.days));
      await db.coverage.bulkAdd(days.flatMap((day) => day.coverage));
    });
  };
  for (const day of drawDays({ ...plan, personId })) {
    waiting.push(day);
    if (waiting.length === DAYS_AT_ONCE) await flush();
  }
  await flush();
  const counts = await Promise.all(
    [db.spans, db.actions, db.days].map(async (store) => [store.name, await store.count()] as const),
  );
  return Object.fromEntries(counts);
}

/**
 * Milliseconds from a click until `shown` says something else than before, nothing on the page is still being read,
 * and that has been painted.
 */
export async function timeClick(selector: string, shown: string): Promise<number> {
  const read = () => document.querySelector(shown)?.textContent ?? '';
  const before = read();
  const button = document.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(`nothing to click: ${selector}`);
  const from = performance.now();
  button.click();
  return new Promise((resolve) => {
    const look = () => {
      const busy = document.querySelector('[aria-busy="true"]') !== null;
      if (busy || read() === before || read() === '') return requestAnimationFrame(look);
      // One frame more: what was put into the page is on the screen.
      return requestAnimationFrame(() => resolve(performance.now() - from));
    };
    requestAnimationFrame(look);
  });
}
