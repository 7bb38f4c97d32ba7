// Writes the file that was chosen and hands it over. While it is written the page stays alive: after each
// local date it gets its turn.
import type { ExportForm, SaveState } from '../../components/export-types';
import { writeBackup } from '../../utils/export/backup';
import { writePackage } from '../../utils/export/package-writer';
import type { ExportSecrets } from '../../utils/export/plan';
import { seal } from '../../utils/export/seal';
import { send } from '../../utils/messaging/messenger';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { download } from '../../utils/platform/download';
import { openBackupSource } from '../../utils/storage/backup-source';
import type { Ledger } from '../../utils/storage/database';
import { openExportSource } from '../../utils/storage/export-source';
import { planFromForm } from './choice';

const TURN_MS = 30;

export interface SaveOrder {
  personId: string;
  form: ExportForm;
  secrets: ExportSecrets;
  passphrase: string;
  range: { from: string; to: string } | null;
}

export async function saveFile(
  db: Ledger,
  order: SaveOrder,
  signal: AbortSignal,
  show: (state: SaveState) => void,
): Promise<void> {
  let turnAt = performance.now() + TURN_MS;
  const progress = async (done: number, all: number) => {
    if (performance.now() < turnAt) return;
    show({ state: 'working', done, all });
    await new Promise((resolve) => setTimeout(resolve));
    turnAt = performance.now() + TURN_MS;
  };
  try {
    show({ state: 'working', done: 0, all: 1 });
    const tools = { signal, progress };
    const made =
      order.form.level === 'L0' ? await backup(db, order, tools) : await research(db, order, tools);
    download(made.file, made.name);
    show({ state: 'saved', name: made.name, bytes: made.file.size });
  } catch (error) {
    if (!signal.aborted) show({ state: 'failed' });
    else show({ state: 'cancelled' });
    if (!signal.aborted) throw error;
  }
}

type Tools = Parameters<typeof writePackage>[2];

async function research(db: Ledger, { personId, form, secrets }: SaveOrder, tools: Tools) {
  const source = await openExportSource(db, personId, form.from, form.to);
  const written = await writePackage(source, await planFromForm(source, form, secrets), tools);
  return { name: written.name, file: new Blob(written.pieces, { type: 'application/zip' }) };
}

async function backup(db: Ledger, { personId, passphrase, range, secrets }: SaveOrder, tools: Tools) {
  const about = { version: browser.runtime.getManifest().version, madeAt: systemClock().wall };
  const pieces = await writeBackup(await openBackupSource(db, personId), about, tools);
  if (!pieces) throw new Error('the person is gone');
  const zip = new Blob(pieces, { type: 'application/zip' });
  const days = `${range?.from ?? 'none'}_${range?.to ?? 'none'}`;
  const name = `fingertip-ledger_L0_${days}_${secrets.exportId.slice(0, 8)}`;
  const file = passphrase === '' ? zip : await sealed(zip, passphrase);
  await send('noteBackup', { personId });
  return { name: passphrase === '' ? `${name}.zip` : `${name}.sealed`, file };
}

async function sealed(zip: Blob, passphrase: string): Promise<Blob> {
  const random = crypto.getRandomValues(new Uint8Array(28));
  const bytes = await seal(new Uint8Array(await zip.arrayBuffer()), passphrase, random);
  return new Blob([bytes], { type: 'application/octet-stream' });
}
