import { useRef, useState } from 'preact/hooks';
import type { RestoreState } from '../../components/export-types';
import type { OpenBackup } from '../../utils/export/backup-reader';
import type { Ledger } from '../../utils/storage/database';
import { lookAtBackup, restoreBackup } from './restore-file';

export function useRestore(db: Ledger) {
  const [restore, setRestore] = useState<RestoreState>({ state: 'idle' });
  const backup = useRef<OpenBackup | null>(null);
  const look = async (file: File, passphrase: string | null) => {
    backup.current = await lookAtBackup(db, file, passphrase, setRestore);
  };
  return {
    restore,
    onRestoreFile: (file: File) => void look(file, null),
    onRestorePassphrase: (file: File, passphrase: string) => void look(file, passphrase),
    onRestore(personId: string | null) {
      const opened = backup.current;
      if (opened) void restoreBackup(opened, personId ?? opened.head.personId, setRestore);
    },
  };
}
