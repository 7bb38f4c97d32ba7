// A backup from the person's disk: opened and shown here, restored by the background, chunk by chunk.
import type { FoundBackup, RestoreState } from '../../components/export-types';
import { problemOf } from '../../components/use-command';
import { type OpenBackup, openBackup } from '../../utils/export/backup-reader';
import { isSealed } from '../../utils/export/seal';
import { send } from '../../utils/messaging/messenger';
import type { Commands } from '../../utils/messaging/protocol';
import type { Problem } from '../../utils/platform/problem';
import type { Ledger } from '../../utils/storage/database';

const ORDER = ['coverage', 'spans', 'actions', 'corrections'] as const;
type Rows = Commands['restoreRows']['data'];
type Show = (state: RestoreState) => void;

export async function lookAtBackup(
  db: Ledger,
  file: File,
  passphrase: string | null,
  show: Show,
): Promise<OpenBackup | null> {
  show({ state: 'reading' });
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (isSealed(start) && passphrase === null) {
    show({ state: 'sealed', file, problem: null });
    return null;
  }
  const opened = await openBackup(file, passphrase ?? '');
  if (!opened.ok) {
    const { problem } = opened;
    const again = problem.code === 'wrongPassphrase';
    show(again ? { state: 'sealed', file, problem } : { state: 'refused', problem });
    return null;
  }
  const found = await findKnown(db, opened.value);
  if ('code' in found) {
    show({ state: 'refused', problem: found });
    return null;
  }
  show({ state: 'preview', found });
  return opened.value;
}

/** What is in it, and how much of that is here already. */
async function findKnown(db: Ledger, backup: OpenBackup): Promise<FoundBackup | Problem> {
  const { head } = backup;
  const found: FoundBackup = {
    person: head.person,
    from: null,
    to: null,
    spans: 0,
    actions: 0,
    known: 0,
    total: head.counts.spans + head.counts.actions + head.counts.coverage + head.counts.corrections,
  };
  for (const part of ['spans', 'actions'] as const) {
    const read = await backup.read(part, async (rows) => {
      const ids = (rows as { id: string; localDate: string }[]).map(({ id, localDate }) => {
        if (found.from === null || localDate < found.from) found.from = localDate;
        if (found.to === null || localDate > found.to) found.to = localDate;
        return id;
      });
      found[part] += ids.length;
      found.known += await db[part].where('id').anyOf(ids).count();
    });
    if (!read.ok) return read.problem;
  }
  return found;
}

/** Everything that is not here yet goes to `personId`. What was restored before a failure stays, and is whole. */
export async function restoreBackup(backup: OpenBackup, personId: string, show: Show): Promise<void> {
  const { head } = backup;
  const all = Object.values(head.counts).reduce((sum, count) => sum + count, 0);
  let done = 0;
  let added = 0;
  try {
    const { id: _, ...person } = head.person;
    const history = head.history.map(({ id: __, ...entry }) => entry);
    const begun = await send('beginRestore', { personId, person: { ...person, id: personId }, history });
    if (!begun.ok) return show({ state: 'refused', problem: begun.problem });
    for (const part of ORDER) {
      const read = await backup.read(part, async (rows) => {
        const reply = await send('restoreRows', { personId, [part]: rows } as unknown as Rows);
        if (!reply.ok) throw Object.assign(new Error('refused'), { problem: reply.problem });
        added += reply.value.added;
        done += rows.length;
        show({ state: 'restoring', done, all });
      });
      if (!read.ok) return show({ state: 'refused', problem: read.problem });
    }
    show({ state: 'done', added });
  } catch (error) {
    show({ state: 'refused', problem: problemOf(error) });
  }
}
