import { useMemo } from 'preact/hooks';
import { type ExportFacts, ExportView } from '../../components/export-view';
import { startPage } from '../../components/start-page';
import { useLiveQuery } from '../../components/use-live-query';
import { useReadyMark } from '../../components/use-ready-mark';
import { textIn } from '../../utils/config/local-text';
import { browser } from '../../utils/platform/browser';
import { t } from '../../utils/platform/messages';
import { openDatabase } from '../../utils/storage/database';
import { type ExportState, readExportState } from '../../utils/storage/export-source';
import { useExport } from './use-export';
import { useRestore } from './use-restore';

const db = openDatabase();

function factsOf({ settings, people, person, range, history }: ExportState): ExportFacts {
  const inForce = history.at(-1)?.portals ?? {};
  const wanted = settings.portalIds;
  const portals = Object.entries(inForce)
    .filter(([portalId]) => wanted?.includes(portalId) ?? true)
    .map(([portalId, { title }]) => ({ portalId, title: textIn(title, t('language')) }));
  return { consented: settings.consentAt !== null, people, person, range, portals };
}

function Export() {
  const live = useLiveQuery(() => readExportState(db), 'export');
  const state = live.state === 'ready' ? live.value : null;
  const facts = useMemo(() => state && factsOf(state), [state]);
  const exporting = useExport(db, state);
  const restoring = useRestore(db);
  useReadyMark(state !== null && (exporting.form === null || exporting.preview !== null));
  const waiting = live.state === 'failed' ? 'failed' : 'loading';
  return <ExportView facts={facts ?? waiting} {...exporting} {...restoring} />;
}

startPage(browser.i18n, 'page_export', () => <Export />);
