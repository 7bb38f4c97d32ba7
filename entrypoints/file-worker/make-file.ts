import { writeBackup } from '../../utils/export/backup';
import { dayClock } from '../../utils/export/day-clock';
import { writePackage } from '../../utils/export/package-writer';
import { planPackage } from '../../utils/export/plan';
import type { SaveTask } from '../../utils/export/save-task';
import { seal } from '../../utils/export/seal';
import { openBackupSource } from '../../utils/storage/backup-source';
import { type Ledger, openDatabase } from '../../utils/storage/database';
import { openExportSource } from '../../utils/storage/export-source';

const SAY_MS = 100;

type Of<Type extends SaveTask['type']> = Extract<SaveTask, { type: Type }>;
type Tools = Parameters<typeof writePackage>[2];
type Made = { name: string; file: Blob };

export function makeFile(task: SaveTask, say: (done: number, all: number) => void): Promise<Made> {
  const db = openDatabase();
  let sayAt = 0;
  const tools: Tools = {
    signal: new AbortController().signal,
    async progress(done, all) {
      if (performance.now() < sayAt) return;
      say(done, all);
      sayAt = performance.now() + SAY_MS;
    },
  };
  return task.type === 'backup' ? backup(db, task, tools) : research(db, task, tools);
}

async function research(db: Ledger, task: Of<'package'>, tools: Tools): Promise<Made> {
  const { personId, choice, secrets, extension } = task;
  const source = await openExportSource(db, personId, choice.from, choice.to);
  const plan = planPackage(source, choice, secrets, extension, dayClock());
  const { name, pieces } = await writePackage(source, plan, tools);
  return { name, file: new Blob(pieces, { type: 'application/zip' }) };
}

async function backup(db: Ledger, task: Of<'backup'>, tools: Tools): Promise<Made> {
  const pieces = await writeBackup(await openBackupSource(db, task.personId), task.about, tools);
  if (!pieces) throw new Error('the person is gone');
  const zip = new Blob(pieces, { type: 'application/zip' });
  if (task.passphrase === '') return { name: `${task.name}.zip`, file: zip };
  const random = crypto.getRandomValues(new Uint8Array(28));
  const bytes = await seal(new Uint8Array(await zip.arrayBuffer()), task.passphrase, random);
  return { name: `${task.name}.sealed`, file: new Blob([bytes], { type: 'application/octet-stream' }) };
}
