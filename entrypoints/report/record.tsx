// The record tab: one page of rows at a time, and the way back through the pages before.
import { useState } from 'preact/hooks';
import { DeletionPanel } from '../../components/deletion-panel';
import { CommandProblem } from '../../components/notice';
import { NO_FILTER, RecordView } from '../../components/record-view';
import { useCommand } from '../../components/use-command';
import { useLiveQuery } from '../../components/use-live-query';
import { send } from '../../utils/messaging/messenger';
import { t } from '../../utils/platform/messages';
import type { Ledger } from '../../utils/storage/database';
import { countRecords } from '../../utils/storage/deletion-count';
import type { RecordCursor, RecordFilter } from '../../utils/storage/overview';
import { readRecordPage } from '../../utils/storage/record-pages';

export function OwnRecord({ db, today }: { db: Ledger; today: string }) {
  const [filter, setFilter] = useState<RecordFilter>(NO_FILTER);
  const [before, setBefore] = useState<RecordCursor[]>([]);
  const [problem, run] = useCommand();
  const cursor = before.at(-1) ?? null;
  const live = useLiveQuery(
    () => readRecordPage(db, filter, cursor, t('language')),
    JSON.stringify([filter, cursor]),
  );
  const found = live.state === 'ready' ? live.value : null;
  return (
    <>
      <RecordView
        live={live}
        filter={filter}
        page={before.length + 1}
        onFilter={(next) => {
          setFilter(next);
          setBefore([]);
        }}
        onOlder={() => found?.next && setBefore([...before, found.next])}
        onNewer={() => setBefore(before.slice(0, -1))}
        onCorrect={(correction) => run(send('correct', correction))}
        onUndo={(correctionId) => run(send('undoCorrection', { correctionId }))}
      />
      <CommandProblem problem={problem} />
      {found ? (
        <DeletionPanel
          portals={found.portals}
          today={today}
          onCount={(wanted) => countRecords(db, { ...wanted, personId: found.personId })}
          onDelete={(wanted) => run(send('deleteRecords', { ...wanted, personId: found.personId }))}
        />
      ) : null}
    </>
  );
}
