// The database's files are damaged while the browser is closed. What was in them may be gone, and only a backup
// brings it back; but the extension starts, its pages open, and it records again. Files that the browser itself
// cannot open any more are nobody's to mend: then the popup says so.
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRandom, type Random } from '../../scripts/seed/random';
import type { Action } from '../../utils/domain/records';
import type { Settings } from '../../utils/storage/settings';
import { PLAIN_PORTALS } from '../e2e/harness/plain-portals';
import { openSession, settledActions, startRecording } from '../e2e/harness/recording';
import { type Session, waitFor } from '../e2e/harness/session';
import { type PortalServer, servePortals } from '../portals/serve';
import type { FaultRun } from './fault-row';
import { checkLedger } from './ledger-checks';
import { fill, valuesFor } from './portal-day';

const WAYS = ['garbage', 'cut', 'gone'] as const;

export const damageFiles: FaultRun = async ({ seed, times }) => {
  const random = makeRandom(seed);
  const server = await servePortals(PLAIN_PORTALS);
  const profile = await mkdtemp(join(tmpdir(), 'fingertip-ledger-damaged-'));
  const broken: string[] = [];
  let lost = 0;
  let leaked = 0;
  let emptied = 0;
  let closed = 0;
  /** One run of the browser; whether it could open the files at all. */
  const sitting = async (session: Session, isFirst: boolean): Promise<boolean> => {
    // The browser may find the damage only when it opens the files, and begins anew at the next try.
    const before = await waitFor(
      'the database to open',
      () => session.readDatabase<Action>('actions').catch(() => null),
      20_000,
    ).catch(() => null);
    if (before === null) {
      closed += 1;
      if (!(await saysThatItCannotBeRead(session))) broken.push('the popup is silent about it');
      return false;
    }
    if (!isFirst && before.length === 0) emptied += 1;
    const settings = await session.readDatabase<{ key: keyof Settings; value: unknown }>('settings');
    const hasConsent = settings.some(({ key, value }) => key === 'consentAt' && value !== null);
    if (!hasConsent) await startRecording(session);
    await sendOne(session, server, random);
    const after = await settledActions(session);
    // What stood before may have fallen back to an earlier state of itself; what came now must be whole.
    if (acceptedIn(after) !== acceptedIn(before) + 1) lost += 1;
    const ledger = await checkLedger(session);
    broken.push(...ledger.broken);
    leaked = Math.max(leaked, ledger.leaked);
    return true;
  };
  try {
    for (let i = 0; i <= times; i++) {
      const session = await openSession('chromium', { profile, firstRun: i === 0 });
      const opened = await sitting(session, i === 0).finally(() => session.close());
      // As removing the extension does.
      if (!opened) await rm(join(profile, 'Default/IndexedDB'), { recursive: true });
      else if (i < times) await damage(profile, random, WAYS[i % WAYS.length] ?? 'cut');
    }
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const measured = `records again after each; the browser had emptied the database ${emptied} times, and ${closed} times could not open it at all, which the popup said`;
  return { fault: 'database files damaged', tried: times, lost, leaked, broken, measured };
};

const acceptedIn = (rows: readonly Action[]) => rows.filter((row) => row.outcome === 'accepted').length;

async function saysThatItCannotBeRead(session: Session): Promise<boolean> {
  const popup = await session.openExtensionPage('popup.html');
  const said = await waitFor('the popup to say so', () => popup.$('[role=alert]'), 30_000).catch(() => null);
  return said !== null;
}

async function sendOne(session: Session, server: PortalServer, random: Random): Promise<void> {
  const page = await session.newPage();
  await page.goto(`http://plain-a.test:${server.port}/`);
  await fill(page, valuesFor(random, '/'), '/');
  await page.click('#send');
  await page.waitForFunction(`document.querySelector('#said').textContent !== ''`);
}

/** Only of the records: the file that says which files there are, or the ones with the rows in them. */
async function damage(profile: string, random: Random, way: (typeof WAYS)[number]): Promise<void> {
  const root = join(profile, 'Default/IndexedDB');
  const [folder] = (await readdir(root)).filter(
    (name) => name.includes('extension') && !name.endsWith('.blob'),
  );
  if (!folder) throw new Error('the database has no files');
  const names = await readdir(join(root, folder));
  const kind = random.pick([/^MANIFEST/, /\.log$/, /^CURRENT$/]);
  for (const name of names.filter((one) => kind.test(one) || /\.ldb$/.test(one))) {
    const file = join(root, folder, name);
    const bytes = await readFile(file);
    if (way === 'gone') await rm(file);
    else if (way === 'cut') await truncate(file, Math.floor(bytes.length / 2));
    else
      await writeFile(
        file,
        bytes.map((byte, at) => (at % 7 === 0 ? byte ^ 0x5a : byte)),
      );
  }
}
