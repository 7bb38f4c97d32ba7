// Wires the editor: the draft, the files it comes from and goes to, and this computer's own use of it.
import { useMemo, useState } from 'preact/hooks';
import type { EditorFacts, FileNote } from '../../components/editor/editor-types';
import { EditorView } from '../../components/editor/editor-view';
import { PagePicker } from '../../components/editor/page-picker';
import { problemOf } from '../../components/use-command';
import * as drafts from '../../utils/config/draft';
import { parseConfirmedPattern } from '../../utils/config/patterns';
import type { DomainConfig } from '../../utils/config/schema';
import { suggestPattern } from '../../utils/config/suggest-pattern';
import { dateKeyAt } from '../../utils/domain/local-day';
import { send } from '../../utils/messaging/messenger';
import { systemClock } from '../../utils/platform/clock';
import { download } from '../../utils/platform/download';
import { t } from '../../utils/platform/messages';
import type { Problem } from '../../utils/platform/problem';
import type { Ledger } from '../../utils/storage/database';
import { toTestedAddress, toWarnings } from './editor-answers';
import { EMPTY_TABLE, type Opened, openList, openTable } from './open-files';
import { policiesArchive } from './policies-archive';
import { useDraft } from './use-draft';
import { usePicker } from './use-picker';

const ADVICE = {
  suggest: suggestPattern,
  isConfirmable: (text: string) => parseConfirmedPattern(text).ok,
};

export function EditTab({ db, inForce }: { db: Ledger; inForce: DomainConfig | null }) {
  const { draft, set, undo, canUndo } = useDraft();
  const [note, setNote] = useState<FileNote | null>(null);
  const [used, setUsed] = useState<EditorFacts['used']>('no');
  const checked = useMemo(() => (draft ? drafts.checkDraft(draft) : null), [draft]);
  const readable = useMemo(() => (draft ? drafts.readableConfig(draft) : null), [draft]);
  const change = (next: drafts.Draft) => {
    setUsed('no');
    set(next);
  };
  const edit = (step: (draft: drafts.Draft) => drafts.Draft) => draft && change(step(draft));
  const take = async (opening: Promise<Opened>) => {
    const opened = await opening;
    setNote(opened.note);
    if (opened.draft) change(opened.draft);
  };
  const begin = (next: drafts.Draft) => {
    setNote(null);
    change(next);
  };
  const use = async () => {
    if (!draft) return;
    try {
      const answer = await send('importConfig', { text: drafts.renderDraft(draft) });
      setUsed(answer.ok ? 'yes' : answer.problem);
    } catch (error) {
      setUsed([problemOf(error)]);
    }
  };
  const onText = (text: string): readonly Problem[] => {
    const opened = drafts.openDocument(text);
    if (opened.draft) change(opened.draft);
    return opened.problems;
  };
  const today = () => {
    const { wall, utcOffsetMin } = systemClock();
    return dateKeyAt(wall, utcOffsetMin);
  };
  const picker = usePicker({ db, inForce, draft, today, onDraft: change, onUndo: undo });
  const isSameList = draft !== null && inForce !== null && draft.id === inForce.id;
  const isBehind = isSameList && draft.version <= inForce.version && used !== 'yes';
  const facts: EditorFacts | null = draft && {
    draft,
    problems: checked?.ok === false ? checked.problem : [],
    overlaps: readable ? toWarnings(readable, t('language')) : [],
    behind: isBehind ? { version: inForce.version } : null,
    canUndo,
    used,
    text: drafts.renderDraft(draft),
  };
  return (
    <EditorView
      facts={facts}
      note={note}
      advice={ADVICE}
      picker={<PagePicker facts={picker.facts} {...picker.actions} />}
      test={(address) => toTestedAddress(readable, address, t('language'))}
      onHead={(changes) => edit((known) => drafts.changeHead(known, changes))}
      onPortal={(at, changes) => edit((known) => drafts.changePortal(known, at, changes))}
      onAdd={() => edit((known) => drafts.addPortals(known, [{ match: [], category: 'reporting' }]))}
      onRemove={(at) => edit((known) => drafts.removePortal(known, at))}
      onUndo={undo}
      onNew={() => begin(drafts.emptyDraft())}
      onFromInForce={() => inForce && begin(drafts.draftOf(inForce))}
      onOpenFile={(file) => void take(openList(file))}
      onOpenTable={(file) => void take(openTable(file, draft))}
      onEmptyTable={() => download(new Blob([EMPTY_TABLE], { type: 'text/csv' }), 'systems.csv')}
      onText={onText}
      onReissue={() => edit((known) => drafts.reissue(known, inForce?.version ?? null, today()))}
      onSave={() =>
        draft &&
        download(
          new Blob([drafts.renderDraft(draft)], { type: 'application/json' }),
          `${draft.id}-v${draft.version}.json`,
        )
      }
      onUse={() => void use()}
      onPolicies={() =>
        draft &&
        download(new Blob([policiesArchive(draft)], { type: 'application/zip' }), `${draft.id}-policies.zip`)
      }
    />
  );
}
