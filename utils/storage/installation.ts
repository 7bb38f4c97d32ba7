// Our own schema number beside Dexie's: Dexie neither refuses data that a newer version wrote nor reruns its
// upgraders. An older extension leaves newer data alone.
import type { Ledger } from './database';

export const SCHEMA_NUMBER = 2;
const SCHEMA_KEY = 'schemaNumber';

/** The data was written by a newer version: it may be read, and nothing else. */
export class NewerDataError extends Error {
  constructor() {
    super('dataIsNewer');
    this.name = 'NewerDataError';
  }
}

export async function isDataNewer(db: Ledger): Promise<boolean> {
  const stored = (await db.meta.get(SCHEMA_KEY))?.value;
  return typeof stored === 'number' && stored > SCHEMA_NUMBER;
}

/** For the one writer: nothing at all is done with newer data, whoever asks. Pages open it without this. */
export function leaveNewerAlone(db: Ledger): void {
  // Asked at each opening, before anything else may; the handed-in database is the one that may ask by then.
  db.on(
    'ready',
    async (opening) => {
      if (await isDataNewer(opening as Ledger)) throw new NewerDataError();
    },
    true,
  );
}

/** Whether this is behind a failure of the database, however deep it was wrapped on its way. */
export function isNewerData(error: unknown): boolean {
  for (let at = error as { inner?: unknown } | null | undefined; at; at = at.inner as typeof at)
    if (at instanceof NewerDataError) return true;
  return false;
}

/** Marks a new database as ours. */
export async function claimDatabase(db: Ledger, installationId: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if (await db.meta.get(SCHEMA_KEY)) return;
    await db.meta.bulkPut([
      { key: SCHEMA_KEY, value: SCHEMA_NUMBER },
      { key: 'installationId', value: installationId },
    ]);
  });
}
