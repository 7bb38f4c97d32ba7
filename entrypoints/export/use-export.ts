// The state of the export page: what was chosen, what would be written, what is being written.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExportForm, Preview, SaveState } from '../../components/export-types';
import { newStudyCode } from '../../utils/domain/package/study-code';
import { dayClock } from '../../utils/export/day-clock';
import { planPackage } from '../../utils/export/plan';
import { previewPackage } from '../../utils/export/preview';
import { send } from '../../utils/messaging/messenger';
import { randomId } from '../../utils/platform/random';
import type { Ledger } from '../../utils/storage/database';
import { type ExportState, openExportSource } from '../../utils/storage/export-source';
import { choiceOf, extensionFacts } from './choice';
import { saveFile } from './save-file';

export function useExport(db: Ledger, state: ExportState | null) {
  const person = state?.person ?? null;
  const range = state?.range ?? null;
  const kept = person ? state?.settings.studyCodes[person.id] : undefined;
  const [changes, setChanges] = useState<Partial<ExportForm>>({});
  const [secrets, setSecrets] = useState(newSecrets);
  const [fresh] = useState(() => newStudyCode(randomId()));
  const [preview, setPreview] = useState<Preview | 'failed' | null>(null);
  const [detailDate, setDetailDate] = useState<string | null>(null);
  const [save, setSave] = useState<SaveState>({ state: 'idle' });
  const cancel = useRef(new AbortController());
  const form = useMemo<ExportForm | null>(
    () => range && { ...formFor(range, kept ?? fresh), ...changes },
    [range, kept, fresh, changes],
  );
  const personId = person?.id ?? '';

  const key = form ? JSON.stringify([personId, form, secrets.exportId, detailDate], listSets) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for person and form
  useEffect(() => {
    if (!form || form.level === 'L0') return;
    const stale = new AbortController();
    const show = async () => {
      const source = await openExportSource(db, personId, form.from, form.to);
      const plan = planPackage(source, await choiceOf(form), secrets, extensionFacts(), dayClock());
      const made = await previewPackage(source, plan, detailDate, stale.signal);
      if (!stale.signal.aborted) setPreview(made);
    };
    show().catch((error: unknown) => {
      if (stale.signal.aborted) return;
      setPreview('failed');
      throw error;
    });
    return () => stale.abort();
  }, [key]);

  // Two changes may come before the page is drawn again: each adds to the last, not to what is drawn.
  const change = (more: Partial<ExportForm>) => setChanges((known) => ({ ...known, ...more }));
  return {
    form,
    preview,
    detailDate,
    save,
    onForm: change,
    onNewCode: () => change({ studyCode: newStudyCode(randomId()) }),
    onDetailDate: setDetailDate,
    onCancel: () => cancel.current.abort(),
    onSave(passphrase: string) {
      if (!form) return;
      cancel.current = new AbortController();
      if (form.level !== 'L0') void send('setStudyCode', { personId, studyCode: form.studyCode });
      const show = (next: SaveState) => {
        setSave(next);
        // The next file is another export.
        if (next.state === 'saved') setSecrets(newSecrets());
      };
      void saveFile({ personId, form, secrets, passphrase, range }, cancel.current.signal, show);
    },
  };
}

const newSecrets = () => ({ exportId: randomId(), rows: randomId() });

const listSets = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);

function formFor(range: { from: string; to: string }, studyCode: string): ExportForm {
  return {
    level: 'L2',
    ...range,
    studyCode,
    shiftDates: false,
    parquet: false,
    portalPairs: true,
    struckDates: new Set(),
    struckPortals: new Set(),
    struckRows: new Set(),
  };
}
