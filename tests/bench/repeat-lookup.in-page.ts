// Runs in an extension page: fills a database of its own with entries and times the recorder's own functions
// on a submission of 200 fields. Bundled by repeat-lookup.bench.ts.
import type { AttemptClaim } from '../../utils/domain/claims';
import { judgeSubmission } from '../../utils/domain/judge-submission';
import type { Entry } from '../../utils/domain/records';
import type { Submission } from '../../utils/domain/repetition';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { type EntryKey, entryKey, hashEntries } from '../../utils/storage/entry-hash';
import { openIndex } from '../../utils/storage/entry-index';
import { ENTRY_STORES } from '../../utils/storage/entry-store';
import { addEvidence, putAttempt } from '../../utils/storage/record-store';

const FIELDS = 200;
const PORTALS = 20;
const FORMS = 40;
/** Own telephone, unit and name. */
const OWN = 3;
/** So many of the fields were entered elsewhere, in two submissions. */
const SHARED = 100;
const RUNS = 41;
const WARM_UP = 5;
const SETTLE_MS = 10_000;
const DAY = 86_400_000;
const T0 = Date.UTC(2026, 10, 23, 2);

export interface Timing {
  entries: number;
  rows: number;
  fillSeconds: number;
  /** Milliseconds of each run. */
  hash: number[];
  lookup: number[];
  accept: number[];
  sharedEntries: number;
  identityEntries: number;
}

const random = (bytes: number) =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)))).replace(/=+$/, '');
const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
const valuesOf = (run: number) =>
  Array.from({ length: FIELDS }, (_, i) => ({
    value:
      i < OWN
        ? `本人固定资料第${i}号`
        : i < OWN + SHARED
          ? `别处填过的内容${i}项`
          : `第${run}次才填的内容${i}项`,
    mode: 'typed' as const,
    activeMs: 900,
  }));

async function fill(db: Ledger, wanted: number, known: readonly string[]): Promise<number> {
  const rows = Math.round(wanted / FIELDS);
  const own = known.slice(0, OWN);
  const shared = known.slice(OWN, OWN + SHARED);
  let batch: Entry[] = [];
  for (let n = 0; n < rows; n++) {
    const hashes = Array.from({ length: FIELDS }, () => `v${random(8)}`);
    // The person's own data is in two forms of three, as it is in life.
    if (n % 3 > 0) hashes.splice(0, OWN, ...own);
    if (n === Math.floor(rows / 3)) hashes.splice(OWN, SHARED / 2, ...shared.slice(0, SHARED / 2));
    if (n === Math.floor(rows / 2)) hashes.splice(OWN, SHARED / 2, ...shared.slice(SHARED / 2));
    const form = n % FORMS;
    const at = T0 - DAY - Math.floor((n / rows) * 33 * DAY);
    batch.push({
      actionId: randomId(),
      personId: 'p',
      portalId: `portal-${1 + (form % (PORTALS - 1))}`,
      formKey: `form${form}`,
      at,
      hashes,
      identity: own,
    });
    if (batch.length < 250 && n < rows - 1) continue;
    await db.entries.bulkPut(batch);
    const forms = batch.map(({ personId, portalId, formKey }) => ({
      personId,
      portalId,
      formKey,
      firstAt: 0,
      lastAt: T0 - DAY,
    }));
    await db.forms.bulkPut(forms);
    batch = [];
  }
  return rows;
}

interface Filled {
  db: Ledger;
  key: EntryKey;
  timing: Timing;
}

async function prepare(wanted: number): Promise<Filled> {
  const db = openDatabase(`bench-${wanted}`);
  await db.delete();
  await db.open();
  const key = await entryKey(db);
  const known = (await hashEntries(key, 'p', valuesOf(0))).map(({ hash }) => hash);
  const startedAt = performance.now();
  const rows = await fill(db, wanted, known);
  const fillSeconds = (performance.now() - startedAt) / 1_000;
  const none = { hash: [], lookup: [], accept: [], sharedEntries: 0, identityEntries: 0 };
  return { db, key, timing: { entries: rows * FIELDS, rows, fillSeconds, ...none } };
}

/** Sizes take turns, so that whatever else the machine does falls on all of them alike. */
export async function measure(sizes: readonly number[]): Promise<Timing[]> {
  const filled: Filled[] = [];
  for (const size of sizes) filled.push(await prepare(size));
  // The engine goes on sorting what was written for some seconds; in life it has done so long ago.
  for (const { db } of filled) db.close();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  for (const { db } of filled) await db.open();
  for (let run = -WARM_UP; run < RUNS; run++) {
    for (const one of filled) await runOnce(one, run);
    // None is always the first after the pause.
    filled.push(...filled.splice(0, 1));
  }
  filled.sort((a, b) => a.timing.entries - b.timing.entries);
  for (const { db } of filled) await db.delete();
  return filled.map(({ timing }) => timing);
}

async function lookUp(db: Ledger, submission: Submission): Promise<void> {
  const index = await openIndex(db, [submission]);
  await index.loadCounts(submission);
  judgeSubmission(index, submission);
}

async function runOnce({ db, key, timing }: Filled, run: number): Promise<void> {
  const actionId = randomId();
  const at = T0 + (run + WARM_UP) * 60_000;
  const mine = {
    actionId,
    portalId: 'portal-0',
    formKey: 'mine',
    at,
    utcOffsetMin: 480,
    cycle: 'day' as const,
  };
  let entered: Submission['entered'] = [];
  const hash = await timed(async () => {
    entered = await hashEntries(key, 'p', valuesOf(run));
  });
  const submission = { ...mine, personId: 'p', entered };
  const lookup = await timed(() =>
    db.transaction('rw', ENTRY_STORES(db), async () => lookUp(db, submission)),
  );
  const claim: AttemptClaim = {
    ...mine,
    route: '/',
    kind: 'submission',
    startedAt: at - 60_000,
    activeMs: 50_000,
    fields: { total: FIELDS, edited: FIELDS, typed: FIELDS, pasted: 0, chosen: 0, filled: 0 },
    uploads: { images: 0, videos: 0, documents: 0 },
    evidence: ['gesture:click'],
  };
  const where = { tabId: 1, frameId: 0, deadline: at + 12_000 };
  const accept = await timed(async () => {
    await putAttempt(
      db,
      { claim, enteredBy: 'p', entered, keyId: key.id, where },
      { personId: 'p', configHash: 'c' },
    );
    await addEvidence(db, actionId, ['message:success'], at + 300);
  });
  const sums = (await db.actions.get(actionId))?.entrySums;
  timing.sharedEntries = sums?.shared.entries ?? -1;
  timing.identityEntries = sums?.identity ?? -1;
  // Each run finds the database as the one before: nothing of this form.
  await db.transaction('rw', [...ENTRY_STORES(db), db.actions, db.pending, db.days], async () => {
    await Promise.all([db.entries.delete(actionId), db.actions.delete(actionId)]);
    await Promise.all([db.waiting.clear(), db.pending.clear(), db.days.clear()]);
    await db.forms.delete(['p', 'portal-0', 'mine']);
  });
  if (run < 0) return;
  timing.hash.push(hash);
  timing.lookup.push(lookup);
  timing.accept.push(accept);
}
