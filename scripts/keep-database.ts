// Keeps a snapshot of the database as this version writes it: `npm run keep-database`, before a release that
// changes the schema number. What is kept must open in every later version (tests/integration/earlier-databases).
import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../tests/e2e/harness/build';
import { fillLedger } from '../tests/fixtures/ledger-year';
import { openDatabase } from '../utils/storage/database';
import { repairDays } from '../utils/storage/day-store';
import { claimDatabase, SCHEMA_NUMBER } from '../utils/storage/installation';
import { addPerson } from '../utils/storage/people-store';
import { writeSettings } from '../utils/storage/settings';

const personId = 'a'.repeat(32);
const db = openDatabase('kept');
await claimDatabase(db, 'b'.repeat(32));
await addPerson(db, personId, '某人', 1.75e12);
await writeSettings(db, { consentAt: 1.75e12, personId });
await fillLedger(db, { personId, from: '2026-03-02', to: '2026-03-06', seed: 7, spansADay: 6 });
await repairDays(db);
const stores = Object.fromEntries(
  db.tables.map(({ name, schema }) => [
    name,
    [schema.primKey.src, ...schema.indexes.map((index) => index.src)].join(', '),
  ]),
);
const rows = Object.fromEntries(
  await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
);
// A key is not JSON, and is made anew where it is missing.
rows.meta = rows.meta.filter(({ key }: { key: string }) => key !== 'hmacKey');
const file = join(ROOT, 'tests/fixtures/databases', `schema-${SCHEMA_NUMBER}.json`);
writeFileSync(file, `${JSON.stringify({ dexieVersion: db.verno, stores, rows })}\n`);
console.log(`kept: schema ${SCHEMA_NUMBER}, ${rows.spans.length} spans`);
process.exit(0);
