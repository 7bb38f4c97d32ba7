// Our own schema number beside Dexie's: Dexie neither refuses data that a newer version wrote nor reruns its
// upgraders. An older extension leaves newer data alone.
import type { Ledger } from './database';

const SCHEMA_NUMBER = 1;

export type SchemaVerdict = 'ours' | 'newer';

/** Marks a new database as ours; says whether the one that is there may be written to. */
export async function claimDatabase(db: Ledger, installationId: string): Promise<SchemaVerdict> {
  return db.transaction('rw', db.meta, async () => {
    const stored = (await db.meta.get('schemaNumber'))?.value as number | undefined;
    if (stored !== undefined && stored > SCHEMA_NUMBER) return 'newer';
    if (stored === undefined) {
      await db.meta.bulkPut([
        { key: 'schemaNumber', value: SCHEMA_NUMBER },
        { key: 'installationId', value: installationId },
      ]);
    }
    return 'ours';
  });
}
